"""Screens: home, the one flow screen, chat, and the strips above and below them."""
