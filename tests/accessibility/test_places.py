"""Where things are after scrolling: at once for what is in sight, in small portions for the rest, rightly for all."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.scatter import Scatter
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from accessibility.kivy_adapters import bounds_of
from accessibility.kivy_moved import A_FEW
from accessibility.kivy_places import places_inside
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]
COUNT = 5 * A_FEW


def long_page() -> tuple[ScrollView, list[Label]]:
    area = ScrollView(size_hint=(None, None), size=(800, 600))
    column = BoxLayout(orientation="vertical", size_hint_y=None, height=COUNT * 40)
    labels = [Label(text=f"Line {number}") for number in range(COUNT)]
    for label in labels:
        column.add_widget(label)
    area.add_widget(column)
    return area, labels


def is_true(shown: Stage, widget: Widget) -> bool:
    return bool(shown.node(widget).bounds == bounds_of(widget))


def test_what_is_in_sight_is_told_at_once_and_the_rest_when_it_rests(stage: Make) -> None:
    area, labels = long_page()
    shown = stage(area)
    frame(4)
    area.scroll_y = 0.5
    seen = labels[COUNT // 2]
    for _ in frames():
        if 0 < shown.node(seen).bounds.top < 600:
            break
    assert is_true(shown, seen)
    assert not is_true(shown, labels[-1])  # out of sight before and after: it waits
    told = len(shown.log.updates)
    for _ in frames():
        if all(is_true(shown, label) for label in labels):
            break
    assert all(is_true(shown, label) for label in labels)
    portions = [len(changes.nodes) for changes in shown.log.updates[told:]]
    assert max(portions) <= A_FEW
    assert len(portions) > 1


def test_a_caption_that_goes_on_word_by_word_does_not_put_the_rest_off(stage: Make) -> None:
    """As long as something was said, places out of sight were those of before."""
    area, labels = long_page()
    page, caption = BoxLayout(), Label(text="", size_hint=(None, None), size=(10, 10))
    page.add_widget(area)
    page.add_widget(caption)
    shown = stage(page)
    frame(4)
    area.scroll_y = 0.5
    for count, _ in enumerate(frames()):
        caption.text = f"word {count}"
        if all(is_true(shown, label) for label in labels):
            break
    assert all(is_true(shown, label) for label in labels)


def test_whoever_asks_is_told_of_all(stage: Make) -> None:
    area, labels = long_page()
    shown = stage(area)
    frame(4)
    area.scroll_y = 0.3
    frame(4)
    shown.bridge.flush()
    assert all(is_true(shown, label) for label in labels)


@pytest.mark.parametrize("turn", [0.0, 30.0])
def test_places_are_those_that_each_widget_would_say(stage: Make, turn: float) -> None:
    inner = Label(text="inner", pos=(7, 9), size_hint=(None, None), size=(30, 20))
    relative = RelativeLayout(pos=(50, 60), size_hint=(None, None), size=(200, 100))
    relative.add_widget(inner)
    scatter = Scatter(pos=(300, 200), size_hint=(None, None), size=(100, 100), rotation=turn)
    turned = Label(text="turned", pos=(3, 4), size_hint=(None, None), size=(30, 20))
    scatter.add_widget(turned)
    plain = Widget(pos=(20, 30), size_hint=(None, None), size=(500, 500))
    plain.add_widget(relative)
    plain.add_widget(scatter)
    shown = stage(plain)
    frame(3)
    tree: Any = shown.bridge.tree
    found = dict(places_inside(plain.uid, tree._kids, tree._widgets, shown.window))
    assert set(found) >= {relative.uid, inner.uid, scatter.uid, turned.uid}
    for uid, bounds in found.items():
        assert tuple(bounds) == pytest.approx(tuple(bounds_of(tree._widgets[uid]))), tree._widgets[uid]


def test_what_is_only_known_by_proxy_is_placed_too() -> None:
    """Kivy hands out weak proxies (a tabbed panel's content); their own class knows nothing of coordinates."""
    inner = Label(text="Inside", pos=(3, 4), size=(10, 20))
    outer = BoxLayout(pos=(1, 2), size=(100, 100))
    outer.add_widget(inner)
    stage = Stage(outer)
    kids, widgets = {0: (1,), 1: (2,)}, {1: outer.proxy_ref, 2: inner.proxy_ref}
    assert [uid for uid, _ in places_inside(0, kids, widgets, stage.window)] == [1, 2]
    stage.close()
