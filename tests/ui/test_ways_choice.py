"""Which ways can be on together."""

from __future__ import annotations

import pytest

from accessibility.preferences import Preferences
from app.ui.ways.choice import FIELDS, is_on, turned


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [("scan", "keypad", False), ("keypad", "scan", False), ("scan", "dwell", False), ("dwell", "keypad", True)],
)
def test_ways_that_take_the_same_presses_are_apart(first: str, second: str, together: bool) -> None:
    both = turned(turned(Preferences(), first, on=True), second, on=True)
    assert is_on(both, second)
    assert is_on(both, first) is together


def test_turning_one_off_leaves_the_others() -> None:
    both = turned(turned(Preferences(), "dwell", on=True), "keypad", on=True)
    left = turned(both, "keypad", on=False)
    assert [way for way in FIELDS if is_on(left, way)] == ["dwell"]
