"""AccessKit for real: on Linux it is offered as well, and there it can be looked at from outside."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.accessibility.test_platform import SECRET, Bus, Shown

pytestmark = pytest.mark.screen
LOST = frozenset({"SEM-06"})
"""AccessKit tells nobody on Linux that a button is disabled, so that it seems to lack its press."""
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        desk.start([sys.executable, "-m", "tests.accessibility.accesskit_page"], log="page.log", cwd=ROOT)
        bus.application("Page")
        desk.wait_for_window("Page")
        yield Shown(desk, bus, LOST)


def test_names_states_and_values_arrive(shown: Shown) -> None:
    assert shown.find("heading", "A page").bounds
    assert shown.find("slider", "Level").value == 3
    assert "unavailable" in shown.find("push button", "Off").description
    assert shown.find("entry", "Amount").description.startswith("Too little")
    assert "checked" not in shown.find("check box", "Check").states


def test_a_press_and_a_value_asked_for_are_done(shown: Shown) -> None:
    assert shown.bus.act(shown.find("push button", "Press"))
    assert shown.bus.find("Page", "label", "pressed")
    level = shown.find("slider", "Level")
    assert shown.bus.set_value(level, 7)
    until(lambda: shown.bus.look(level).value == 7, "the slider to stand at 7")


def test_what_is_typed_can_be_read_and_a_secret_cannot(shown: Shown) -> None:
    letter = shown.focus("entry", "Letter")
    shown.desk.key("ctrl+End")
    shown.desk.type("转")
    until(lambda: shown.bus.look(letter).text.endswith("two转"), "the typed character")
    secret = shown.focus("password text", "Secret")
    shown.desk.type(SECRET)
    until(lambda: len(shown.bus.look(secret).text) == len(SECRET), "a bullet for each character")
    assert not set(shown.bus.look(secret).text) & set(SECRET)
    assert not [name for name in shown.names() if SECRET in name]


def test_a_message_is_announced(shown: Shown) -> None:
    since = shown.bus.mark()
    assert shown.bus.act(shown.find("push button", "Announce"))
    shown.bus.wait_for(lambda event: "announcement" in event.type, "the announcement", since)
