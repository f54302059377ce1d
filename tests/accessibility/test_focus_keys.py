"""What keys do to what has the focus: Enter, Space and Escape, arrows in groups, lists, sliders and tables."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kivy.uix.label import Label
from kivy.uix.widget import Widget

from accessibility.keyboard import DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, SPACE, TAB, UP
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.node import Node, NumericRange
from tests.accessibility.column import Choice, Group, Key, Level, column
from tests.accessibility.fake_window import Stage, frame


def test_enter_and_space_press_but_space_only_on_release(stage: Callable[..., Stage]) -> None:
    pressed: list[str] = []
    shown = stage(column(Key(text="a", on_release=lambda _: pressed.append("a"))))
    shown.window.press(TAB)
    shown.window.press(ENTER)
    shown.window.dispatch("on_key_down", SPACE, 0, None, [])
    assert pressed == ["a"]
    shown.window.dispatch("on_key_up", SPACE, 0)
    assert pressed == ["a", "a"]


def test_enter_that_is_held_presses_once(stage: Callable[..., Stage]) -> None:
    pressed: list[str] = []
    shown = stage(column(Key(text="a", on_release=lambda _: pressed.append("a"))))
    shown.window.press(TAB)
    for _ in range(10):
        assert shown.window.dispatch("on_key_down", ENTER, 0, None, [])
    assert pressed == ["a"]
    shown.window.dispatch("on_key_up", ENTER, 0)
    shown.window.press(ENTER)
    assert pressed == ["a", "a"]


def test_escape_that_is_held_leaves_one_thing(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Key(text="a")))
    left: list[str] = []
    shown.bridge.on_escape(lambda: left.append("one") or True)
    for _ in range(5):
        shown.window.dispatch("on_key_down", ESCAPE, 0, None, [])
    assert left == ["one"]


def test_a_disabled_key_is_not_pressed(stage: Callable[..., Stage]) -> None:
    pressed: list[str] = []
    key = Key(text="a", on_release=lambda _: pressed.append("a"))
    shown = stage(column(key, Key(text="b")))
    key.disabled = True
    shown.bridge.perform(key.uid, "click")
    frame()
    assert pressed == []


def test_arrows_move_in_a_radio_group_and_choose(stage: Callable[..., Stage]) -> None:
    choices = [Choice(text=name, group="g") for name in "abc"]
    shown = stage(column(Key(text="before"), column(*choices, a11y_role="radiogroup"), Key(text="after")))
    shown.window.press(TAB)
    shown.window.press(TAB)
    assert shown.focus == "a"
    shown.window.press(DOWN)
    shown.window.press(RIGHT)
    assert (shown.focus, choices[2].state) == ("c", "down")
    shown.window.press(DOWN)
    assert shown.focus == "a"
    shown.window.press(END)
    shown.window.press(UP)
    shown.window.press(LEFT)
    assert (shown.focus, [c.state for c in choices]) == ("a", ["down", "normal", "normal"])
    shown.window.press(TAB)
    assert shown.focus == "after"
    shown.window.press(TAB, "shift")
    assert shown.focus == "a"


def test_a_choice_is_told_with_the_focus_that_makes_it(stage: Callable[..., Stage]) -> None:
    """A reader asks what has the focus as soon as it hears of it."""
    choices = [Choice(text=name, group="g") for name in "ab"]
    shown = stage(column(*choices, a11y_role="radiogroup"))
    shown.window.press(TAB)
    shown.log.updates.clear()
    shown.window.press(DOWN)
    told = next(changes for changes in shown.log.updates if changes.focus == choices[1].uid)
    assert [node.checked for node in told.nodes if node.id == choices[1].uid] == [True]


def test_a_list_has_arrows_and_every_item_is_a_stop(stage: Callable[..., Stage]) -> None:
    items = [Key(text=name, a11y_role="listitem", a11y_name=name) for name in "abc"]
    shown = stage(column(*items, a11y_role="list"))
    shown.window.press(TAB)
    shown.window.press(DOWN)
    assert shown.focus == "b"
    shown.window.press(TAB)
    shown.window.press(DOWN)
    assert shown.focus == "c"
    shown.window.press(HOME)
    assert shown.focus == "a"


def test_arrows_change_a_slider(stage: Callable[..., Stage]) -> None:
    level = Level(min=0, max=10, step=1, value=5)
    shown = stage(column(level))
    shown.window.press(TAB)
    shown.window.press(RIGHT)
    shown.window.press(UP)
    shown.window.press(LEFT)
    assert level.value == 6
    shown.window.press(END)
    assert level.value == 10


def test_home_and_end_of_a_slider_that_is_not_kivy_s_go_to_the_ends_that_it_tells(stage: Callable[..., Stage]) -> None:
    class Dial(FocusableBehavior, Widget):
        a11y_role, ends = "slider", NumericRange(5, 2, 9)

        def a11y_node(self) -> Node:
            return replace(super().a11y_node(), range=self.ends)

    put: list[float] = []
    dial = Dial(a11y_actions={"set_value": put.append})
    shown = stage(column(dial))
    shown.window.press(TAB)
    assert shown.window.press(HOME)
    assert shown.window.press(END)
    assert put == [2, 9]
    Dial.ends = None
    assert not shown.window.press(HOME)
    assert put == [2, 9]


def test_escape_asks_the_newest_handler_first_and_never_ends_the_program(stage: Callable[..., Stage]) -> None:
    asked: list[str] = []
    shown = stage(column(Key(text="a")))
    shown.bridge.on_escape(lambda: asked.append("old") or True)  # type: ignore[func-returns-value]
    undo = shown.bridge.on_escape(lambda: bool(asked.append("new")))  # type: ignore[func-returns-value]
    assert shown.window.press(ESCAPE)
    assert asked == ["new", "old"]
    undo()
    shown.window.press(ESCAPE)
    assert asked == ["new", "old", "old"]


def test_escape_leaves_the_focus_where_it_is(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Key(text="a")))
    shown.window.press(TAB)
    shown.window.press(ESCAPE)
    frame()
    assert shown.bridge.focus.current is not None


class Cell(FocusableBehavior, Label):
    a11y_role = "cell"


def grid(*rows: tuple[Any, ...]) -> Group:
    table = Group(a11y_role="table")
    for cells in rows:
        row = Group(a11y_role="row")
        for cell in cells:
            row.add_widget(cell)
        table.add_widget(row)
    return table


def test_arrow_keys_go_from_cell_to_cell(stage: Callable[..., Stage]) -> None:
    """A heading cell that cannot take the focus is passed over; what is pressed inside a cell stands for it."""
    pressed = Group(a11y_role="cell")
    pressed.add_widget(Key(text="b2"))
    cells = {name: Cell(text=name) for name in ("a1", "b1", "a2", "a3", "b3")}
    head = (Label(text="A"), Label(text="B"))
    table = grid(head, (cells["a1"], cells["b1"]), (cells["a2"], pressed), (cells["a3"], cells["b3"]))
    shown = stage(table)
    shown.bridge.focus.focus(cells["a1"])
    seen = []
    for key in (UP, LEFT, RIGHT, RIGHT, DOWN, DOWN, DOWN, LEFT, UP):
        assert shown.window.press(key)
        seen.append(shown.focus)
    assert seen == ["a1", "a1", "b1", "b1", "b2", "b3", "b3", "a3", "a2"]
    for key, modifiers, expected in (
        (END, (), "b2"), (HOME, (), "a2"), (END, ("ctrl",), "b3"), (HOME, ("ctrl",), "a1"),
    ):  # fmt: skip
        assert shown.window.press(key, *modifiers)
        assert shown.focus == expected


def test_a_table_of_plain_text_leaves_the_arrow_keys_to_others(stage: Callable[..., Stage]) -> None:
    only = Cell(text="only")
    shown = stage(grid((only, Label(text="x"))))
    shown.bridge.focus.focus(only)
    assert not shown.window.press(DOWN)
    assert not shown.window.press(HOME, "ctrl")
