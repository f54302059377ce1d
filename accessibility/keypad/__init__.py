"""Keypad: everything on the screen with the twelve keys of a telephone; pure, fed with keys and nodes."""
