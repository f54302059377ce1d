"""A virtual sound card and a customer who speaks: for the tour, the tests and the bench; never for a client's run."""
