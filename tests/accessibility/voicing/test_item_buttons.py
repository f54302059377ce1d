"""Buttons for what a flick and two taps do (WCAG 2.5.1): they go on from where one was before coming to them."""

import pytest

from accessibility.node import Bounds, Node
from accessibility.roles import Role
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.pointer import Pointer
from accessibility.voicing.settings import VoicingSettings
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen
from tests.accessibility.voicing.test_touch import Glass

ONE, TWO, THREE, STRIP, PAGE, NEXT = 2, 3, 4, 5, 6, 7


def thing(uid: int, name: str, row: int) -> Node:
    bounds = Bounds(0, 20 * row, 100, 20 * row + 20)
    return Node(uid, Role.BUTTON, name=name, bounds=bounds, states=FOCUSABLE, actions=("click",))


def explored() -> tuple[Screen, Explorer]:
    """Three things, and below them the strip with a button that pages and one that goes on."""
    strip = Node(STRIP, Role.REGION, name="Ways", bounds=Bounds(0, 60, 100, 100), children=(PAGE, NEXT))
    things = (thing(ONE, "One", 0), thing(TWO, "Two", 1), thing(THREE, "Three", 2))
    screen = Screen(*things, strip, thing(PAGE, "Page down", 3), thing(NEXT, "Next item", 4))
    screen.focus = ONE
    screen.reader.turn(True)
    screen.mouth.take()
    explorer = Explorer(screen.reader)
    explorer.aside = "Ways"
    return screen, explorer


def clicks(screen: Screen) -> list[int]:
    return [done[1] for done in screen.done if done[0] == "click"]


def test_it_goes_on_from_the_thing_before_the_button_and_back() -> None:
    screen, explorer = explored()
    explorer.visit(screen.nodes[TWO])
    for step, said in ((1, "Three, button"), (-1, "Two, button"), (-1, "One, button"), (1, "Two, button")):
        explorer.visit(screen.nodes[PAGE])
        explorer.visit(screen.nodes[NEXT])
        screen.mouth.take()
        explorer.step(step)
        assert screen.mouth.take() == [said]


def test_it_presses_that_thing_and_not_itself() -> None:
    screen, explorer = explored()
    explorer.visit(screen.nodes[TWO])
    explorer.visit(screen.nodes[NEXT])
    explorer.step(0)
    assert clicks(screen) == [TWO]


def test_where_the_button_was_clicked_it_goes_on_from_what_had_the_focus() -> None:
    """With a mouse, which gives the focus to it: once what one was at last, then what had the focus."""
    screen, explorer = explored()
    explorer.visit(screen.nodes[TWO])
    screen.go(NEXT)
    screen.mouth.take()
    explorer.step(1)
    assert screen.mouth.take() == ["Three, button"]
    screen.go(ONE)
    screen.go(TWO)
    screen.go(NEXT)
    screen.mouth.take()
    explorer.step(-1)
    assert screen.mouth.take() == ["One, button"], "the focus has been to others meanwhile"


def test_elsewhere_the_place_is_where_one_is() -> None:
    screen, explorer = explored()
    explorer.visit(screen.nodes[TWO])
    explorer.step(1)
    assert screen.mouth.take()[-1] == "Three, button"


@pytest.mark.parametrize("lifting", [False, True])
def test_the_button_is_pressed_again_without_leaving_it(lifting: bool) -> None:
    """What it came to is where one is, but the finger is on the button: that is told, and pressed."""
    screen, explorer = explored()
    screen.reader.settings = VoicingSettings(lift_presses=lifting)
    window = Glass(screen)
    Pointer(screen.reader, explorer, window.later, lambda: screen.now).start(window)
    explorer.visit(screen.nodes[ONE])
    for said in ("Two, button", "Three, button"):
        screen.mouth.take()
        for _ in range(1 if lifting else 2):
            window.tap(50, 10)
        assert clicks(screen)[-1] == NEXT
        assert set(screen.mouth.take()) == {"Next item, button"}
        explorer.step(1)
        assert screen.mouth.take() == [said]
        window.wait()
    assert clicks(screen) == [NEXT, NEXT]
