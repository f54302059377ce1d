"""Over the real bus in bad moments: what goes while it has the focus, screens that swap, a flood of changes."""

from __future__ import annotations

import pytest

from accessibility.examples.gallery_screens import FLOOD
from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until
from tests.accessibility.gallery.shown import APP, Shown

pytestmark = pytest.mark.screen


def test_a_widget_that_goes_with_the_focus_on_it_leaves_the_focus_beside(shown: Shown) -> None:
    shown.page("Screens")
    key = shown.find("push button", "Take this away")
    shown.bus.grab_focus(key)
    until(lambda: shown.bus.focused(APP).name == key.name, "the focus on it")
    shown.bus.act(key)
    until(lambda: not shown.tree().all("push button", key.name), "it to go")
    assert shown.bus.focused(APP).role == "push button"
    with pytest.raises(NotThereError):
        shown.bus.act(key)


def test_a_screen_that_a_click_swaps_is_whole_and_the_old_one_gone(shown: Shown) -> None:
    shown.page("Screens")
    for old, new in (("First", "Second"), ("Second", "First"), ("First", "Second")):
        key = shown.find("push button", f"To the {new.lower()} screen")
        shown.bus.grab_focus(key)
        shown.bus.act(key)
        shown.until("landmark", f"{new} screen", bool)
        until(lambda old=old: not shown.tree().all("landmark", f"{old} screen"), "the old screen to go")
        until(lambda: shown.bus.focused(APP).role in ("push button", "heading"), "a focus")
        with pytest.raises(NotThereError):
            shown.bus.act(key)


def test_ten_thousand_changes_in_a_burst_end_with_the_last(shown: Shown) -> None:
    shown.page("Screens")
    since = shown.bus.mark()
    shown.act("push button", "Change it all the time")
    shown.until("label", f"Change {FLOOD}", bool)
    names = [event for event in shown.bus.events[since:] if event.type.endswith("accessible-name")]
    assert len(names) < 100, "what nobody could have seen is not told"
