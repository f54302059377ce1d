"""Labels and pictures that hold other widgets: what is inside is told and can be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.button import Button
from kivy.uix.image import Image
from kivy.uix.label import Label

from accessibility.keyboard import TAB
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.node import Node
from accessibility.roles import Role
from accessibility.tree import reading_order
from tests.accessibility.column import column
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Picture(AccessibleBehavior, Image): ...


class Words(AccessibleBehavior, Label): ...


def holding(widget: Any) -> Any:
    """With a line and a button inside, below the widget's own."""
    widget.add_widget(Label(text="Sale", size=(100, 20)))
    widget.add_widget(Button(text="Buy", size=(100, 40)))
    return widget


def read(shown: Stage) -> list[tuple[Role, str]]:
    nodes: dict[int, Node] = shown.log.nodes
    told = reading_order(nodes, shown.bridge.tree.root)
    return [(node.role, node.name) for node in told if node.role not in (Role.WINDOW, Role.GENERIC)]


INSIDE = [(Role.STATICTEXT, "Sale"), (Role.BUTTON, "Buy")]


@pytest.mark.parametrize(
    ("make", "itself"),
    [
        (Image, []),
        (lambda: Label(text=""), []),
        (lambda: Label(text="Today"), [(Role.STATICTEXT, "Today")]),
        (lambda: Picture(a11y_name="A shop"), [(Role.IMG, "A shop")]),
        (lambda: Words(a11y_name="Today"), [(Role.STATICTEXT, "Today")]),
    ],
)
def test_what_is_inside_is_told_behind_its_own_words_and_can_be_reached(
    stage: Make, make: Callable[[], Any], itself: list[tuple[Role, str]]
) -> None:
    box = holding(make())
    shown = stage(column(box, Button(text="after")))
    assert read(shown) == [*itself, *INSIDE, (Role.BUTTON, "after")]
    shown.window.press(TAB)
    frame()
    assert shown.focus == "Buy"
    box.children[1].text = "Sold"
    frame()
    assert (Role.STATICTEXT, "Sold") in read(shown)


@pytest.mark.parametrize("make", [Image, lambda: Label(text="")])
def test_what_comes_into_it_later_is_told_and_goes_again(stage: Make, make: Callable[[], Any]) -> None:
    box, inner = make(), Button(text="Buy")
    shown = stage(column(box))
    assert read(shown) == []
    box.add_widget(inner)
    frame()
    assert read(shown) == [(Role.BUTTON, "Buy")]
    box.remove_widget(inner)
    frame()
    assert read(shown) == []


def test_the_links_of_a_text_come_before_what_stands_on_it(stage: Make) -> None:
    box = holding(Label(text="See [ref=a]terms[/ref]", markup=True))
    shown = stage(column(box))
    assert read(shown) == [(Role.STATICTEXT, "See terms"), (Role.LINK, "terms"), *INSIDE]


def test_a_picture_that_says_that_it_is_one_is_one_thing(stage: Make) -> None:
    box = holding(Picture(a11y_role="img", a11y_name="A shop window with a sale"))
    assert read(stage(column(box))) == [(Role.IMG, "A shop window with a sale")]
