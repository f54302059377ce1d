"""What Orca says of a choice, of a value in words, of what is live, and of plain text piece by piece."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]
PAGE = "Telling"


@dataclass
class Telling:
    desk: Desktop
    orca: Orca
    bus: Bus

    def find(self, role: str, name: str) -> Seen:
        return self.bus.find(PAGE, role, name)

    def focus(self, role: str, name: str) -> int:
        """Go there, and wait until Orca has said so; the place in what it says from before that."""
        since = self.orca.mark()
        self.bus.grab_focus(self.find(role, name))
        self.orca.wait_for(name, since)
        return since

    def press(self, *keys: str) -> int:
        since = self.orca.mark()
        self.desk.key(*keys)
        return since


@pytest.fixture(scope="module")
def telling() -> Iterator[Telling]:
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca:
        orca.launch([sys.executable, "-m", "tests.accessibility.telling_page"], "Values", cwd=ROOT, tries=1, timeout=40)
        desk.wait_for_window(PAGE)
        with Bus(desk, ["object:state-changed:focused"]) as bus:
            yield Telling(desk, orca, bus)


def test_a_choice_is_told_with_what_is_chosen(telling: Telling) -> None:
    since = telling.focus("combo box", "City")
    telling.orca.wait_for("City", since)
    telling.orca.wait_for("Bern", since)
    assert any("Bern" in shown for shown, _ in telling.orca.braille()[-3:])


def test_another_choice_is_told_when_it_is_made(telling: Telling) -> None:
    if "focused" not in telling.find("combo box", "City").states:
        telling.focus("combo box", "City")
    since = telling.orca.mark()
    telling.bus.act(telling.find("combo box", "City"), "increment")
    assert telling.orca.wait_for("Rome", since) == "Rome", "the new choice alone"
    since = telling.press("Down", "Down")  # opens the list, goes on in it
    telling.orca.wait_for("Oslo", since)
    since = telling.press("Return")
    telling.orca.wait_for("City", since)
    telling.orca.wait_for("Oslo", since)


def test_a_value_in_words_is_told_after_the_name(telling: Telling) -> None:
    since = telling.focus("push button", "Step")
    telling.orca.wait_for("one of three", since)


@pytest.mark.parametrize(("key", "words"), [("Write", "Good morning"), ("Save", "All saved")])
def test_what_is_live_is_told_although_orca_43_hears_no_announcements(telling: Telling, key: str, words: str) -> None:
    telling.focus("push button", key)
    since = telling.press("space")
    telling.orca.wait_for(words, since)
    until(lambda: any(words in cells for cells, _ in telling.orca.braille()), f"{words!r} in braille")
    assert "focused" in telling.find("push button", key).states


def test_plain_text_is_reviewed_by_line_word_and_character(telling: Telling) -> None:
    """With the keys of the number pad, as Orca's users do it."""
    telling.focus("heading", "Values")
    telling.orca.wait_for("Plain words", telling.press("KP_Home", "KP_Page_Up", "KP_Page_Up"))
    telling.orca.wait_for("Plain", telling.press("KP_Begin"))
    telling.orca.wait_for("words", telling.press("KP_Right"))
    said = telling.orca.wait_for("w", telling.press("KP_Down"))
    assert said.strip() == "w"


def test_a_heading_is_felt_as_it_is_written(telling: Telling) -> None:
    telling.focus("push button", "Save")
    telling.focus("heading", "Values")
    shown = [cells for cells, _ in telling.orca.braille()[-3:]]
    assert any("Values" in cells and cells.count("Values") == 1 for cells in shown), shown
