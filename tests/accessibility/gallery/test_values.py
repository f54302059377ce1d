"""Asked for over the real bus and done: what is pressed, stepped, set and turned over."""

from __future__ import annotations

import pytest

from tests.accessibility.gallery.shown import Shown

pytestmark = pytest.mark.screen


def test_a_value_is_stepped_and_set(shown: Shown) -> None:
    shown.page("Fields")
    shown.act("slider", "Loudness", "increment")
    shown.until("slider", "Loudness", lambda it: it.value == 4.0)
    shown.act("slider", "Loudness", "decrement")
    shown.until("slider", "Loudness", lambda it: it.value == 3.0)
    shown.bus.set_value(shown.find("slider", "Loudness"), 9)
    shown.until("slider", "Loudness", lambda it: it.value == 9.0 and it.attributes["valuetext"] == "9")


def test_a_splitter_is_moved(shown: Shown) -> None:
    shown.page("Choices")
    shown.act("separator", "Left part", "increment")
    shown.until("separator", "Left part", lambda it: it.value == 215.0)
    shown.act("separator", "Left part", "decrement")
    shown.bus.set_value(shown.find("separator", "Left part"), 300)
    shown.until("separator", "Left part", lambda it: it.value == 300.0)
    shown.bus.set_value(shown.find("separator", "Left part"), 200)


def test_a_film_is_played_paused_stopped_and_moved(shown: Shown) -> None:
    shown.page("Media")
    shown.act("push button", "Play")
    shown.act("push button", "Pause")
    shown.find("push button", "Play")
    bus = shown.bus
    for name, start, step, middle in (("Volume", 0.5, 0.1, 0.3), ("Position", 50.0, 10.0, 20.0)):
        for action, expected in (("increment", start + step), ("decrement", start)):
            shown.act("slider", name, action)
            shown.until("slider", name, lambda it, want=expected: it.value == pytest.approx(want))
        bus.set_value(shown.find("slider", name), middle)
        shown.until("slider", name, lambda it, want=middle: it.value == pytest.approx(want))
    shown.act("push button", "Stop")
    shown.until("slider", "Position", lambda it: it.value == 0)


def test_pages_are_stepped_through(shown: Shown) -> None:
    shown.page("Media")
    for action, page, words in (("scroll_right", "2/3", "What it costs"), ("scroll_left", "1/3", "What it is")):
        shown.act("panel", "Contract", action)
        shown.until("panel", "Contract", lambda it, want=page: it.description == want)
        shown.find("label", words)


@pytest.mark.parametrize(
    ("role", "name", "state"),
    [("check box", "By post", "checked"), ("toggle button", "Bold", "pressed"),
     ("toggle button", "Dark colours", "checked"), ("radio button", "Blue", "checked")],
)  # fmt: skip
def test_a_press_turns_it_on(shown: Shown, role: str, name: str, state: str) -> None:
    shown.page("Buttons")
    shown.act(role, name)
    shown.until(role, name, lambda it: state in it.states)


def test_a_carousel_turns(shown: Shown) -> None:
    shown.page("Choices")
    since = shown.bus.mark()
    shown.act("panel", "News", "scroll_right")
    shown.until("panel", "News", lambda it: it.description == "2/3")
    shown.bus.wait_for(lambda e: e.type == "object:property-change:accessible-value", "the value's event", since)
    shown.find("label", "A new card")
    shown.act("panel", "News", "scroll_left")
    shown.until("panel", "News", lambda it: it.description == "1/3")
