"""The table of keys."""

from __future__ import annotations

import itertools

from app.ui.keys import FIXED, SHORTCUTS, command_for
from app.words import LANGUAGES, Words

F2, H, PLUS_KEY, HOME = 283, ord("h"), 61, 278


def test_each_key_does_one_thing() -> None:
    keys = [(code, key.modifier) for key in SHORTCUTS for code in key.codes]
    assert len(keys) == len(set(keys))


def test_no_letter_alone_and_nothing_of_a_screen_reader() -> None:
    """Readers own Insert and Caps Lock (Orca, NVDA, JAWS, Narrator) and Ctrl+Alt (VoiceOver)."""
    for key, code in [(shortcut, code) for shortcut in SHORTCUTS for code in shortcut.codes]:
        assert key.modifier or not 32 <= code < 127
        assert code not in (277, 301)
        assert key.modifier in ("", "ctrl", "alt")


def test_modifiers_must_match_but_shift_may_stand_beside_ctrl() -> None:
    assert command_for(F2, []) == "talk"
    assert command_for(F2, ["ctrl"]) == ""
    assert command_for(PLUS_KEY, ["ctrl", "shift"]) == "larger"
    assert command_for(H, []) == ""
    assert command_for(HOME, ["alt", "numlock"]) == "home"


def test_every_key_is_explained_in_every_language() -> None:
    commands = [key.command for key in SHORTCUTS] + [name for name, _ in FIXED]
    for lang, command in itertools.product(LANGUAGES, commands):
        assert Words.load(lang).text(f"ui-key-{command}")
