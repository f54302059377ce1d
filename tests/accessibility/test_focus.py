"""The focus goes round in reading order, is told at once, and is never lost."""

from collections.abc import Callable

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.scrollview import ScrollView

from accessibility.keyboard import ESCAPE, TAB
from tests.accessibility.column import Group, Key, Title, column
from tests.accessibility.fake_window import Stage, frame


def test_tab_goes_round_in_reading_order(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Title(text="T"), Key(text="a"), Key(text="b", disabled=True), Key(text="c")))
    seen = []
    for _ in range(3):
        assert shown.window.press(TAB)
        seen.append(shown.focus)
    assert seen == ["a", "c", "a"]
    shown.window.press(TAB, "shift")
    assert shown.focus == "c"


def test_the_platform_hears_of_the_focus_before_the_next_frame(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Key(text="a"), Key(text="b")))
    sent = len(shown.log.updates)
    shown.window.press(TAB)  # no frame runs here
    assert len(shown.log.updates) == sent + 1
    assert shown.focus == "a"


def test_hidden_widgets_are_no_stops(stage: Callable[..., Stage]) -> None:
    shown = stage(column(Key(text="a"), column(Key(text="b"), a11y_hidden=True), Key(text="c", opacity=0)))
    for _ in range(2):
        shown.window.press(TAB)
        assert shown.focus == "a"


def test_tab_from_a_heading_goes_to_what_follows_it(stage: Callable[..., Stage]) -> None:
    title = Title(text="T")
    shown = stage(column(Key(text="a"), title, Key(text="b")))
    shown.bridge.focus.focus(title)
    shown.window.press(TAB)
    assert shown.focus == "b"


def test_a_removed_widget_hands_the_focus_to_its_neighbour(stage: Callable[..., Stage]) -> None:
    keys = [Key(text=name) for name in "abc"]
    box = column(*keys)
    shown = stage(box)
    shown.bridge.focus.focus(keys[1])
    box.remove_widget(keys[1])
    frame()
    assert shown.focus == "c"
    assert not keys[1].focus
    box.remove_widget(keys[2])
    frame()
    assert shown.focus == "a"


def test_disabling_the_focused_widget_moves_the_focus(stage: Callable[..., Stage]) -> None:
    keys = [Key(text=name) for name in "ab"]
    shown = stage(column(*keys))
    shown.bridge.focus.focus(keys[0])
    keys[0].disabled = True
    frame()
    assert shown.focus == "b"


def test_focus_taken_away_by_kivy_comes_back(stage: Callable[..., Stage]) -> None:
    key = Key(text="a")
    shown = stage(column(key))
    shown.window.press(TAB)
    key.focus = False
    frame()
    assert key.focus


def test_a_dialog_takes_the_focus_and_gives_it_back(stage: Callable[..., Stage]) -> None:
    opener = Key(text="open")
    shown = stage(column(Key(text="other"), opener))
    shown.bridge.focus.focus(opener)
    modal = ModalView()
    modal.add_widget(column(Title(text="Sure?"), Key(text="yes"), Key(text="no")))
    shown.window.add_widget(modal)
    frame()
    assert shown.focus == "Sure?"
    seen = []
    for _ in range(3):
        shown.window.press(TAB)
        seen.append(shown.focus)
    assert seen == ["yes", "no", "yes"]
    shown.window.remove_widget(modal)
    frame()
    assert shown.focus == "open"


def test_a_dialog_that_is_filled_later_takes_the_focus_then(stage: Callable[..., Stage]) -> None:
    opener = Key(text="opener")
    shown = stage(opener)
    shown.bridge.focus.focus(opener)
    modal = ModalView()
    modal.add_widget(Label(text="Please wait"))
    shown.window.add_widget(modal)
    frame(3)
    assert not opener.focus
    modal.clear_widgets()
    late = Key(text="late")
    box = BoxLayout()
    modal.add_widget(box)
    frame(3)
    box.add_widget(late)
    frame(3)
    assert (late.focus, shown.focus) == (True, "late")
    other = Key(text="other")
    box.add_widget(other)
    frame(3)
    assert (late.focus, other.focus) == (True, False), "who has it there keeps it"
    shown.window.remove_widget(modal)
    frame(3)
    assert opener.focus


def test_a_dialog_over_a_dialog_gives_the_focus_back_to_what_opened_it(stage: Callable[..., Stage]) -> None:
    """And not to the beginning of the dialog below, which is as much without the focus at that moment."""
    shown = stage(Key(text="page"))
    outer, inner = ModalView(), ModalView()
    first, opener, inside = Key(text="first"), Key(text="opener"), Key(text="inside")
    outer.add_widget(column(first, opener))
    inner.add_widget(inside)
    shown.window.add_widget(outer)
    frame(3)
    shown.bridge.focus.focus(opener)
    shown.window.add_widget(inner)
    frame(3)
    assert inside.focus
    shown.window.remove_widget(inner)
    frame(3)
    assert shown.focus == "opener"


@pytest.mark.parametrize("above", ["hidden", "plain"])
def test_escape_closes_the_dialog_below_what_is_none(stage: Callable[..., Stage], above: str) -> None:
    shown = stage(Key(text="opener"))
    modal, banner = ModalView(), Label(text="Saved", opacity=0 if above == "hidden" else 1)
    modal.add_widget(Key(text="inside"))
    closed: list[bool] = []
    modal.bind(on_pre_dismiss=lambda _: closed.append(True))
    modal.dismiss = lambda *_: closed.append(True)
    for widget in (modal, banner):
        shown.window.add_widget(widget)
    frame(3)
    shown.window.press(ESCAPE)
    assert closed == [True]
    firm = ModalView(auto_dismiss=False)
    shown.window.add_widget(firm)
    frame(3)
    shown.window.press(ESCAPE)
    assert closed == [True], "the topmost dialog is asked, and no other"


def test_a_dialog_that_focuses_itself_still_gives_back(stage: Callable[..., Stage]) -> None:
    opener, inside = Key(text="open"), Key(text="no")
    shown = stage(column(opener))
    shown.bridge.focus.focus(opener)
    modal = ModalView()
    modal.add_widget(column(Key(text="yes"), inside))
    shown.window.add_widget(modal)
    inside.focus = True
    frame()
    assert inside.focus
    shown.window.remove_widget(modal)
    frame()
    assert shown.focus == "open"


def test_a_new_screen_is_entered_at_its_heading_else_its_first_control(stage: Callable[..., Stage]) -> None:
    first, second = column(Key(text="a"), Title(text="T")), column(Label(text="x"), Key(text="b"))
    shown = stage(column(first, second))
    assert shown.bridge.focus.screen_changed(first)
    assert shown.focus == "T"
    assert shown.bridge.focus.screen_changed(second)
    assert shown.focus == "b"
    assert not shown.bridge.focus.screen_changed(column())


def tall_page() -> tuple[ScrollView, list[Key]]:
    """Thirty keys, of which six are seen."""
    keys = [Key(text=str(number)) for number in range(30)]
    scroll = ScrollView(size=(800, 600), size_hint=(None, None))
    inner = Group(orientation="vertical", size_hint_y=None, height=3000)
    for key in keys:
        inner.add_widget(key)
    scroll.add_widget(inner)
    return scroll, keys


def test_the_focused_widget_is_scrolled_into_view(stage: Callable[..., Stage]) -> None:
    scroll, keys = tall_page()
    shown = stage(scroll)
    frame(5)
    for key in (keys[29], keys[3], keys[17]):
        shown.bridge.focus.focus(key)
        frame(3)
        bounds = shown.log.nodes[key.uid].bounds
        assert 0 <= bounds.top < bounds.bottom <= 600


def test_the_scroll_bar_fades_after_the_last_of_many_keys(stage: Callable[..., Stage]) -> None:
    """Kivy counts from the first; each picture of its fading would hold up the key that comes then."""
    scroll, keys = tall_page()
    shown = stage(scroll)
    frame(5)
    shown.bridge.focus.focus(keys[20])
    first = scroll._bind_inactive_bar_color_ev._last_dt
    frame()
    shown.bridge.focus.focus(keys[29])
    assert scroll._bind_inactive_bar_color_ev._last_dt > first


def test_an_assistive_technology_moves_the_focus_and_presses(stage: Callable[..., Stage]) -> None:
    pressed: list[str] = []
    key = Key(text="b", on_release=lambda _: pressed.append("b"))
    shown = stage(column(Key(text="a"), key))
    shown.bridge.perform(key.uid, "focus")
    shown.bridge.perform(key.uid, "click")
    frame()
    assert (shown.focus, pressed) == ("b", ["b"])
