"""Jumping by headings and landmarks, and the page keys."""

from collections.abc import Callable
from typing import Any

from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.textinput import TextInput

from accessibility.jumps import Jumps
from accessibility.keyboard import PAGE, PAGE_DOWN, PAGE_UP, TAB
from accessibility.kivy_behavior import AccessibleBehavior
from tests.accessibility.column import Key, Title, column
from tests.accessibility.fake_window import Stage, frame


class Plain(AccessibleBehavior, Label):
    """A heading that takes no focus."""

    a11y_role = "heading"


class Field(AccessibleBehavior, TextInput): ...


def walk(shown: Stage, jump: Callable[[int], Any], *steps: int) -> list[str]:
    seen = []
    for step in steps:
        jump(step)
        seen.append(shown.focus)
    return seen


def jumps(shown: Stage) -> Jumps:
    return Jumps(shown.bridge.focus, shown.bridge.tree)


def test_headings_both_ways_and_round(stage: Callable[..., Stage]) -> None:
    shown = stage(
        column(Key(text="top"), Title(text="A"), Key(text="a"), Plain(text="B"), Key(text="b"), Title(text="C"))
    )
    jump = jumps(shown).heading
    assert walk(shown, jump, 1, 1, 1, 1) == ["A", "b", "C", "A"], "B takes no focus: what stands below it does"
    assert walk(shown, jump, -1, -1, -1) == ["C", "b", "A"]


def test_the_first_jump_back_goes_to_the_last_heading(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Title(text="A"), Title(text="B")))
    assert walk(shown, jumps(shown).heading, -1) == ["B"]


def test_landmarks_both_ways_to_the_first_thing_inside(stage: Callable[..., Stage]) -> None:
    bar = column(Key(text="home"), Key(text="help"), a11y_role="navigation", a11y_name="Bar")
    empty = column(Label(text="nothing"), a11y_role="region", a11y_name="Empty")
    nameless = column(Key(text="x"), a11y_role="region")
    foot = column(Key(text="talk"), a11y_role="region", a11y_name="Voice")
    shown = stage(column(bar, column(Title(text="T"), nameless, a11y_role="main"), empty, foot))
    jump = jumps(shown).landmark
    assert walk(shown, jump, 1, 1, 1, 1, -1, -1) == ["home", "T", "talk", "home", "talk", "T"]
    shown.window.press(TAB)
    assert walk(shown, jump, -1) == ["home"]


def test_where_there_is_nothing_to_jump_to_the_focus_stays(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Key(text="a")))
    shown.window.press(TAB)
    assert jumps(shown).heading(1) is None
    assert jumps(shown).landmark(-1) is None
    assert shown.focus == "a"


def test_the_page_keys_move_in_a_long_list_and_stop_at_its_ends(stage: Callable[..., Stage]) -> None:
    shown = stage(column(*(Key(text=str(number)) for number in range(25)), a11y_role="list", a11y_name="L"))
    shown.window.press(TAB)
    seen = []
    for key in (PAGE_DOWN, PAGE_DOWN, PAGE_DOWN, PAGE_UP):
        assert shown.window.press(key)
        seen.append(shown.focus)
    assert seen == [str(PAGE), str(2 * PAGE), "24", "14"]


def test_the_page_keys_scroll_from_a_field_too(stage: Callable[..., Stage]) -> None:
    page = column(Field(multiline=False, size_hint_y=None, height=40), size_hint_y=None, height=3000)
    scroll = ScrollView(size=(400, 300))
    scroll.add_widget(page)
    shown = stage(scroll)
    frame()
    shown.window.press(TAB)
    scroll.scroll_y = 1
    assert shown.window.press(PAGE_DOWN)
    assert scroll.scroll_y < 1
