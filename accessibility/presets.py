"""Presets: several preferences at once, for somebody who says in one word what he needs; each can be changed later."""

from collections.abc import Callable
from dataclasses import replace

from accessibility.preferences import ELDER_PATIENCE, Preferences

ROOMY_SCALE = 1.5
"""From this text size on, targets are 60 dp wide and high."""


def _blind(was: Preferences) -> Preferences:
    """Read by the built-in reader, which is silent as long as a screen reader runs; time to listen, and buttons for
    what fingers scroll by gestures."""
    return _unhurried(replace(was, voicing=replace(was.voicing, on=True, offered=True), page_buttons=True))


def _deaf(was: Preferences) -> Preferences:
    """Whatever is heard is seen or felt."""
    return replace(was, voicing=replace(was.voicing, flash=True, vibrate=True, notify=True, offered=True))


def _motor(was: Preferences) -> Preferences:
    """Large targets and time to reach them; nothing that has to be dragged."""
    return _unhurried(replace(was, text_scale=max(was.text_scale, ROOMY_SCALE), page_buttons=True))


def _elder(was: Preferences) -> Preferences:
    return was.with_elder(True)


def _unhurried(was: Preferences) -> Preferences:
    return replace(was, patience=max(was.patience, ELDER_PATIENCE) if was.patience else 0.0)


PRESETS: dict[str, Callable[[Preferences], Preferences]] = {
    "blind": _blind,
    "deaf": _deaf,
    "motor": _motor,
    "elder": _elder,
}
"""By the name of their words."""
