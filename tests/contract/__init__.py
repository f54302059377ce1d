"""The same cases for every bank: the one in memory, and HTTPS to a real bank process."""
