"""The AT-SPI interfaces, one file each: what they answer and what they do."""
