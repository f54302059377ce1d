"""Who types in a field that is only to be read hears that it cannot be changed, and nothing of keys that only read."""

from dataclasses import replace

import pytest

from accessibility.roles import State
from accessibility.voicing.output import Earcon
from tests.accessibility.voicing.reader_screen import CTRL, DOWN, FOCUSABLE, LEFT, TAB, Screen, entry

SHIFT, BACKSPACE, ENTER, DELETE, PAD_7, F3, E_ACUTE, CYRILLIC_A = 304, 8, 13, 127, 263, 284, 0xE9, 0x430


def screen_with(states: frozenset[State]) -> Screen:
    """The focus in the middle of a number, in a field with these states."""
    screen = Screen(replace(entry("6222", 2), states=FOCUSABLE | states))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    return screen


def told(key: int, *modifiers: str, states: frozenset[State] = frozenset({State.READONLY})) -> list[str]:
    screen = screen_with(states)
    screen.press(key, *modifiers)
    return screen.mouth.take()


WRITES = [
    (ord("a"), ()), (ord("a"), ("shift",)), (ord("7"), ()), (ord(" "), ()), (E_ACUTE, ()), (CYRILLIC_A, ()),
    (BACKSPACE, ()), (DELETE, ()), (PAD_7, ("numlock",)), (ord("v"), ("ctrl",)), (ord("x"), ("meta",)),
]  # fmt: skip
READS = [
    (LEFT, ()), (DOWN, ()), (TAB, ()), (ENTER, ()), (F3, ()), (SHIFT, ("shift",)), (CTRL, ("ctrl",)), (PAD_7, ()),
    (ord("c"), ("ctrl",)), (ord("a"), ("ctrl",)), (ord("h"), ("alt",)),
]  # fmt: skip


@pytest.mark.parametrize(("key", "modifiers"), WRITES)
def test_a_key_that_would_write_is_answered(key: int, modifiers: tuple[str, ...]) -> None:
    assert told(key, *modifiers) == ["cannot be changed"]
    assert told(key, *modifiers, states=frozenset()) == [], "a field that can be written in echoes what was typed"


@pytest.mark.parametrize(("key", "modifiers"), READS)
def test_a_key_that_only_reads_or_does_something_else_is_not(key: int, modifiers: tuple[str, ...]) -> None:
    assert told(key, *modifiers) == []


def test_enter_writes_in_a_field_of_several_lines_alone() -> None:
    assert told(ENTER, states=frozenset({State.READONLY, State.MULTILINE})) == ["cannot be changed"]


def test_it_is_heard_as_an_edge_as_well() -> None:
    screen = screen_with(frozenset({State.READONLY}))
    screen.press(ord("7"))
    assert screen.mouth.cues == [Earcon.EDGE]
