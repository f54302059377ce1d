"""Text to speech: the port, its engines, and how a text is cut for them."""
