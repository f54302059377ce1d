"""The AT-SPI provider: its parts, and what is seen of it on a real accessibility bus."""
