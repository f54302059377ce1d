"""A press and its repetitions."""

from __future__ import annotations

from accessibility.held_keys import SILENCE, HeldKeys

ENTER, SPACE = 13, 32


def test_a_key_that_stays_down_repeats() -> None:
    now = [0.0]
    held = HeldKeys(lambda: now[0])
    assert not held.down(ENTER)
    now[0] = 0.7
    assert held.down(ENTER)
    assert not held.down(SPACE)
    held.up(ENTER)
    assert not held.down(ENTER)


def test_a_key_whose_coming_up_was_not_seen_is_not_dead() -> None:
    now = [0.0]
    held = HeldKeys(lambda: now[0])
    held.down(ENTER)
    now[0] = SILENCE + 0.1
    assert not held.down(ENTER)
