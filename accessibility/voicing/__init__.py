"""The built-in reader: speaks what is on the screen when no screen reader does."""
