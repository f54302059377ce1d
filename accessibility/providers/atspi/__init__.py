"""The tree as AT-SPI objects on the accessibility bus of Linux, served from snapshots by a thread of its own."""
