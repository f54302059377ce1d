"""A finger or a mouse is told what it is on; two taps press."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from accessibility.node import Bounds, Node
from accessibility.roles import Role
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.pointer import Pointer
from accessibility.voicing.settings import VoicingSettings
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen


class Glass:
    """A window, as much of it as a pointer needs."""

    height = 100.0

    def __init__(self) -> None:
        self.handlers: dict[str, Callable[..., Any]] = {}

    def bind(self, **handlers: Callable[..., Any]) -> None:
        self.handlers |= handlers

    def unbind(self, **handlers: Callable[..., Any]) -> None:
        for name in handlers:
            del self.handlers[name]

    def touch(self, kind: str, x: float, y: float, *profile: str) -> bool:
        return bool(self.handlers[kind](self, _Touch(x, y, profile)))


@dataclass
class _Touch:
    x: float
    y: float
    profile: tuple[str, ...]


@pytest.fixture
def glass() -> tuple[Glass, Screen]:
    above = Node(2, Role.BUTTON, name="Up", bounds=Bounds(0, 0, 50, 50), states=FOCUSABLE, actions=("click",))
    below = Node(3, Role.BUTTON, name="Down", bounds=Bounds(0, 50, 50, 100), states=FOCUSABLE, actions=("click",))
    screen, window = Screen(above, below), Glass()
    screen.reader.turn(True)
    screen.mouth.take()
    Pointer(screen.reader, Explorer(screen.reader), lambda: screen.now).start(window)
    return window, screen


def test_a_finger_is_told_what_it_is_on(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    assert window.touch("on_touch_down", 10, 90)
    window.touch("on_touch_move", 12, 88)
    window.touch("on_touch_move", 10, 10)
    window.touch("on_touch_move", 90, 10)
    screen.now += 2
    window.touch("on_touch_up", 90, 10)
    assert screen.mouth.take() == ["Up, button", "Down, button"]
    assert not [done for done in screen.done if done[0] == "click"]


def test_a_double_tap_presses(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    for _ in range(2):
        window.touch("on_touch_down", 10, 10)
        screen.now += 0.1
        window.touch("on_touch_up", 10, 10)
    assert screen.done[-1] == ("click", 3)


def test_two_slow_taps_do_not(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    for _ in range(2):
        window.touch("on_touch_down", 10, 10)
        screen.now += 0.1
        window.touch("on_touch_up", 10, 10)
        screen.now += 2
    assert not [done for done in screen.done if done[0] == "click"]


def test_lifting_presses_when_it_is_wished(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.reader.settings = VoicingSettings(lift_presses=True)
    window.touch("on_touch_down", 10, 90)
    screen.now += 2
    window.touch("on_touch_move", 10, 10)
    window.touch("on_touch_up", 10, 10)
    assert screen.done[-1] == ("click", 3)


def test_the_mouse_clicks_as_ever_and_may_be_told(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    assert not window.touch("on_touch_down", 10, 90, "button")
    window.handlers["mouse_pos"](window, (10, 90))
    assert screen.mouth.take() == []
    screen.reader.settings = VoicingSettings(pointer=True)
    window.handlers["mouse_pos"](window, (10, 90))
    assert screen.mouth.take() == ["Up, button"]


def test_without_exploring_touches_are_the_window_s(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.reader.settings = VoicingSettings(explore=False)
    assert not window.touch("on_touch_down", 10, 90)
    screen.reader.settings = VoicingSettings()
    screen.reader.turn(False)
    assert not window.touch("on_touch_down", 10, 90)
