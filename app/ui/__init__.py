"""The window: themes, widgets and screens. It draws any flow and knows none by name."""
