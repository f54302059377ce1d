"""Widgets that Kivy gives no focus have it all the same, with a ring around them."""

from collections.abc import Callable

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.slider import Slider
from kivy.uix.textinput import TextInput

from accessibility import kivy_focus
from accessibility.keyboard import DOWN, ENTER, RIGHT, SPACE, TAB
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_focus import Ring
from accessibility.roles import Action, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


def rings(*widgets: Button) -> list[bool]:
    return [any(isinstance(part, Ring) for part in widget.canvas.after.children) for widget in widgets]


def test_stock_widgets_are_tabbed_through_and_used(stage: Make) -> None:
    pressed: list[str] = []
    key, box, slider = Button(text="go", on_release=lambda _: pressed.append("go")), CheckBox(), Slider(max=10, step=1)
    shown = stage(key, Label(text="no stop"), box, slider)
    shown.window.press(TAB)
    assert shown.focus == "go"
    shown.window.press(ENTER)
    shown.window.press(SPACE)
    frame()
    assert pressed == ["go", "go"]
    shown.window.press(TAB)
    shown.window.press(SPACE)
    frame()
    assert box.active
    shown.window.press(TAB)
    shown.window.press(RIGHT)
    assert slider.value == 1
    shown.window.press(TAB)
    assert shown.focus == "go"


def test_the_ring_is_where_the_focus_is(stage: Make) -> None:
    first, second = Button(text="a"), Button(text="b")
    shown = stage(first, second)
    assert rings(first, second) == [False, False]
    shown.window.press(TAB)
    assert rings(first, second) == [True, False]
    shown.window.press(TAB)
    assert rings(first, second) == [False, True]


def test_a_field_takes_the_keyboard_and_gives_it_back(stage: Make) -> None:
    key, field = Button(text="a"), TextInput(multiline=False)
    shown = stage(key, field)
    shown.window.press(TAB)
    assert shown.bridge.focus.current is key
    shown.window.press(TAB)
    assert (field.focus, shown.bridge.focus.current, rings(key)) == (True, field, [False])
    shown.bridge.focus.focus(key)
    frame()
    assert (field.focus, shown.bridge.focus.current, shown.focus) == (False, key, "a")
    field.focus = True  # as a pointer does
    frame()
    assert (shown.bridge.focus.current, rings(key)) == (field, [False])


def test_the_focus_goes_on_when_its_widget_goes(stage: Make) -> None:
    box, keys = BoxLayout(), [Button(text=name) for name in "abc"]
    for key in keys:
        box.add_widget(key)
    shown = stage(box)
    shown.bridge.focus.focus(keys[1])
    box.remove_widget(keys[1])
    frame()
    assert (shown.focus, rings(*keys)) == ("c", [False, False, True])
    keys[2].disabled = True
    frame()
    assert (shown.focus, rings(*keys)) == ("a", [True, False, False])
    box.clear_widgets()
    frame()
    assert shown.bridge.focus.current is None


def test_a_widget_may_say_that_it_is_no_stop(stage: Make) -> None:
    class Quiet(AccessibleBehavior, Button):
        a11y_tab_stop = False

    quiet = Quiet(text="a")
    shown = stage(quiet, Button(text="b"))
    shown.window.press(TAB)
    assert shown.focus == "b"
    assert shown.bridge.focus.focus(quiet)
    assert shown.focus == "a"


def test_radio_buttons_without_a_group_around_are_one_stop(stage: Make) -> None:
    radios = [CheckBox(group="g", active=index == 1) for index in range(3)]
    after = Button(text="after")
    shown = stage(*radios, after)
    shown.window.press(TAB)
    assert shown.bridge.focus.current is radios[1]
    shown.window.press(DOWN)
    frame()
    assert (shown.bridge.focus.current, radios[2].active) == (radios[2], True)
    shown.window.press(TAB)
    assert shown.focus == "after"
    shown.window.press(TAB, "shift")
    assert shown.bridge.focus.current is radios[2]


def test_text_is_focusable_for_nobody_and_a_button_for_all(stage: Make) -> None:
    label, key = Label(text="a"), Button(text="b")
    shown = stage(label, key)
    assert [State.FOCUSABLE in shown.node(widget).states for widget in (label, key)] == [False, True]
    shown.ask(label, Action.FOCUS)
    assert shown.bridge.focus.current is None


def test_the_ring_stands_on_whole_pixels_of_the_window_however_far_the_page_is_scrolled(
    stage: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[float, ...]] = []

    class Line(kivy_focus.Line):
        rectangle = property(None, lambda _, box: drawn.append(box))

    monkeypatch.setattr(kivy_focus, "Line", Line)
    box = BoxLayout(orientation="vertical", size_hint_y=None, height=3000.7)
    box.add_widget(Button(text="first"))
    box.add_widget(Button(text="second"))
    view = ScrollView(size=(800, 600), size_hint=(None, None))
    view.add_widget(box)
    shown = stage(view)
    frame()
    shown.window.press(TAB)
    key = shown.bridge.focus.current
    assert key is not None
    places = set()
    for scrolled in (0.9, 0.9137, 0.8371):
        view.scroll_y = scrolled
        frame()
        left, bottom, width, height = drawn[-1]
        x, y = key.to_window(left, bottom)
        assert key.to_window(*key.pos)[1] % 1 not in (0, 0.5)
        # A line as thick as an odd number of pixels has whole edges where its middle is half a pixel beside.
        assert [round(edge % 1, 3) for edge in (x, y, x + width, y + height)] == [0.5] * 4
        places.add(round(y))
    assert len(places) == 3, "it went along"


def test_a_bridge_that_is_closed_fetches_the_focus_back_no_more(stage: Make) -> None:
    """Else two programs' windows, or two tests, take it from one another for ever."""
    key, field = Button(text="a"), TextInput(multiline=False)
    former = stage(key, field)
    former.window.press(TAB)
    former.bridge.close()
    assert rings(key) == [False]
    field.focus = True
    former.bridge.focus.changed(field, True)
    field.focus = False
    former.bridge.focus.changed(field, False)
    frame()
    assert (field.focus, former.bridge.focus.current) == (False, None)
