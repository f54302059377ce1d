"""Shortcuts: the table is what the keys do, whatever the customer made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.shortcuts import (
    KEY_NAMES,
    MODIFIERS,
    Chord,
    Refusal,
    ShortcutSettings,
    ShortcutTable,
    refused_everywhere,
)

F2, F9, H = 283, 290, ord("h")
COMMANDS = {"help": ("F1",), "talk": ("F2",), "home": ("Alt+Home", "Ctrl+H")}


def table(**changed: str) -> ShortcutTable:
    return ShortcutTable(COMMANDS, ShortcutSettings(changed=tuple(changed.items())), always=("help",))


@given(st.sampled_from(sorted(KEY_NAMES.values())), st.sets(st.sampled_from(MODIFIERS)))
def test_a_chord_is_read_as_it_is_written(key: str, held: set[str]) -> None:
    chord = Chord(key, frozenset(held))
    assert Chord.parse(str(chord)) == chord


@pytest.mark.parametrize("written", ["", "Ctrl+", "Hyper+A", "F13", "a", "Ctrl+Strg"])
def test_what_is_no_chord(written: str) -> None:
    assert Chord.parse(written) is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("F7", None),
        ("Shift+F7", None),
        ("Ctrl+K", None),
        ("Alt+Down", None),
        ("K", Refusal.TYPED),
        ("Shift+K", Refusal.TYPED),
        ("Num 5", Refusal.TYPED),
        ("Tab", Refusal.FIXED),
        ("Down", Refusal.FIXED),
        ("Ctrl+C", Refusal.FIXED),
        ("Ctrl+Left", Refusal.FIXED),
        ("Alt+Enter", Refusal.FIXED),
        ("Insert", Refusal.READER),
        ("Ctrl+Alt+K", Refusal.READER),
        ("Alt+F4", Refusal.SYSTEM),
        ("Meta+K", Refusal.SYSTEM),
    ],
)
def test_which_keys_can_be_shortcuts(written: str, reason: Refusal | None) -> None:
    chord = Chord.parse(written)
    assert chord is not None
    assert refused_everywhere(chord) is reason


def test_a_changed_key_does_the_command_and_its_own_does_no_more() -> None:
    changed = table(talk="F9")
    assert (changed.command_for(F9, []), changed.command_for(F2, [])) == ("talk", "")
    assert dict(changed.shown())["talk"] == ("F9",)


def test_a_key_taken_from_another_command_belongs_to_the_new_one_alone() -> None:
    """Only an old settings file can hold this: the screen refuses it."""
    changed = table(talk="Ctrl+H")
    assert changed.command_for(H, ["ctrl"]) == "talk"
    assert changed.keys_of("home") == ("Alt+Home",)


def test_a_command_can_be_off_but_the_list_stays() -> None:
    off = table(talk="", help="")
    assert off.command_for(F2, []) == ""
    assert off.keys_of("help") == ("F1",)
    all_off = ShortcutTable(COMMANDS, ShortcutSettings(enabled=False), always=("help",))
    assert [command for command, keys in all_off.shown() if keys] == ["help"]


def test_a_taken_key_is_refused_with_the_name_of_who_has_it() -> None:
    home = Chord.parse("Ctrl+H")
    assert home is not None
    assert table().refusal("talk", home) == (Refusal.TAKEN, "home")
    assert table().refusal("home", home) is None
    assert table(home="F9").refusal("talk", home) is None


def test_the_list_takes_its_own_key_back_before_it_has_none() -> None:
    """It was given to another command while the list had one of its own, which is gone again."""
    given = table(help="F9", talk="F1")
    assert given.keys_of("help") == ("F9",)
    assert given.command_for(282, []) == "talk"
    back = ShortcutTable(COMMANDS, given.settings.with_default("help"), always=("help",))
    assert back.keys_of("help") == ("F1",)
    assert back.command_for(282, []) == "help"
    assert back.keys_of("talk") == ("F2",), "what is shown is what its key does"


def test_a_key_is_taken_while_all_are_off_too() -> None:
    """Turned on again, two commands would have one key, and one of them would be dead."""
    off = ShortcutTable(COMMANDS, ShortcutSettings(enabled=False, changed=(("talk", "F9"),)), always=("help",))
    chord = Chord.parse("F9")
    assert chord is not None
    assert off.refusal("home", chord) == (Refusal.TAKEN, "talk")
    assert off.command_for(F9, []) == ""


def test_settings_are_kept_and_broken_ones_left_out() -> None:
    kept = ShortcutSettings().with_key("talk", "F9").with_key("home", "")
    assert ShortcutSettings.from_mapping(kept.to_mapping()) == kept
    assert kept.with_default("home").with_default("talk") == ShortcutSettings()
    broken = {"enabled": "no", "changed": {"talk": "K", "home": 3, "chat": "F9"}}
    assert ShortcutSettings.from_mapping(broken) == ShortcutSettings(changed=(("chat", "F9"),))
    assert ShortcutSettings.from_mapping([]) == ShortcutSettings()
