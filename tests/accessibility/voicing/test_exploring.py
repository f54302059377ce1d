"""Going over the screen without the focus: one thing on, where am I, spelling, reading on."""

from dataclasses import replace

import pytest

from accessibility.node import Node
from accessibility.roles import Role, State
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.output import Earcon
from accessibility.voicing.settings import Verbosity, VoicingSettings
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen, entry


def test_exploring_leaves_the_focus_where_it_is(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(2)
    screen.mouth.take()
    explorer.go(1)
    explorer.go(1)
    assert screen.mouth.take() == ["Li, radio, checked, 1 of 2", "Wang, radio, unchecked, 2 of 2"]
    explorer.press()
    assert screen.done[-2:] == [("focus", 5), ("click", 5)]
    screen.go(6)
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.cues == [Earcon.EDGE]
    assert screen.mouth.take() == ["Next, button"], "a new focus takes the explorer along"


@pytest.mark.parametrize("verbosity", list(Verbosity))
def test_what_is_disabled_is_found_by_reading_and_says_why_at_every_length(verbosity: Verbosity) -> None:
    """Neither Tab nor an arrow key comes to it, so nobody could ask it for more."""
    why = "Choose a payee first"
    off = Node(7, Role.BUTTON, name="Send", description=why, states=frozenset({State.DISABLED}))
    screen = Screen(Node(6, Role.BUTTON, name="Next", states=FOCUSABLE, actions=("click",)), off)
    screen.reader.settings = VoicingSettings(on=True, verbosity=verbosity)
    screen.reader.turn(True)
    explorer = Explorer(screen.reader)
    screen.go(6)
    screen.mouth.take()
    explorer.go(1)
    said = screen.mouth.take()
    assert len(said) == 1
    assert said[0].startswith("Send")
    assert said[0].endswith(f"disabled, {why}")
    explorer.press()
    assert screen.mouth.cues == [Earcon.EDGE], "there is nothing to press"


def test_where_am_i(screen: Screen) -> None:
    screen.go(4)
    screen.mouth.take()
    Explorer(screen.reader).where()
    assert screen.mouth.take() == ["Bank, To, Li, radio, checked, 1 of 2, radio"]


def test_spelling() -> None:
    screen = Screen(entry("Li-1"))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    Explorer(screen.reader).spell()
    assert screen.mouth.take() == ["capital L, i, hyphen, 1"]


def test_a_secret_is_not_spelled() -> None:
    screen = Screen(replace(entry("q1"), states=FOCUSABLE | {State.PROTECTED}))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    Explorer(screen.reader).spell()
    assert "q" not in "".join(screen.mouth.take()).replace("Payee", "")


def test_reading_on_goes_by_itself_until_it_is_silenced(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.read_on()
    for expected in ("Li, radio, checked, 1 of 2", "Wang, radio, unchecked, 2 of 2", "Next, button"):
        line = screen.mouth.lines[-1]
        assert line.text == expected
        assert screen.done[-1][0] == "scroll_into_view"
        assert line.done is not None
        line.done(True)
    assert screen.mouth.cues == [Earcon.EDGE]
    screen.mouth.take()
    explorer.read_on()
    line = screen.mouth.lines[-1]
    assert line.done is not None
    line.done(False)
    assert len(screen.mouth.lines) == 1


def test_reading_on_does_not_read_its_own_caption(screen: Screen) -> None:
    screen.reader.captions = frozenset({5})
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.take() == ["Next, button"]


def test_reading_on_passes_over_what_has_gone(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(4)
    screen.mouth.take()
    explorer.read_on()
    screen.change(removed=[5])
    line = screen.mouth.lines[-1]
    assert line.done is not None
    line.done(True)
    assert screen.mouth.lines[-1].text == "Next, button"


def test_with_no_focus_the_first_thing_comes_first(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    first = next(node for node in screen.reader.nodes.values() if node.id in (2, 3))
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.take()[0].startswith(first.name)


def test_a_thing_that_goes_while_it_is_explored_is_no_new_beginning(screen: Screen) -> None:
    explorer = Explorer(screen.reader)
    screen.go(2)
    for _ in range(2):
        explorer.go(1)
    screen.change(removed=[5])
    screen.mouth.take()
    explorer.go(1)
    assert screen.mouth.take() == ["Next, button"]


def test_reading_on_ends_with_the_dialog_that_it_reads() -> None:
    """Its last word may come when the dialog has gone already; what lies behind is no part of it."""
    inside = tuple(Node(uid, Role.BUTTON, name=f"inside {uid}", states=FOCUSABLE) for uid in (3, 4))
    screen = Screen(Node(2, Role.DIALOG, children=(3, 4)), *inside)
    screen.reader.turn(True)
    screen.go(3)
    screen.mouth.take()
    explorer = Explorer(screen.reader)
    explorer.read_on()
    behind = tuple(Node(uid, Role.BUTTON, name=f"behind {uid}", states=FOCUSABLE) for uid in (7, 8))
    root = Node(1, Role.WINDOW, name="Bank", children=(7, 8))
    line = screen.mouth.lines[-1]
    screen.focus = 7
    screen.change(root, *behind, removed=[2, 3, 4])
    screen.mouth.take()
    assert line.done is not None
    line.done(True)
    assert screen.mouth.said == []
    assert screen.mouth.cues == [Earcon.EDGE]
    explorer.read_on()
    assert screen.mouth.said == ["behind 7, button"], "from the focus, as ever"
