"""Tingjian: a remote-bank client that everyone can use alone."""
