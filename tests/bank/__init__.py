"""The client's way to the bank: HTTPS and the wire format."""
