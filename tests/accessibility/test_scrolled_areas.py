"""A scrolled area: told where it has more than is seen, and a Tab stop of its own where nothing in it is one."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.textinput import TextInput

from accessibility.providers.atspi.roles import AtspiRole, role_of
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.roles import State
from tests.accessibility.column import Title, column
from tests.accessibility.fake_window import Stage, frame

TAB, ENTER = 9, 13
UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN = 273, 274, 278, 279, 280, 281
Make = Callable[..., Stage]


def area(*inside: Any, height: float = 3000) -> ScrollView:
    box = BoxLayout(orientation="vertical", size_hint_y=None, height=height)
    for widget in inside:
        box.add_widget(widget)
    view = ScrollView(size_hint=(None, None), size=(400, 400))
    view.add_widget(box)
    return view


def put(stage: Make, *widgets: Any) -> Stage:
    shown = stage(column(*widgets))
    frame(4)
    return shown


def told(shown: Stage) -> Snapshot:
    """What the platform makes of the whole tree."""
    return apply(Snapshot(), shown.bridge.tree.everything())


def test_keys_reach_and_scroll_what_is_only_read(stage: Make) -> None:
    view = area(Title(text="Terms\nof use"), Label(text="long"))
    shown = put(stage, Button(text="before"), view, Button(text="after"))
    seen = []
    for _ in range(3):
        shown.window.press(TAB)
        seen.append(shown.focus)
    assert seen == ["before", "Terms", "after"], "named by the first line that is written in it"
    shown.bridge.focus.focus(view)
    assert shown.node(view).has(State.FOCUSABLE)
    at = []
    for key in (DOWN, DOWN, UP, PAGE_DOWN, PAGE_UP, END, HOME):
        assert shown.window.press(key)
        at.append(round((1 - view.scroll_y) * 2600))
    assert at == [40, 80, 40, 360, 40, 2600, 0], "a tenth of what is seen, four fifths, and the ends"


def test_what_has_a_tab_stop_inside_or_room_for_all_is_none(stage: Make) -> None:
    views = area(Button(text="inside"), Label(text="long")), area(Label(text="short"), height=200)
    shown = put(stage, *views, Button(text="after"))
    seen = []
    for _ in range(3):
        shown.window.press(TAB)
        seen.append(shown.focus)
    assert seen == ["inside", "after", "inside"]
    assert not any(shown.node(view).has(State.FOCUSABLE) for view in views)


def test_it_is_a_stop_no_more_when_something_in_it_is_one(stage: Make) -> None:
    late = Button(text="late", disabled=True, size_hint_y=None, height=50)
    view = area(late, Label(text="long"))
    shown = put(stage, Button(text="before"), view)
    shown.bridge.focus.focus(view)
    assert shown.bridge.focus.current is view
    late.disabled = False
    shown.window.press(TAB)
    assert shown.focus == "late"
    frame()
    assert not shown.node(view).has(State.FOCUSABLE)
    shown.window.press(TAB)
    shown.window.press(TAB)
    assert shown.focus == "late"


def test_the_platform_has_a_scroll_pane_where_there_is_more(stage: Make) -> None:
    view, short = area(Button(text="inside"), Label(text="long")), area(Label(text="short"), height=200)
    shown = put(stage, view, short)
    tree = told(shown)
    assert role_of(tree.nodes[view.uid]) is AtspiRole.SCROLL_PANE
    assert tree.nodes[view.uid].actions == ("scroll_down",)
    assert tree.told(view.uid), "with its actions, whatever stands inside"
    assert not tree.told(short.uid)


@pytest.mark.parametrize("secret", [True, False])
def test_what_is_typed_never_names_it(stage: Make, secret: bool) -> None:
    field = TextInput(text="hunter2", password=secret, disabled=True)
    view = area(field, Label(text="long"))
    shown = put(stage, view)
    assert (shown.node(view).name, shown.node(view).has(State.FOCUSABLE)) == ("long", True)
