"""The focus in a RecycleView is on an item, not on the widget that shows it now and another one after scrolling."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.button import Button
from kivy.uix.textinput import TextInput

from accessibility.keyboard import DOWN, END, ENTER, SPACE, TAB
from tests.accessibility.fake_window import Stage, frame
from tests.accessibility.pressed_rows import Card, Row, pressed
from tests.accessibility.test_lists import payments
from tests.accessibility.voicing.long_list import spoken

Make = Callable[..., Stage]


def on_the_second(stage: Make, viewclass: Any, count: int = 1000) -> tuple[Stage, Any]:
    view = payments(count, viewclass=viewclass)
    shown = stage(view, Button(text="after"))
    frame(4)
    second = next(widget for widget, at in view.layout_manager.view_indices.items() if at == 1)
    shown.bridge.focus.focus(second.children[0] if viewclass is Card else second)
    frame()
    pressed.clear()
    return shown, view


@pytest.mark.parametrize("viewclass", [Row, Card])
@pytest.mark.parametrize("scrolled", [0.995, 0.99, 0.5, 0.0])
@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_scrolled_out_of_sight_it_keeps_the_focus_and_is_what_is_pressed(
    stage: Make, viewclass: Any, scrolled: float, key: int
) -> None:
    shown, view = on_the_second(stage, viewclass)
    view.scroll_y = scrolled
    frame(4)
    assert shown.focus == "item 2"
    told = {shown.log.nodes[update.focus].name for update in shown.log.updates[-3:] if update.focus in shown.log.nodes}
    assert told == {"item 2"}
    shown.window.press(key)
    frame(4)
    assert pressed == ["item 2"]
    assert shown.focus == "item 2"
    assert shown.log.nodes[shown.log.focus].bounds.height > 0, "it is seen again"


def test_a_key_before_the_next_frame_presses_no_other_item(stage: Make) -> None:
    shown, view = on_the_second(stage, Row)
    for share in (0.5, 0.4, 0.3):
        view.scroll_y = share
        view.refresh_from_viewport()
        view.refresh_views()
    shown.window.press(ENTER)
    frame(4)
    assert pressed == ["item 2"]


def test_scrolled_back_the_focus_is_on_its_widget_and_nothing_jumps(stage: Make) -> None:
    shown, view = on_the_second(stage, Row)
    for scrolled in (0.5, 0.999):
        view.scroll_y = scrolled
        frame(4)
    assert view.scroll_y == 0.999
    current = shown.bridge.focus.current
    assert isinstance(current, Row)
    assert (current.text, shown.focus) == ("item 2", "item 2")


def test_the_arrows_go_on_from_where_it_is(stage: Make) -> None:
    shown, view = on_the_second(stage, Row)
    view.scroll_y = 0.5
    frame(4)
    shown.window.press(DOWN)
    frame(4)
    assert shown.focus == "item 3"
    shown.window.press(END)
    frame(4)
    view.scroll_y = 0.5
    frame(4)
    assert shown.focus == "item 1000"
    shown.window.press(TAB)
    frame(4)
    assert shown.focus == "after"


def test_what_comes_before_it_in_the_data_moves_it_on(stage: Make) -> None:
    shown, view = on_the_second(stage, Row)
    view.data = [{"text": "new"}, *view.data]
    frame(4)
    assert shown.focus == "item 2"
    node = shown.log.focus_node
    assert node is not None
    assert node.position == 3
    view.data = [dict(item) for item in view.data[1:]]
    frame(4)
    assert shown.focus == "item 2", "the same list made anew"
    view.data = view.data[:1]
    frame(4)
    assert shown.focus == "item 1", "it has gone: its neighbour has the focus, and is told"


def test_a_field_is_left_with_its_item(stage: Make) -> None:
    """Its widget may show another item, into which nothing may be typed unasked."""
    shown, view = on_the_second(stage, TextInput)
    view.scroll_y = 0.5
    frame(4)
    assert not any(widget.focus for widget in view.layout_manager.children)
    view.scroll_y = 1
    frame(4)
    current = shown.bridge.focus.current
    assert isinstance(current, TextInput)
    assert current.text == "item 2"


def test_scrolling_it_says_nothing_of_the_focus() -> None:
    with spoken(1000) as page:
        page.bridge.focus.focus(page.first)
        page.bridge.focus.move(1)
        frame()
        page.mouth.take()
        for scrolled in (0.99, 0.5, 1.0):
            page.rows.scroll_y = scrolled
            frame(4)
        assert page.mouth.take() == []
