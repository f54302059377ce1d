"""The remote bank from inside, and as a process."""
