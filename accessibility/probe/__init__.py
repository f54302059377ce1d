"""A desktop without a screen, its accessibility bus and a screen reader: how the product looks at itself.

Nothing here is imported by a client that a customer runs.
"""
