"""Tests through a virtual sound card."""
