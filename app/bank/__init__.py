"""The way to the bank: a port, its HTTPS adapter, and the wire format between them."""
