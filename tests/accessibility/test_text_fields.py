"""Text fields: caret, selection, editing by offsets, many lines, secrets."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from kivy.clock import Clock
from kivy.core.clipboard import Clipboard
from kivy.uix.textinput import TextInput

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.node import TextContent
from accessibility.roles import Action, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a field copies and pastes, instead of the system's."""
    kept = {"text": ""}
    monkeypatch.setattr(type(Clipboard), "copy", lambda self, data="": kept.update(text=data))
    monkeypatch.setattr(type(Clipboard), "paste", lambda self: kept["text"])
    return kept


class Payee(AccessibleBehavior, TextInput):
    a11y_name = "Payee"


def field(text: str = "", **options: object) -> TextInput:
    return TextInput(text=text, size_hint=(None, None), size=(400, 100), **{"multiline": False} | options)


def content(shown: Stage, widget: TextInput) -> TextContent:
    text = shown.node(widget).text
    assert text is not None
    return text


def told(shown: Stage, widget: TextInput) -> tuple[str, int, str]:
    """Text, caret and selected text as the platform has them."""
    text = content(shown, widget)
    return text.characters, text.caret, text.selected


def test_an_empty_field_has_one_empty_line_and_a_placeholder(stage: Make) -> None:
    widget = Payee(hint_text="Name", multiline=False)
    shown = stage(widget)
    assert told(shown, widget) == ("", 0, "")
    assert len(content(shown, widget).lines) == 1
    assert (shown.node(widget).placeholder, shown.node(widget).value) == ("Name", "")


def test_a_field_that_nothing_names_is_called_by_its_placeholder_once(stage: Make) -> None:
    widget = field(hint_text="Name")
    node = stage(widget).node(widget)
    assert (node.name, node.placeholder) == ("Name", "")


def test_every_edit_by_offset_is_done(stage: Make, clipboard: dict[str, str]) -> None:
    widget = field("abc")
    shown = stage(widget)
    shown.ask(widget, Action.INSERT_TEXT, 1, "你好")
    assert told(shown, widget) == ("a你好bc", 3, "")
    shown.ask(widget, Action.DELETE_TEXT, 1, 2)
    assert told(shown, widget) == ("a好bc", 1, "")
    shown.ask(widget, Action.COPY_TEXT, 1, 3)
    assert (clipboard["text"], widget.text) == ("好b", "a好bc")
    shown.ask(widget, Action.CUT_TEXT, 0, 1)
    assert (clipboard["text"], widget.text) == ("a", "好bc")
    shown.ask(widget, Action.PASTE_TEXT, 3)
    assert told(shown, widget) == ("好bca", 4, "")
    shown.ask(widget, Action.SET_VALUE, "新的")
    assert told(shown, widget) == ("新的", 2, "")
    shown.ask(widget, Action.SET_VALUE, "")
    assert told(shown, widget) == ("", 0, "")


@pytest.mark.parametrize(("anchor", "caret", "selected"), [(1, 3, "bc"), (3, 1, "bc"), (2, 2, ""), (0, 99, "abcd")])
def test_caret_and_selection_are_put(stage: Make, anchor: int, caret: int, selected: str) -> None:
    widget = field("abcd")
    shown = stage(widget)
    shown.ask(widget, Action.SET_SELECTION, anchor, caret)
    assert told(shown, widget) == ("abcd", min(caret, 4), selected)


def test_offsets_that_are_nowhere_mean_the_ends(stage: Make) -> None:
    widget = field("ab")
    shown = stage(widget)
    shown.ask(widget, Action.INSERT_TEXT, 99, "c")
    shown.ask(widget, Action.INSERT_TEXT, -5, "0")
    shown.ask(widget, Action.DELETE_TEXT, 50, 60)
    assert widget.text == "0abc"


def test_inserting_does_not_replace_what_is_selected_elsewhere(stage: Make) -> None:
    widget = field("abcd")
    shown = stage(widget)
    shown.ask(widget, Action.SET_SELECTION, 0, 2)
    shown.ask(widget, Action.INSERT_TEXT, 4, "!")
    assert widget.text == "abcd!"


def test_the_field_s_own_rules_hold(stage: Make) -> None:
    widget = field("1", input_filter="int")
    shown = stage(widget)
    shown.ask(widget, Action.INSERT_TEXT, 1, "23")
    shown.ask(widget, Action.INSERT_TEXT, 1, "x")
    assert widget.text == "123"
    shown.ask(widget, Action.SET_VALUE, "no")
    assert widget.text == "123"
    shown.ask(widget, Action.SET_VALUE, "7")
    assert widget.text == "7"


def test_a_field_to_read_is_not_edited(stage: Make, clipboard: dict[str, str]) -> None:
    widget = field("abc", readonly=True)
    shown = stage(widget)
    assert State.READONLY in shown.node(widget).states
    assert set(shown.node(widget).actions) == {Action.SET_SELECTION, Action.COPY_TEXT}
    for action, *values in ((Action.SET_VALUE, "x"), (Action.INSERT_TEXT, 0, "x"), (Action.DELETE_TEXT, 0, 3)):
        shown.ask(widget, action, *values)
    assert widget.text == "abc"
    shown.ask(widget, Action.COPY_TEXT, 0, 3)
    assert clipboard["text"] == "abc"


def test_a_secret_can_be_edited_and_never_copied(stage: Make, clipboard: dict[str, str]) -> None:
    widget = field("geheim", password=True)
    shown = stage(widget)
    assert told(shown, widget)[0] == "••••••"
    assert not {Action.COPY_TEXT, Action.CUT_TEXT} & set(shown.node(widget).actions)
    shown.ask(widget, Action.COPY_TEXT, 0, 6)
    shown.ask(widget, Action.CUT_TEXT, 0, 6)
    assert (clipboard["text"], widget.text) == ("", "geheim")
    shown.ask(widget, Action.INSERT_TEXT, 6, "12")
    assert (widget.text, told(shown, widget)[0]) == ("geheim12", "••••••••")
    assert "geheim" not in repr(shown.log.updates)


def test_lines_paragraphs_and_geometry(stage: Make) -> None:
    widget = field("one\n二三\n", multiline=True)
    shown = stage(widget)
    lines = content(shown, widget).lines
    assert [line.text for line in lines] == ["one\n", "二三\n", ""]
    assert [line.bounds.top < after.bounds.top for line, after in pairwise(lines)] == [True, True]
    assert all(len(line.text) == len(line.positions) == len(line.widths) for line in lines)
    shown.ask(widget, Action.SET_SELECTION, 5, 5)
    assert widget.cursor == (1, 1)
    shown.ask(widget, Action.DELETE_TEXT, 3, 4)
    assert widget.text == "one二三\n"


@pytest.mark.parametrize(
    ("key", "modifiers", "caret"),
    [("cursor_left", (), 7), ("cursor_home", (), 0), ("cursor_left", ("ctrl",), 4)],
)
def test_the_caret_is_told_as_keys_move_it(stage: Make, key: str, modifiers: tuple[str, ...], caret: int) -> None:
    widget = field("one word")
    shown = stage(widget)
    shown.ask(widget, Action.SET_SELECTION, 8, 8)
    widget.do_cursor_movement(key, control="ctrl" in modifiers)
    frame()
    assert told(shown, widget) == ("one word", caret, "")


def test_up_and_down_move_by_line(stage: Make) -> None:
    widget = field("one\ntwo", multiline=True)
    shown = stage(widget)
    shown.ask(widget, Action.SET_SELECTION, 1, 1)
    widget.do_cursor_movement("cursor_down")
    frame()
    assert content(shown, widget).caret == 5


@pytest.mark.parametrize("secret", [False, True])
def test_who_asks_for_an_edit_reads_it_back_as_soon_as_it_is_answered(stage: Make, secret: bool) -> None:
    """Also the empty text; no frame lies between the edit and the answer."""
    widget = field(password=secret)
    shown = stage(widget)
    read: list[str] = []
    for text in ("1", "", "12", "1", ""):
        shown.bridge.perform(widget.uid, Action.SET_VALUE, text)
        shown.bridge.afterwards(lambda: read.append(told(shown, widget)[0]))
    Clock.tick()
    assert read == ["•" * len(text) if secret else text for text in ("1", "", "12", "1", "")]
