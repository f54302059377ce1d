"""Scanning on a Kivy window: the switches' keys come in, what is chosen is pressed, and everything is given back."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.scrollview import ScrollView
from kivy.uix.textinput import TextInput

from accessibility.keyboard import ENTER, SPACE
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.kivy_scan import ScanLayer
from accessibility.kivy_snapshot import ROOT, snapshot
from accessibility.switch.scanner import Mark
from accessibility.switch.settings import ScanMode, SwitchSettings
from accessibility.tree import reading_order
from tests.accessibility.fake_window import Stage, frame


class Key(FocusableBehavior, Button): ...


class Field(AccessibleBehavior, TextInput): ...


class Group(AccessibleBehavior, BoxLayout): ...


class Page:
    """Two keys and a field, what was pressed and written in, and what is marked."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.mark: Mark | None = None
        self.now = 0.0
        self.staying: list[Any] = []
        box = Group(orientation="vertical", size=(800, 600))
        for name in ("one", "two"):
            box.add_widget(Key(text=name, on_release=lambda key: self.done.append(key.text)))
        self.field = Field(a11y_name="field", multiline=False)
        box.add_widget(self.field)
        self.box = box
        self.stage = Stage(box)
        settings = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
        self.layer = ScanLayer(self.stage.bridge, settings, self, now=lambda: self.now)

    def marked(self, mark: Mark | None, *, moved: bool) -> None:
        self.mark = mark

    def write(self, field: Any) -> None:
        self.done.append(f"write in {field.a11y_name}")

    def stays(self, widget: Any) -> bool:
        return widget in self.staying

    def press(self, *keys: int) -> None:
        for key in keys:
            self.now += 1
            assert self.stage.window.press(key)
            frame()

    @property
    def name(self) -> str:
        return self.mark.item.name if self.mark is not None and self.mark.item is not None else ""


@pytest.fixture
def page() -> Iterator[Page]:
    made = Page()
    yield made
    made.layer.close()
    made.stage.close()


def test_one_switch_moves_one_chooses(page: Page) -> None:
    page.layer.start()
    assert page.name == "one"
    page.press(SPACE)
    assert page.name == "two"
    page.press(ENTER)
    assert page.done == ["two"]


def test_a_field_is_given_the_focus_and_then_its_keys(page: Page) -> None:
    page.layer.start()
    page.press(SPACE, SPACE, ENTER)
    assert page.done == ["write in field"]
    assert page.stage.bridge.focus.current is page.field
    assert page.stage.window.dispatch("on_textinput", " "), "what the switch's key writes goes nowhere"


def test_a_widget_that_goes_while_it_is_marked_is_left(page: Page) -> None:
    page.layer.start()
    page.press(SPACE)
    page.box.remove_widget(page.box.children[1])
    page.now += 1
    page.layer.tick()
    assert page.name == "one"


def test_a_press_at_a_mark_that_has_just_gone_chooses_nothing(page: Page) -> None:
    page.layer.start()
    page.press(SPACE)
    page.box.remove_widget(page.box.children[1])
    page.press(ENTER)
    assert page.done == [], "nobody has seen the mark on what took its place"
    assert page.name == "one"
    page.press(ENTER)
    assert page.done == ["one"]


@pytest.mark.parametrize("early", [0, 1])
def test_the_mark_is_where_its_thing_stands_one_frame_after_scrolling_to_it(early: int) -> None:
    """`early`: looks that come before what was scrolled has taken its place."""
    box = Group(orientation="vertical", size_hint_y=None, height=3000)
    keys = [Key(text=str(number)) for number in range(30)]
    for key in keys:
        box.add_widget(key)
    scroll = ScrollView(size=(800, 600), size_hint=(None, None))
    scroll.add_widget(box)
    stage, marks = Stage(scroll), []
    hooks = SimpleNamespace(marked=lambda mark, *, moved: marks.append(mark), write=None, stays=lambda widget: False)
    settings = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
    layer = ScanLayer(stage.bridge, settings, hooks, now=lambda: 1.0)
    frame(5)
    layer.start()
    for _ in range(12):
        stage.window.press(SPACE)
        for _ in range(early):
            layer.tick()
        frame()
        layer.tick()
        mark = marks[-1]
        place = (mark.item or mark.group.items[-1]).bounds
        assert 0 <= place.top < place.bottom <= 600, "seen where it is painted"
    layer.close()
    stage.close()


def _goes_away_holding(page: Page, key: int) -> None:
    """The switch goes down, another window comes and sees it come up, and this one comes back."""
    page.now += 1
    page.stage.window.dispatch("on_key_down", key, 0, None, [])
    page.stage.window.focus = False
    page.stage.window.focus = True
    page.now += 5
    page.layer.tick()


def test_a_switch_that_comes_up_in_another_window_is_pressed_anew(page: Page) -> None:
    page.layer.start()
    _goes_away_holding(page, SPACE)
    assert page.name == "two"
    page.press(ENTER)
    assert page.done == ["two"]
    _goes_away_holding(page, ENTER)
    assert page.done == ["two", "one"], "it went down once"
    page.press(ENTER)
    assert page.done == ["two", "one", "one"], "no repetition of what was down before"


def test_a_switch_that_must_be_held_is_not_held_by_somebody_who_has_gone(page: Page) -> None:
    page.layer.close()
    settings = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0, hold=1.0)
    page.layer = ScanLayer(page.stage.bridge, settings, page, now=lambda: page.now)
    page.layer.start()
    _goes_away_holding(page, ENTER)
    assert page.done == []


def test_by_itself_and_with_two_switches_the_mark_goes_on_by_time_and_by_hand_and_again_from_the_focus(
    page: Page,
) -> None:
    page.layer.close()
    settings = SwitchSettings(on=True, switches=2, interval=2.0, first_pause=0.0, ignore_again=0.0)
    page.layer = ScanLayer(page.stage.bridge, settings, page, now=lambda: page.now)
    page.layer.start()
    two = page.box.children[1]
    page.stage.bridge.focus.focus(two)
    page.layer.tick()
    assert page.name == "one", "a focus that moves takes no mark along"
    page.now += 2
    page.layer.tick()
    assert page.name == "two", "by time"
    page.press(SPACE)
    assert page.name == "field", "by hand"
    page.now += 1.9
    page.layer.tick()
    assert page.name == "field", "and its time begins anew"
    page.now += 0.1
    page.layer.tick()
    assert page.name == "one"
    page.press(ENTER)
    assert page.done == ["one"]
    assert page.name == "two", "after a choice it goes on from the focus"


def test_scanning_goes_on_where_something_was_chosen_that_scrolls_what_is_elsewhere(page: Page) -> None:
    page.layer.start()
    page.staying.append(page.box.children[1])
    page.press(SPACE, ENTER)
    assert page.done == ["two"]
    assert page.name == "two", "to be pressed again, and nothing is scrolled back"


def test_closed_it_takes_no_key(page: Page) -> None:
    page.layer.start()
    page.layer.close()
    assert page.mark is None
    page.stage.bridge.focus.focus(page.box.children[2])
    page.press(ENTER)
    assert page.done == ["one"], "Enter is Enter again"


def test_a_snapshot_is_what_the_tree_tells(page: Page) -> None:
    nodes, found = snapshot([page.box])
    told = [node.name for node in reading_order(page.stage.bridge.nodes, page.stage.bridge.tree.root)][1:]
    assert [node.name for node in reading_order(nodes, ROOT)][1:] == told
    assert found[page.field.uid] is page.field
