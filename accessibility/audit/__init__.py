"""The audit: drives a real program on a desktop of its own, captures its screens and judges them by every rule."""
