"""Screens made by hand, without a window: what each rule passes, fails and leaves alone."""
