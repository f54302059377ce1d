"""Dwelling in a window: what a resting pointer clicks, and everything that must not click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from kivy.uix.button import Button
from kivy.uix.widget import Widget

from accessibility.dwell import DwellSettings, Point
from accessibility.kivy_dwell import DwellLayer
from tests.accessibility.fake_pointer import PointerWindow

REST, RADIUS = 1.0, 10.0
HERE, BESIDE, FAR = (100.0, 100.0), (106.0, 100.0), (400.0, 100.0)


class Table:
    """Two buttons at HERE and FAR, dwelling on them, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.window, self.time = PointerWindow(), 0.0
        self.pressed: list[str] = []
        self.clicked: list[Any] = []
        self.shown: tuple[Point | None, float] = (None, 0.0)
        self.running = True
        self.here, self.far = self.button("here", HERE), self.button("far", FAR)
        self.layer = DwellLayer(
            self.window, DwellSettings(rest=REST, radius=RADIUS / 2), 2.0, lambda place: self.running, self._show,
            self._aim, self.clicked.append, now=lambda: self.time,
        )  # fmt: skip
        self.layer.start()

    def button(self, name: str, place: Point) -> Button:
        made = Button(pos=(place[0] - 50, place[1] - 50), size=(100, 100), size_hint=(None, None))
        made.bind(on_press=lambda _: self.pressed.append(name))
        self.window.add_widget(made)
        return made

    def wait(self, seconds: float) -> None:
        """Time passes, tick by tick."""
        for _ in range(round(seconds * 10)):
            self.time += 0.1
            self.layer.tick()

    def _show(self, place: Point | None, share: float) -> None:
        self.shown = place, share

    def _aim(self, place: Point) -> Widget | None:
        return next((child for child in self.window.children if child.collide_point(*place)), None)

    def close(self) -> None:
        self.layer.close()
        self.window.close()


@pytest.fixture
def table() -> Iterator[Table]:
    made = Table()
    yield made
    made.close()


def test_a_rest_is_shown_and_clicks_once_what_lies_there(table: Table) -> None:
    table.window.point(HERE)
    table.wait(0.6)
    assert table.shown[0] == HERE
    assert 0.4 < table.shown[1] < 0.7
    assert table.pressed == []
    table.wait(0.6)
    assert table.pressed == ["here"]
    assert table.clicked == [table.here], "it is told what stood there"
    table.wait(5)
    assert table.shown == (None, 0.0)
    assert table.pressed == ["here"], "not again without leaving"


def test_moving_away_in_time_clicks_nothing_and_the_rest_begins_there(table: Table) -> None:
    table.window.point(HERE)
    table.wait(0.8)
    table.window.point(FAR)
    table.wait(0.8)
    assert table.pressed == []
    table.wait(0.4)
    assert table.pressed == ["far"]
    table.window.point(HERE)
    table.wait(1.2)
    assert table.pressed == ["far", "here"], "coming back is a new rest"


def test_a_trembling_hand_still_clicks(table: Table) -> None:
    for turn in range(12):
        table.window.point(BESIDE if turn % 2 else HERE)
        table.wait(0.1)
    assert table.pressed == ["here"]
    for turn in range(40):
        table.window.point(BESIDE if turn % 2 else HERE)
        table.wait(0.1)
    assert table.pressed == ["here"], "trembling is not leaving"


def test_a_drag_is_no_rest_however_long_it_stands_still(table: Table) -> None:
    table.window.point(HERE)
    table.window.hold()
    table.window.point(FAR)
    table.wait(3)
    table.window.release()
    table.wait(3)
    assert table.pressed == ["here"], "the press of the hand, and nothing at the end of the drag"
    table.window.point(HERE)
    table.wait(1.2)
    assert table.pressed == ["here", "here"], "then it is a pointer again"


def test_who_presses_gets_no_second_click_from_a_hand_that_trembles(table: Table) -> None:
    """What came under the pointer by the press (a button to confirm with) must not be pressed as well."""
    table.window.point(HERE)
    table.wait(0.5)
    table.window.hold()
    table.window.release()
    table.window.point(BESIDE)
    table.wait(3)
    assert table.pressed == ["here"]


def test_after_a_pause_the_resting_pointer_clicks_when_it_has_rested_anew(table: Table) -> None:
    table.running = False
    table.window.point(HERE)
    table.wait(5)
    assert table.shown[0] is None
    table.running = True
    table.wait(0.8)
    assert table.pressed == [], "what was rested before does not count"
    table.wait(0.4)
    assert table.pressed == ["here"]


def test_a_pause_takes_back_no_click(table: Table) -> None:
    table.window.point(HERE)
    table.wait(1.2)
    table.running = False
    table.wait(2)
    table.running = True
    table.wait(2)
    assert table.pressed == ["here"]


def test_a_pointer_outside_the_window_clicks_nothing_and_begins_anew_when_it_is_back(table: Table) -> None:
    table.window.point(HERE)
    table.wait(0.8)
    table.window.dispatch("on_cursor_leave")
    table.wait(3)
    assert table.pressed == []
    assert table.shown == (None, 0.0)
    table.window.dispatch("on_cursor_enter")  # at the very place where it left: no move is told
    table.wait(0.8)
    assert table.pressed == []
    table.wait(0.4)
    assert table.pressed == ["here"]
    table.window.dispatch("on_cursor_leave")
    table.window.dispatch("on_cursor_enter")
    table.wait(3)
    assert table.pressed == ["here"], "something that passed over the window is no leaving of the place"


def test_what_comes_under_a_resting_pointer_gets_a_whole_rest(table: Table) -> None:
    """The screen changes just before the click: who rested on one button has not chosen the next."""
    table.window.point(HERE)
    table.wait(0.9)
    table.window.remove_widget(table.here)
    table.wait(0.5)
    table.button("confirm", HERE)
    table.wait(0.9)
    assert table.pressed == []
    table.wait(0.3)
    assert table.pressed == ["confirm"]


def test_a_click_that_takes_its_own_button_away(table: Table) -> None:
    table.here.bind(on_press=lambda button: table.window.remove_widget(button))
    table.window.point(HERE)
    table.wait(1.2)
    table.button("confirm", HERE)
    table.wait(3)
    assert table.pressed == ["here"], "what the click brought is not clicked without leaving"
    assert table.clicked == [table.here], "it is told what stood there before"


def test_the_wheel_begins_the_rest_anew(table: Table) -> None:
    table.window.point(HERE)
    table.wait(0.8)
    table.pressed.clear()
    table.window.wheel()
    wheeled = table.pressed.copy()
    table.wait(0.8)
    assert table.pressed == wheeled
    table.wait(0.4)
    assert table.pressed == [*wheeled, "here"]
    table.window.wheel()
    wheeled = table.pressed.copy()
    table.wait(3)
    assert table.pressed == wheeled, "a wheel is no leaving"


def test_closed_it_follows_nothing(table: Table) -> None:
    table.layer.close()
    table.window.point(HERE)
    table.wait(2)
    assert table.pressed == []
    assert table.shown == (None, 0.0)


def test_a_button_that_comes_up_in_another_window_stops_no_rest_for_ever(table: Table) -> None:
    table.window.point(HERE)
    table.window.hold()
    table.window.focus = False
    table.window.focus = True
    table.window.point(FAR)
    table.wait(2)
    assert table.pressed[-1:] == ["far"]
