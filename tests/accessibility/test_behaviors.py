"""Behaviours in any widget: the rippling button, the choice, dragging; and what a bar has no room for."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.metrics import dp
from kivy.uix.actionbar import ActionBar, ActionButton, ActionPrevious, ActionView
from kivy.uix.behaviors import CompoundSelectionBehavior, DragBehavior, FocusBehavior, TouchRippleButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.label import Label

from accessibility.roles import Role, State
from accessibility.targets import targets
from tests.accessibility.column import column
from tests.accessibility.fake_window import Stage, frame

TAB, ENTER, UP, DOWN, RIGHT, LEFT = 9, 13, 273, 274, 275, 276
Make = Callable[..., Stage]


class Ripple(TouchRippleButtonBehavior, Label): ...


class Choice(FocusBehavior, CompoundSelectionBehavior, BoxLayout): ...


class Dragged(DragBehavior, Label): ...


class DraggedKey(DragBehavior, Button): ...


class DraggedBox(DragBehavior, BoxLayout): ...


def test_a_rippling_button_is_a_button(stage: Make) -> None:
    done: list[str] = []
    button = Ripple(text="Pay", on_press=lambda _: done.append("press"), on_release=lambda _: done.append("release"))
    shown = stage(column(button))
    shown.window.press(TAB)
    node = shown.log.focus_node
    assert node is not None
    assert (node.role, node.name, node.actions) == (Role.BUTTON, "Pay", ("click",))
    shown.window.press(ENTER)
    assert done == ["press", "release"]


@pytest.mark.parametrize("many", [False, True])
def test_a_choice_among_widgets_is_a_list_box(stage: Make, many: bool) -> None:
    choice = Choice(multiselect=many)
    for name in ("red", "green"):
        choice.add_widget(Button(text=name))
    shown = stage(column(Button(text="before"), choice, Button(text="after")))

    def selected() -> list[bool | None]:
        return [shown.only(Role.OPTION, name).selected for name in ("red", "green")]

    assert (shown.node(choice).role, shown.node(choice).has(State.MULTISELECTABLE)) == (Role.LISTBOX, many)
    seen = []
    for key in (TAB, TAB, RIGHT, TAB):
        shown.window.press(key)
        seen.append(shown.focus)
    assert seen == ["before", "red", "green", "after"], "one stop with arrows inside"
    assert selected() == [False, False]
    for name in ("red", "green"):
        shown.bridge.perform(shown.only(Role.OPTION, name).id, "click")
        frame()
    assert selected() == [many, True]
    assert (shown.only(Role.OPTION, "green").position, shown.only(Role.OPTION, "green").set_size) == (2, 2)
    shown.bridge.perform(shown.only(Role.OPTION, "green").id, "click")
    frame()
    assert selected() == [many, False]


@pytest.mark.parametrize(
    ("made", "role"), [(Dragged, Role.GROUP), (DraggedKey, Role.BUTTON), (lambda **_: boxed(), Role.GROUP)]
)
def test_what_is_dragged_is_moved_by_keys_and_by_asking(stage: Make, made: Callable[..., Any], role: Role) -> None:
    card = made(text="Card")
    card.size_hint, card.size, card.pos = (None, None), (100, 100), (100, 100)
    page = FloatLayout(size=(800, 600))
    page.add_widget(card)
    shown = stage(page)
    shown.window.press(TAB)
    node = shown.log.focus_node
    assert node is not None
    assert (node.id, node.role, node.name, node.value) == (card.uid, role, "Card", "150:450")
    step = dp(20)
    for key, place in ((RIGHT, (100 + step, 100)), (UP, (100 + step, 100 + step)), (LEFT, (100, 100 + step))):
        assert shown.window.press(key)
        assert tuple(card.pos) == place
    shown.ask(card, "move_down")
    assert tuple(card.pos) == (100, 100)
    offered = {str(target.action) for _, target in targets(shown.bridge.nodes, shown.bridge.tree.root)}
    moves = {"move_left", "move_right", "move_up", "move_down"}
    assert offered == ({"click"} if role is Role.BUTTON else set()) | moves, "for one switch and twelve keys"


def boxed() -> DraggedBox:
    box = DraggedBox()
    box.add_widget(Label(text="Card"))
    return box


def test_what_a_bar_has_no_room_for_is_behind_a_named_button(stage: Make) -> None:
    view = ActionView()
    view.add_widget(ActionPrevious(title="Bank"))
    for number in range(30):
        view.add_widget(ActionButton(text=f"Deed {number}"))
    bar = ActionBar()
    bar.add_widget(view)
    shown = stage(column(bar))
    frame(6)
    assert shown.only(Role.BUTTON, "More").expanded is False
