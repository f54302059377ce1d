"""The table of keys."""

from __future__ import annotations

import itertools

from accessibility.shortcuts import Chord, refused_everywhere
from app.ui.keys import FIXED, SHORTCUTS, command_for
from app.words import LANGUAGES, Words

F2, H, PLUS_KEY, HOME = 283, ord("h"), 61, 278


def test_each_key_does_one_thing() -> None:
    keys = [key for keys in SHORTCUTS.values() for key in keys]
    assert len(keys) == len(set(keys))


def test_every_key_is_one_that_a_customer_could_choose() -> None:
    """No letter alone, nothing of a screen reader, nothing that moves or edits everywhere."""
    for key in (key for keys in SHORTCUTS.values() for key in keys):
        chord = Chord.parse(key)
        assert chord is not None, key
        assert str(chord) == key
        assert refused_everywhere(chord) is None, key


def test_modifiers_must_match_but_shift_may_stand_beside_ctrl() -> None:
    assert command_for(F2, []) == "talk"
    assert command_for(F2, ["ctrl"]) == ""
    assert command_for(PLUS_KEY, ["ctrl", "shift"]) == "larger"
    assert command_for(H, []) == ""
    assert command_for(HOME, ["alt", "numlock"]) == "home"


def test_every_key_is_explained_in_every_language() -> None:
    commands = [*SHORTCUTS, *(name for name, _ in FIXED)]
    for lang, command in itertools.product(LANGUAGES, commands):
        assert Words.load(lang).text(f"ui-key-{command}")
