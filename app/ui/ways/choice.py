"""Which way is on: turning one on turns off those that would take the same keys or presses; needs no window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.preferences import Preferences

FIELDS: Mapping[str, str] = {"scan": "switch", "dwell": "dwell", "keypad": "keypad"}
"""Command -> the field of the preferences that holds its settings."""

_APART: Mapping[str, frozenset[str]] = {
    "scan": frozenset({"keypad", "dwell"}),
    "keypad": frozenset({"scan"}),
    "dwell": frozenset({"scan"}),
}


def is_on(preferences: Preferences, command: str) -> bool:
    """Is this way on?"""
    return bool(getattr(preferences, FIELDS[command]).on)


def turned(preferences: Preferences, command: str, *, on: bool) -> Preferences:
    """The preferences with one way on, and those apart from it off; or with it off."""
    changed = {command} | (_APART[command] if on else frozenset())
    fields = {FIELDS[name]: replace(getattr(preferences, FIELDS[name]), on=on and name == command) for name in changed}
    return replace(preferences, **fields)
