"""A finger or a mouse is told what it is on; two taps press."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from accessibility.node import Bounds, Node
from accessibility.roles import Role
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.output import Earcon
from accessibility.voicing.pointer import Pointer
from accessibility.voicing.settings import VoicingSettings
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen


class Glass:
    """A window, as much of it as a pointer needs, and a clock whose jobs are done when its time has come."""

    width = height = 100.0

    def __init__(self, screen: Screen) -> None:
        self.handlers: dict[str, Callable[..., Any]] = {}
        self._screen = screen
        self._jobs: list[tuple[float, Callable[[], object]]] = []

    def bind(self, **handlers: Callable[..., Any]) -> None:
        self.handlers |= handlers

    def unbind(self, **handlers: Callable[..., Any]) -> None:
        for name in handlers:
            del self.handlers[name]

    def later(self, seconds: float, job: Callable[[], object]) -> Callable[[], object]:
        entry = self._screen.now + seconds, job
        self._jobs.append(entry)
        return lambda: self._jobs.remove(entry) if entry in self._jobs else None

    def wait(self, seconds: float = 2.0) -> None:
        end = self._screen.now + seconds
        while due := [job for job in self._jobs if job[0] <= end]:
            first = min(due, key=lambda job: job[0])
            self._jobs.remove(first)
            self._screen.now = first[0]
            first[1]()
        self._screen.now = end

    def touch(self, kind: str, x: float, y: float, *profile: str, finger: int = 1) -> bool:
        return bool(self.handlers[kind](self, _Touch(x, y, profile, finger)))

    def swipe(self, *path: tuple[float, float], fingers: int = 1) -> None:
        """Quickly, one finger or several beside one another."""
        for kind, places in (("down", path[:1]), ("move", path[1:]), ("up", path[-1:])):
            for x, y in places:
                for finger in range(fingers):
                    self.touch(f"on_touch_{kind}", x + finger, y, finger=finger)
        self._screen.now += 0.1

    def tap(self, x: float, y: float) -> None:
        self.touch("on_touch_down", x, y)
        self._screen.now += 0.1
        self.touch("on_touch_up", x, y)


@dataclass
class _Touch:
    x: float
    y: float
    profile: tuple[str, ...]
    id: int = 1
    device: str = "finger"


def put(*nodes: Node) -> tuple[Glass, Screen]:
    """A finger's window with these on it, read."""
    screen = Screen(*nodes)
    window = Glass(screen)
    screen.reader.turn(True)
    screen.mouth.take()
    Pointer(screen.reader, Explorer(screen.reader), window.later, lambda: screen.now).start(window)
    return window, screen


@pytest.fixture
def glass() -> tuple[Glass, Screen]:
    above = Node(2, Role.BUTTON, name="Up", bounds=Bounds(0, 0, 50, 50), states=FOCUSABLE, actions=("click",))
    below = Node(3, Role.BUTTON, name="Down", bounds=Bounds(0, 50, 50, 100), states=FOCUSABLE, actions=("click",))
    return put(above, below)


def page(action: str) -> tuple[Glass, Screen]:
    """Three things on a page that scrolls; the first is above it now, the last at its foot."""
    view = Node(2, Role.GENERIC, bounds=Bounds(0, 20, 100, 100), children=(3, 4, 5), actions=(action,))
    places = (Bounds(0, -20, 100, 15), Bounds(0, 25, 100, 60), Bounds(0, 70, 100, 100))
    things = (
        Node(uid, Role.BUTTON, name=name, bounds=place, states=FOCUSABLE, actions=("click",))
        for uid, name, place in zip((3, 4, 5), ("One", "Two", "Three"), places, strict=True)
    )
    return put(view, *things)


def test_a_finger_is_told_what_it_is_on(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    assert window.touch("on_touch_down", 10, 90)
    window.wait(0.3)
    assert screen.mouth.said == ["Up, button"], "it rests there"
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
        window.tap(10, 10)
    assert screen.done[-1] == ("click", 3)


def test_two_slow_taps_do_not(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    for _ in range(2):
        window.tap(10, 10)
        window.wait(2)
    assert screen.mouth.take() == ["Down, button", "Down, button"]
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


def clicks(screen: Screen) -> list[tuple[Any, ...]]:
    return [done for done in screen.done if done[0] == "click"]


def test_a_flick_goes_to_the_next_thing_and_back_and_tells_nothing_on_its_way(glass: tuple[Glass, Screen]) -> None:
    """Even what the finger is on is not told: it is on its way."""
    window, screen = glass
    screen.go(2)
    screen.mouth.take()
    window.swipe((10, 95), (40, 95))
    window.swipe((80, 95), (40, 95))
    window.wait()
    assert screen.mouth.take() == ["Down, button", "Up, button"]
    assert ("scroll_into_view", 3) in screen.done, "what is out of sight is brought there"


def test_after_a_flick_two_taps_anywhere_press_what_it_came_to(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.go(2)
    window.swipe((10, 95), (40, 95))
    screen.mouth.take()
    for _ in range(2):
        window.tap(10, 95)
    assert clicks(screen) == [("click", 3)]
    assert screen.mouth.take() == [], "the first tells of nothing else"
    window.tap(10, 95)
    window.wait()
    assert screen.mouth.take() == ["Up, button"], "one tap does tell what it is on, when no second comes"


def test_two_taps_on_two_things_press_neither(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    window.tap(10, 95)
    window.tap(10, 10)
    assert clicks(screen) == []
    window.tap(10, 10)
    assert clicks(screen) == [("click", 3)]


def test_a_flick_up_tells_and_presses_nothing_where_lifting_presses(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    screen.reader.settings = VoicingSettings(lift_presses=True)
    window.swipe((10, 5), (10, 90))
    window.swipe((10, 95), (40, 95))
    window.wait()
    assert clicks(screen) == []


@pytest.mark.parametrize(("way", "action"), [((10.0, 60.0), "scroll_down"), ((90.0, 40.0), "scroll_up")])
@pytest.mark.parametrize("fingers", [2, 3])
def test_several_fingers_scroll_a_page_and_hear_what_is_first_seen(
    way: tuple[float, float], action: str, fingers: int
) -> None:
    window, screen = page(action)
    window.swipe((50, way[0]), (50, way[1]), fingers=fingers)
    window.wait()
    assert [done for done in screen.done if done[1] == 2] == [(action, 2)]
    assert screen.mouth.take() == ["Two, button"]
    assert clicks(screen) == []


def test_what_is_first_seen_is_told_when_it_is_told_where_it_stands() -> None:
    """Before, it would be what stood there, and telling that would scroll back to it."""
    window, screen = page("scroll_down")
    window.swipe((50, 10), (50, 60), fingers=2)
    window.wait(0.15)
    assert screen.mouth.said == []
    inside = [screen.nodes[uid] for uid in (3, 4, 5)]
    up = (replace(node, bounds=Bounds(0, node.bounds.top - 50, 100, node.bounds.bottom - 50)) for node in inside)
    screen.change(*up)
    window.wait(0.3)
    assert screen.mouth.take() == ["Three, button"]


@pytest.mark.parametrize(("fingers", "pages"), [(2, 3), (3, 1)])
def test_two_fingers_scroll_on_as_they_go_on_and_three_once(fingers: int, pages: int) -> None:
    window, screen = page("scroll_down")
    window.swipe((50, 5), (50, 20), (50, 55), (50, 90), fingers=fingers)
    assert screen.done.count(("scroll_down", 2)) == pages


def test_two_fingers_where_nothing_scrolls_come_to_an_edge(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    window.swipe((50, 10), (50, 60), fingers=2)
    assert screen.mouth.cues == [Earcon.EDGE]


def test_a_finger_that_rests_at_the_foot_of_a_page_scrolls_on_and_one_in_the_middle_does_not() -> None:
    window, screen = page("scroll_down")
    window.touch("on_touch_down", 50, 50)
    window.wait()
    assert ("scroll_down", 2) not in screen.done
    window.touch("on_touch_move", 50, 2)
    window.wait(1.0)
    assert screen.done.count(("scroll_down", 2)) == 1
    window.wait(2.0)
    assert screen.done.count(("scroll_down", 2)) == 2, "and again, for as long as it rests there"
    window.touch("on_touch_up", 50, 2)
    window.wait()
    assert screen.done.count(("scroll_down", 2)) == 2


def test_a_finger_that_is_lifted_in_another_window_is_none_of_the_next_gesture(glass: tuple[Glass, Screen]) -> None:
    window, screen = glass
    window.touch("on_touch_down", 10, 90, finger=7)
    window.handlers["focus"](window, False)
    screen.go(2)
    screen.mouth.take()
    window.swipe((10, 95), (40, 95))
    assert screen.mouth.take() == ["Down, button"], "one finger, not two"
