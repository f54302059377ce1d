"""The focus goes where keys say, is told at once, and is never lost."""

from collections.abc import Callable
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.scrollview import ScrollView
from kivy.uix.slider import Slider
from kivy.uix.togglebutton import ToggleButton

from accessibility.keyboard import DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, SPACE, TAB, UP
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from tests.accessibility.fake_window import Stage, frame


class Key(FocusableBehavior, Button): ...


class Title(FocusableBehavior, Label):
    a11y_role = "heading"
    a11y_tab_stop = False


class Choice(FocusableBehavior, ToggleButton): ...


class Level(FocusableBehavior, Slider):
    a11y_name = "Level"


class Group(AccessibleBehavior, BoxLayout): ...


def column(*widgets: Any, **options: Any) -> Group:
    box = Group(orientation="vertical", size=(800, 600), **options)
    for widget in widgets:
        box.add_widget(widget)
    return box


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
