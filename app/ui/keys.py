"""The keys of the window, in one table; none is a letter alone, none belongs to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_F1, _HOME, _EQUALS, _PLUS, _MINUS, _ZERO = 282, 278, 61, 43, 45, 48
_KEYPAD_PLUS, _KEYPAD_MINUS, _KEYPAD_ZERO = 270, 269, 256
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "meta"})


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``command`` names what it does (its words are ``ui-key-<command>``); ``codes`` are Kivy's key codes."""

    command: str
    shown: str
    codes: frozenset[int]
    modifier: str = ""

    def matches(self, code: int, modifiers: Iterable[str]) -> bool:
        """Shift is allowed beside Ctrl, for the plus sign needs it on most keyboards."""
        held = _MODIFIERS & set(modifiers)
        if self.modifier == "ctrl":
            held -= {"shift"}
        return code in self.codes and held == ({self.modifier} if self.modifier else set())


def _function(number: int) -> frozenset[int]:
    return frozenset({_F1 + number - 1})


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("help", "F1", _function(1)),
    Shortcut("talk", "F2", _function(2)),
    Shortcut("chat", "F3", _function(3)),
    Shortcut("repeat", "F5", _function(5)),
    Shortcut("home", "Alt+Home", frozenset({_HOME}), "alt"),
    Shortcut("home", "Ctrl+H", frozenset({ord("h")}), "ctrl"),
    Shortcut("larger", "Ctrl++", frozenset({_EQUALS, _PLUS, _KEYPAD_PLUS}), "ctrl"),
    Shortcut("smaller", "Ctrl+-", frozenset({_MINUS, _KEYPAD_MINUS}), "ctrl"),
    Shortcut("normal", "Ctrl+0", frozenset({_ZERO, _KEYPAD_ZERO}), "ctrl"),
    Shortcut("theme", "Ctrl+T", frozenset({ord("t")}), "ctrl"),
)

FIXED: tuple[tuple[str, str], ...] = (
    ("move", "Tab, Shift+Tab"),
    ("press", "Enter, Space"),
    ("choose", "↑ ↓"),
    ("back", "Esc"),
)
"""Keys that the focus manager owns: (name of the words, keys)."""


def command_for(code: int, modifiers: Iterable[str]) -> str:
    """The command of a key press, or an empty text."""
    held = tuple(modifiers)
    return next((key.command for key in SHORTCUTS if key.matches(code, held)), "")
