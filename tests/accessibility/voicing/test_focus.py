"""What the reader says of the focus, of what changes under it, and where it ends."""

from dataclasses import replace
from itertools import pairwise

import pytest

from accessibility.announcer import Kind, Message
from accessibility.node import Node, NumericRange
from accessibility.roles import Role
from accessibility.voicing.output import Earcon
from accessibility.voicing.settings import Verbosity, VoicingSettings
from tests.accessibility.voicing.reader_screen import DOWN, FOCUSABLE, TAB, UP, Screen


def test_the_focus_is_spoken_with_the_group_it_enters(screen: Screen) -> None:
    screen.go(4)
    assert screen.mouth.take() == ["To radiogroup, Li, radio, checked, 1 of 2"]
    screen.go(5)
    assert screen.mouth.take() == ["Wang, radio, unchecked, 2 of 2"], "still in the same group"


def test_a_new_focus_takes_the_place_of_the_last_but_not_of_a_message(screen: Screen) -> None:
    screen.go(4)
    screen.reader.message(Message("Sent", Kind.SUCCESS))
    screen.go(6)
    focus, message, later = screen.mouth.lines
    assert focus.stopped
    assert not message.stopped
    assert (message.text, message.cue) == ("Sent", Earcon.SUCCESS)
    assert later.text == "Next, button"


def test_a_change_under_the_focus_says_what_is_new(screen: Screen) -> None:
    screen.go(5)
    screen.mouth.take()
    screen.change(replace(screen.nodes[5], checked=True))
    assert screen.mouth.take() == ["checked"]
    screen.change(replace(screen.nodes[6], name="Further"))
    assert screen.mouth.take() == [], "what is elsewhere is no news"


def test_news_of_the_focus_comes_after_its_name(screen: Screen) -> None:
    """An arrow key moves and checks: both are heard, and only the last of several changes."""
    screen.go(5)
    screen.change(replace(screen.nodes[5], checked=True))
    screen.change(replace(screen.nodes[5], checked=False))
    assert [(line.text, line.stopped) for line in screen.mouth.lines] == [
        ("To radiogroup, Wang, radio, unchecked, 2 of 2", False),
        ("checked", True),
        ("unchecked", False),
    ]


def test_an_error_under_the_focus_has_its_sound(screen: Screen) -> None:
    screen.go(6)
    screen.mouth.take()
    screen.change(replace(screen.nodes[6], error="Too much"))
    assert screen.mouth.cues == [Earcon.ERROR]
    assert screen.mouth.take() == ["Too much"]


def test_tab_around_the_end_is_heard(screen: Screen) -> None:
    screen.go(6)
    screen.press(TAB)
    screen.mouth.take()
    screen.go(2)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.press(TAB, "shift")
    screen.go(6)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.now += 5
    screen.go(4)
    assert screen.mouth.cues == [], "the program has moved it"


def test_the_end_of_a_list_is_heard() -> None:
    item = Node(2, Role.OPTION, name="One", position=1, set_size=2, states=FOCUSABLE)
    screen = Screen(item, Node(3, Role.BUTTON, name="b", states=FOCUSABLE))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.press(UP)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    screen.press(DOWN)
    assert screen.mouth.cues == []


def test_verbosity(screen: Screen) -> None:
    screen.reader.settings = VoicingSettings(verbosity=Verbosity.BRIEF)
    screen.go(4)
    assert screen.mouth.take() == ["Li, checked"]


@pytest.mark.parametrize(("key", "now", "cues"), [
    (UP, 10, [Earcon.EDGE]), (DOWN, 10, []), (DOWN, 0, [Earcon.EDGE]), (UP, 0, []), (UP, 5, []), (TAB, 10, []),
])  # fmt: skip
def test_the_end_of_a_slider_is_heard(key: int, now: float, cues: list[Earcon]) -> None:
    screen = Screen(Node(2, Role.SLIDER, name="Loud", range=NumericRange(now, 0, 10, 1), states=FOCUSABLE))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.press(key)
    assert screen.mouth.cues == cues


def test_a_list_whose_widgets_are_used_again_is_not_entered_anew(screen: Screen) -> None:
    """Its item goes with its widget, the focus is nowhere for a moment, and another widget shows the next item."""
    items = [
        Node(uid, Role.LISTITEM, name=f"i{uid}", position=uid, set_size=99, states=FOCUSABLE) for uid in (21, 22, 23)
    ]
    listed = Node(20, Role.LIST, name="Paid", set_size=99, children=(21,))
    screen.change(listed, items[0])
    screen.go(21)
    assert screen.mouth.take() == ["Paid list, i21, listitem, 21 of 99"]
    for before, after in pairwise(items):
        screen.focus = 1
        screen.change(replace(listed, children=(after.id,)), after, removed=[before.id])
        screen.mouth.take()
        screen.go(after.id)
        assert screen.mouth.take() == [f"{after.name}, listitem, {after.position} of 99"]
    screen.go(6)
    screen.mouth.take()
    screen.go(23)
    assert screen.mouth.take() == ["Paid list, i23, listitem, 23 of 99"], "somebody has been elsewhere"
