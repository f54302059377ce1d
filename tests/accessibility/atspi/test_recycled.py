"""A list gives its few widgets to other items as it scrolls: to the platform each item is an object of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from accessibility.kivy_lists import show
from accessibility.node import Bounds, Node
from accessibility.providers.atspi.dispatch import respond
from accessibility.providers.atspi.events import events_between
from accessibility.providers.atspi.message import Kind, call
from accessibility.providers.atspi.names import ACTION, path_of
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.roles import Role
from accessibility.tree import Changes
from tests.accessibility.fake_window import Stage, frame
from tests.accessibility.pressed_rows import Card, Row, pressed
from tests.accessibility.test_lists import payments

Make = Callable[..., Stage]


class World:
    bus_name, origin = ":1.1", (0.0, 0.0)

    def perform(self, target: int, action: str, *values: Any) -> None: ...


def item(uid: int, number: int, *children: int) -> Node:
    return Node(uid, Role.LISTITEM, f"item {number}", position=number, set_size=9, item=number, children=children)


LIST = Node(2, Role.LIST, "list", children=(3, 4))
BUTTON = Node(5, Role.BUTTON, "Pay")
FIRST = (
    Node(1, Role.WINDOW, "w", bounds=Bounds(0, 0, 100, 100), children=(2,)), LIST, item(3, 1), item(4, 2, 5), BUTTON,
)  # fmt: skip


def test_another_item_is_another_object_with_all_that_is_inside() -> None:
    before = apply(Snapshot(), Changes(1, 3, FIRST, complete=True))
    after = apply(before, Changes(1, 3, (item(4, 7, 5),)))
    assert before.numbers[3] == after.numbers[3]
    assert after.children[2] == (3, 4)
    assert after.children[4] == (5,)
    assert (after.parents[4], after.parents[5]) == (2, 4)
    dead = {before.numbers[4], before.numbers[5]}
    assert not dead & set(after.by_number)
    assert {after.grave(number) for number in dead} == {before.numbers[2], before.numbers[4]}
    same = apply(after, Changes(1, 3, (replace(item(4, 7, 5), name="other words"),)))
    assert same.numbers[4] == after.numbers[4], "an item may have other words and is the same"
    assert not same.recycled


def test_readers_are_told_that_one_has_gone_and_another_has_come() -> None:
    before = replace(apply(Snapshot(), Changes(1, 3, FIRST, complete=True)), active=True)
    changes = Changes(1, 3, (item(4, 7, 5),))
    after = replace(apply(before, changes), active=True)
    events = list(events_between(before, after, changes, World()))
    told = [(event.member, event.detail, event.detail1, event.source.path) for event in events]
    owner = path_of(after.numbers[2])
    assert told == [
        ("ChildrenChanged", "add", 1, owner),
        ("ChildrenChanged", "remove", 2, owner),
        ("StateChanged", "defunct", 1, path_of(before.numbers[4])),
        ("StateChanged", "defunct", 1, path_of(before.numbers[5])),
    ]
    assert events[0].data[1].path == path_of(after.numbers[4])
    assert events[1].data[1].path == path_of(before.numbers[4])


# -- with widgets ----------------------------------------------------------------------------------------


class Held:
    """The object of the button that shows item 2, as a reader holds it; `click` asks as the bus does."""

    def __init__(self, stage: Make, viewclass: Any) -> None:
        pressed.clear()
        self.view = payments(1000, viewclass=viewclass)
        shown = stage(self.view)
        frame(4)
        self.provider = AtspiProvider("test")
        self.provider._host = shown.bridge
        shown.bridge.provider = self.provider
        shown.bridge.listening(True)
        frame()
        row = next(widget for widget, at in self.view.layout_manager.view_indices.items() if at == 1)
        self.button = row.children[0] if viewclass is Card else row
        self.number = self.now

    @property
    def now(self) -> int:
        """The number that the button's object has now."""
        return self.provider._tree.numbers[self.button.uid]

    def give_away(self) -> None:
        """Scroll, without a frame, until its row shows another item."""
        given = (index for index in range(10, 1000, 10) if show(self.view, index) and self.button.text != "item 2")
        assert next(given, None) is not None

    def click(self, number: int) -> Kind:
        asked = call("", path_of(number), ACTION, "DoAction", "i", 0)
        self.provider._respond(asked)
        return respond(asked, self.provider._application(), World()).kind


@pytest.mark.parametrize("viewclass", [Row, Card])
def test_whose_row_shows_another_item_by_now_is_gone(stage: Make, viewclass: Any) -> None:
    held = Held(stage, viewclass)
    held.give_away()
    frame(4)
    assert held.click(held.number) is Kind.ERROR
    frame(3)
    assert pressed == []
    assert held.click(held.now) is Kind.RETURN
    frame(3)
    assert pressed == [held.button.text]


@pytest.mark.parametrize("viewclass", [Row, Card])
def test_whose_row_is_given_away_before_the_press_is_done_presses_nothing(stage: Make, viewclass: Any) -> None:
    held = Held(stage, viewclass)
    assert held.click(held.number) is Kind.RETURN
    held.give_away()
    frame(4)
    assert pressed == []
