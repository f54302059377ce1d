"""The tour: a synthetic customer does the main job in four ways, and everything said and shown is written down."""
