"""Ways to tell somebody of the tree: the platform, a log."""
