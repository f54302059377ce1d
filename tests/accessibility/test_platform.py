"""What the platform is told: looked at from outside, through AT-SPI, as an assistive technology would."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.accessibility.listening import watcher

pytestmark = pytest.mark.screen
ROOT = Path(__file__).parents[2]
SECRET = "Zq7XvB"


@dataclass
class Shown:
    desk: Desktop
    bus: Bus
    leave_out: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.watching = watcher(self.desk, self.bus, "Page", self.leave_out)

    def find(self, role: str, name: str = "") -> Seen:
        """As it is now; what the page tells keeps the rules."""
        found = self.bus.find("Page", role, name)
        self.watching.look()
        return found

    def focus(self, role: str, name: str) -> Seen:
        since = self.bus.mark()
        seen = self.find(role, name)
        if "focused" not in seen.states:
            self.bus.grab_focus(seen)
            self.bus.wait_for_focus(name, since)
        return seen

    def names(self) -> list[str]:
        tree = self.bus.snapshot("Page")
        return [seen.name for seen in tree.walk()] if tree is not None else []


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        desk.start([sys.executable, "-m", "tests.accessibility.page"], log="page.log", cwd=ROOT)
        bus.application("Page")
        desk.wait_for_window("Page")
        yield Shown(desk, bus)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("frame", "Page"),
        ("heading", "A page"),
        ("push button", "Press"),
        ("check box", "Check"),
        ("toggle button", "Flip"),
        ("slider", "Level"),
        ("progress bar", "Bar"),
        ("image", "Picture"),
        ("radio button", "red"),
        ("panel", "Colour"),
        ("entry", "Amount"),
        ("password text", "Secret"),
        ("entry", "Letter"),
    ],
)
def test_role_and_name_arrive(shown: Shown, role: str, name: str) -> None:
    seen = shown.find(role, name)
    assert seen.bounds is not None
    x, y, width, height = seen.bounds
    assert x >= 0
    assert y >= 0
    assert width > 0
    assert height > 0


def test_static_text_arrives(shown: Shown) -> None:
    assert shown.bus.find("Page", "label").name


def test_everything_focusable_has_a_name_and_nothing_is_unknown(shown: Shown) -> None:
    tree = shown.bus.application("Page")
    assert [s.ref for s in tree.walk() if "focusable" in s.states and not s.name.strip()] == []
    assert [s.name for s in tree.walk() if s.role in ("unknown", "invalid")] == []


def test_tab_follows_the_reading_order_and_comes_round(shown: Shown) -> None:
    shown.focus("heading", "A page")
    seen = []
    for _ in range(12):
        since = shown.bus.mark()
        shown.desk.key("Tab")
        event = shown.bus.wait_for(
            lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1, "the focus to move", since
        )
        seen.append(event.name)
    expected = ["Press", "Announce", "Dialog", "Check", "Flip", "Level", "red", "Amount", "Secret", "Letter"]
    assert seen == [*expected, "Press", "Announce"]


def test_a_click_asked_for_is_done(shown: Shown) -> None:
    shown.bus.act(shown.find("push button", "Press"))
    shown.bus.find("Page", "label", "pressed")


def test_a_disabled_button_says_so_and_offers_nothing(shown: Shown) -> None:
    off = shown.find("push button", "Off")
    assert {"enabled", "sensitive"} & off.states == set()
    assert "focusable" not in off.states
    assert off.actions == ()


@pytest.mark.parametrize(("role", "name"), [("check box", "Check"), ("toggle button", "Flip")])
def test_a_toggle_is_told_by_state_and_event(shown: Shown, role: str, name: str) -> None:
    for expected in (True, False):
        since = shown.bus.mark()
        shown.bus.act(shown.find(role, name))
        shown.bus.wait_for(
            lambda e: e.name == name and e.type.startswith("object:state-changed:"), f"{name} to change", since
        )
        states = shown.find(role, name).states
        assert bool({"checked", "pressed"} & states) is expected


def test_a_value_can_be_read_and_set(shown: Shown) -> None:
    level = shown.find("slider", "Level")
    assert (level.value, level.range) == (3.0, (0.0, 10.0))
    shown.bus.set_value(level, 7)
    until(lambda: shown.bus.look(level).value == 7.0, "the slider to be at 7")
    assert shown.find("progress bar", "Bar").value == 4.0


def test_required_invalid_and_why_arrive(shown: Shown) -> None:
    amount = shown.find("entry", "Amount")
    assert "required" in amount.states
    assert amount.description == "Too little In yuan"


@pytest.mark.parametrize("text", ["A", "é", "转", "𠮷"])
def test_typed_characters_are_told_with_their_place(shown: Shown, text: str) -> None:
    amount = shown.focus("entry", "Amount")
    shown.desk.key("ctrl+a", "x")
    until(lambda: shown.bus.look(amount).text == "x", "the field to hold x")
    since = shown.bus.mark()
    shown.desk.type(text)
    event = shown.bus.wait_for(lambda e: e.type == "object:text-changed:insert", f"{text} to be told", since)
    assert (event.data, event.detail1, event.detail2) == (text, 1, 1)
    shown.bus.wait_for(lambda e: e.type == "object:text-caret-moved" and e.detail1 == 2, "the caret at 2", since)
    assert shown.bus.look(amount).text == "x" + text


def test_the_caret_and_the_selection_follow_the_keys(shown: Shown) -> None:
    letter = shown.focus("entry", "Letter")
    shown.desk.key("ctrl+Home")
    until(lambda: shown.bus.look(letter).caret == 0, "the caret at the start")
    shown.desk.key("Down")
    until(lambda: shown.bus.look(letter).caret == 4, "the caret in the second line")
    assert shown.bus.look(letter).text == "one\ntwo"
    shown.desk.key("shift+Right")
    until(lambda: shown.bus.look(letter).selections == ((4, 5),), "one letter to be selected")
    assert shown.bus.set_caret(letter, 1)
    until(lambda: shown.bus.look(letter).caret == 1, "the caret where it was put")


def test_characters_have_places(shown: Shown) -> None:
    letter = shown.find("entry", "Letter")
    first, second, next_line = (shown.bus.character(letter, offset) for offset in (0, 1, 4))
    assert first[0] < second[0]
    assert first[1] == second[1]
    assert next_line[1] > first[1]
    assert first[2] > 0


def test_a_secret_is_bullets_wherever_it_is_looked_for(shown: Shown) -> None:
    secret = shown.focus("password text", "Secret")
    since = shown.bus.mark()
    shown.desk.type(SECRET)
    until(lambda: shown.bus.look(secret).text == "•" * len(SECRET), "six bullets")
    told = [str(event.data) for event in shown.bus.events[since:]] + [repr(shown.bus.snapshot("Page"))]
    for length in (2, 3):
        parts = {SECRET[start : start + length] for start in range(len(SECRET) - length + 1)}
        assert not [part for part in parts if any(part in text for text in told)]
    widths = {shown.bus.character(secret, offset)[2] for offset in range(len(SECRET))}
    assert len(widths) == 1, "widths of letters would tell which they are"


@pytest.mark.parametrize(("role", "name"), [("password text", "Secret"), ("entry", "Letter")])
def test_what_is_put_into_a_field_is_read_back_at_once(shown: Shown, role: str, name: str) -> None:
    """In the first look after the answer, also the empty text."""
    field = shown.find(role, name)
    for text in ("1", "", "12", ""):
        assert shown.bus.set_text(field, text)
        there = shown.bus.look(field)
        assert (len(there.text or ""), there.caret) == (len(text), len(text))


def test_an_announcement_is_told_each_time(shown: Shown) -> None:
    for _ in range(2):
        since = shown.bus.mark()
        shown.bus.act(shown.find("push button", "Announce"))
        event = shown.bus.wait_for(lambda e: e.type == "object:announcement", "the announcement", since)
        assert event.data == "It is done"


def test_a_dialog_is_modal_takes_the_focus_and_gives_it_back(shown: Shown) -> None:
    shown.focus("push button", "Dialog")
    since = shown.bus.mark()
    shown.desk.key("Return")
    shown.bus.wait_for_focus("Sure?", since)
    assert shown.find("dialog").name == "Question"
    assert "Press" not in shown.names()  # the bus has no word for modal from AccessKit: this is how it is felt
    since = shown.bus.mark()
    shown.desk.key("Tab", "space")
    shown.bus.wait_for_focus("Dialog", since)
    assert "Press" in shown.names()


def test_escape_closes_a_dialog(shown: Shown) -> None:
    shown.focus("push button", "Dialog")
    since = shown.bus.mark()
    shown.desk.key("Return")
    shown.bus.wait_for_focus("Sure?", since)
    shown.desk.key("Escape")
    shown.bus.wait_for_focus("Dialog", since)


def test_exactly_one_thing_has_the_focus(shown: Shown) -> None:
    tree = shown.bus.application("Page")
    assert len([seen for seen in tree.walk() if "focused" in seen.states]) == 1


def test_what_is_not_there_is_an_error_that_shows_what_is(shown: Shown) -> None:
    with pytest.raises(NotThereError, match="heading 'A page'"):
        shown.bus.find("Page", "push button", "Nowhere", timeout=0.2)
