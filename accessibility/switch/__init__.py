"""Scanning: everything on the screen with one switch or two; pure but for the layer in `kivy_scan`."""
