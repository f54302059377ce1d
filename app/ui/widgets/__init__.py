"""Widgets that say what they are, follow the theme and the text size, and never clip their words."""
