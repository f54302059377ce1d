"""Preferences survive storing, and what is stored wrongly does no harm."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.preferences import TEXT_SCALES, Preferences, Theme, beside, replaced, value_at
from accessibility.presets import PRESETS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
NAMES = [item.name for item in fields(Preferences)]
SECTIONS = {name for name in NAMES if hasattr(getattr(Preferences(), name), "to_mapping")}


def paths() -> list[str]:
    """Every setting there is, those of the features too."""
    found = [name for name in NAMES if name not in SECTIONS]
    for section in sorted(SECTIONS):
        found += [f"{section}.{item.name}" for item in fields(getattr(Preferences(), section))]
    return found


def test_what_was_chosen_comes_back() -> None:
    chosen = Preferences(text_scale=2.0, theme=Theme.HIGH_CONTRAST, elder=True, patience=0.0)
    chosen = replaced(replaced(chosen, "voicing.on", True), "switch.interval", 3.0)
    assert Preferences.from_mapping(json.loads(json.dumps(chosen.to_mapping()))) == chosen


def test_what_is_wrong_falls_back_value_by_value() -> None:
    stored = {"text_scale": 77, "theme": "pink", "elder": "yes", "unknown": 1, "reduce_motion": True, "patience": True}
    assert Preferences.from_mapping(stored) == Preferences(reduce_motion=True)
    inner = {"switch": {"interval": -1, "on": True}, "keypad": ["on"], "dwell": None}
    assert Preferences.from_mapping(inner) == replaced(Preferences(), "switch.on", True)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(paths()), JSON)
def test_nothing_that_a_file_can_hold_breaks_a_start(path: str, value: Any) -> None:
    section, _, name = path.rpartition(".")
    read = Preferences.from_mapping({section: {name: value}} if section else {name: value})
    assert Preferences.from_mapping(json.loads(json.dumps(read.to_mapping()))) == read
    others = [other for other in paths() if other != path]
    assert all(value_at(read, other) == value_at(Preferences(), other) for other in others)


def test_text_sizes_step_up_and_down_and_stop_at_the_ends() -> None:
    seen = [Preferences()]
    for _ in range(len(TEXT_SCALES) + 1):
        seen.append(seen[-1].larger())
    assert [p.text_scale for p in seen] == [*TEXT_SCALES, 3.0, 3.0]
    assert Preferences().smaller() == Preferences()
    assert Preferences(text_scale=1.5).smaller().text_scale == 1.3
    assert beside(TEXT_SCALES, 1.9, 0) == 2.0


def test_elder_mode_only_ever_helps_and_goes_without_a_trace() -> None:
    elder = Preferences().with_elder(True)
    assert (elder.elder, elder.text_scale, elder.speech_rate, elder.patience) == (True, 2.0, 0.8, 3.0)
    assert elder.with_elder(False) == Preferences()
    own = Preferences(text_scale=3.0, speech_rate=0.6, patience=0.0)
    assert own.with_elder(True) == replace(own, elder=True)
    assert own.with_elder(True).with_elder(False) == own


@pytest.mark.parametrize(("patience", "seconds"), [(1.0, 10.0), (3.0, 30.0), (0.0, None)])
def test_time_limits_are_as_long_as_the_customer_needs(patience: float, seconds: float | None) -> None:
    assert Preferences(patience=patience).limit(10.0) == seconds


def test_a_path_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError):
        value_at(Preferences(), "switch.nothing")


@pytest.mark.parametrize("name", ["blind", "motor"])
def test_whose_finger_does_not_scroll_has_buttons_that_do(name: str) -> None:
    """It explores by touch, or it cannot swipe (WCAG 2.5.1)."""
    assert PRESETS[name](Preferences()).page_buttons
