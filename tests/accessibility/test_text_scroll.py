"""Asked for a piece of a long text, what scrolls shows that piece, in whatever the text stands."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.textinput import TextInput

from accessibility.kivy_adapters import bounds_of
from accessibility.kivy_text_scroll import _place
from accessibility.roles import Action
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]
LINES = [f"line {number:03}" for number in range(200)]
TEXT = "\n".join(LINES)


def scrolled(text: Any) -> ScrollView:
    """Ten lines or so are seen of two hundred."""
    area = ScrollView(size_hint=(None, None), size=(400, 200), pos=(0, 100))
    area.add_widget(text)
    return area


def label() -> Label:
    made = Label(text=TEXT, size_hint_y=None)
    made.bind(texture_size=lambda widget, size: setattr(widget, "height", size[1]))
    return made


def field(**options: Any) -> TextInput:
    made = TextInput(text=TEXT, size_hint=(1, None), **options)
    made.cursor = (0, 0)
    return made


def tall() -> TextInput:
    made = field()
    made.height = made.minimum_height
    return made


def sees(view: Any, text: Any, piece: str) -> bool:
    """Whether all characters of the piece lie in what can be seen through the view."""
    seen = bounds_of(view)
    at = text.text.index(piece)
    boxes = [_place(text, index) for index in range(at, at + len(piece))]
    return all(
        box is not None and seen.top <= box.top + 0.5 and box.bottom - 0.5 <= seen.bottom
        and seen.left <= box.left + 0.5 and box.right - 0.5 <= seen.right
        for box in boxes
    )  # fmt: skip


def ask(shown: Stage, text: Any, piece: str) -> None:
    at = text.text.index(piece)
    shown.ask(text, Action.SCROLL_INTO_VIEW, at, at + len(piece))
    frame(3)


@pytest.mark.parametrize("make", [label, tall])
def test_a_long_text_in_a_scrolled_page_is_scrolled_to_the_piece(stage: Make, make: Callable[[], Any]) -> None:
    text = make()
    area = scrolled(text)
    shown = stage(area)
    frame(4)
    for piece in ("line 150", "line 003", "line 199", "line 000", "line 100\nline 101"):
        ask(shown, text, piece)
        assert sees(area, text, piece), piece
    where = area.scroll_y
    ask(shown, text, "line 100")
    assert area.scroll_y == where, "what is seen stays where it is"


def test_of_a_piece_that_is_too_long_the_beginning_is_seen(stage: Make) -> None:
    text = label()
    area = scrolled(text)
    shown = stage(area)
    frame(4)
    ask(shown, text, "\n".join(LINES[50:150]))
    assert sees(area, text, "line 050")


def test_a_field_scrolls_its_own_text_and_leaves_the_caret(stage: Make) -> None:
    text = field(height=150)
    shown = stage(text)
    frame(4)
    caret = text.cursor
    for piece in ("line 150", "line 003", "line 199"):
        ask(shown, text, piece)
        assert sees(text, text, piece), piece
    assert text.cursor == caret


def test_a_field_of_one_line_is_scrolled_sideways(stage: Make) -> None:
    words = " ".join(LINES)
    text = TextInput(text=words, multiline=False, size_hint=(None, None), size=(300, 40))
    shown = stage(text)
    frame(4)
    for piece in ("line 150", "line 003"):
        ask(shown, text, piece)
        assert sees(text, text, piece), piece


def test_a_field_out_of_sight_is_brought_into_sight_with_its_piece(stage: Make) -> None:
    column = BoxLayout(orientation="vertical", size_hint_y=None, height=1150)
    text = field(height=150)
    column.add_widget(Label(text="above", size_hint_y=None, height=1000))
    column.add_widget(text)
    area = scrolled(column)
    shown = stage(area)
    frame(4)
    ask(shown, text, "line 150")
    assert sees(area, text, "line 150")
    assert sees(text, text, "line 150")
