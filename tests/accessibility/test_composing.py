"""Text that an input method composes in a field, by events in the order in which SDL sends them."""

from collections.abc import Callable

import pytest
from kivy.uix.textinput import TextInput

from accessibility.roles import Action
from tests.accessibility.fake_window import Stage, frame
from tests.accessibility.test_text_fields import field, told

Make = Callable[..., Stage]


class Short(TextInput):
    """Takes four characters."""

    def insert_text(self, substring: str, from_undo: bool = False) -> None:
        super().insert_text(substring[: 4 - len(self.text)], from_undo=from_undo)


class FakeMethod:
    """An input method that writes down what it is told."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int, int]] = []
        self.given_up = 0

    def stand_at(self, x: int, y: int, height: int) -> None:
        self.places.append((x, y, height))

    def give_up(self) -> None:
        self.given_up += 1


@pytest.fixture
def method(monkeypatch: pytest.MonkeyPatch) -> FakeMethod:
    made = FakeMethod()
    monkeypatch.setattr("accessibility.composing.InputMethod", lambda: made)
    return made


class TestComposition:
    """An input method shows pinyin in the field, changes it key by key, and puts characters in its place."""

    def compose(self, shown: Stage, *states: str) -> None:
        for state in states:
            shown.window.dispatch("on_textedit", state)
            frame()

    def commit(self, shown: Stage, widget: TextInput, text: str) -> None:
        """SDL sends what came of a composition as typed text, and only then ends it with an empty one."""
        if not shown.window.dispatch("on_textinput", text):
            widget.keyboard_on_textinput(shown.window, text)
        shown.window.dispatch("on_textedit", "")
        frame()

    def texts(self, shown: Stage, widget: TextInput) -> list[str]:
        """Each text that the platform was told, in order."""
        nodes = (node for update in shown.log.updates for node in update.nodes if node.id == widget.uid)
        seen = [node.text.characters for node in nodes if node.text is not None]
        return [text for text, before in zip(seen, [None, *seen], strict=False) if text != before]

    def test_what_is_composed_is_told_once_when_it_is_done(self, stage: Make) -> None:
        widget = field("转给")
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(2)
        self.compose(shown, "z", "zh", "zhang", "zhang san")
        assert widget.text == "转给zhang san"
        assert told(shown, widget) == ("转给", 2, "")
        self.commit(shown, widget, "张三")
        assert told(shown, widget) == ("转给张三", 4, "")
        assert self.texts(shown, widget) == ["转给", "转给张三"]

    def test_in_the_middle_of_a_line_and_given_up(self, stage: Make) -> None:
        widget = field("转五百")
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(1)
        self.compose(shown, "g", "gei")
        assert told(shown, widget) == ("转五百", 1, "")
        assert shown.node(widget).value == "转五百"
        self.compose(shown, "")
        assert (widget.text, told(shown, widget)) == ("转五百", ("转五百", 1, ""))
        assert self.texts(shown, widget) == ["转五百"]

    def test_in_the_second_line(self, stage: Make) -> None:
        widget = field("一\n二", multiline=True)
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(3)
        self.compose(shown, "s", "san")
        assert told(shown, widget) == ("一\n二", 3, "")
        self.commit(shown, widget, "三")
        assert told(shown, widget) == ("一\n二三", 4, "")

    def test_a_reader_that_edits_meanwhile_counts_what_it_knows(self, stage: Make) -> None:
        widget = field("abc")
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(1)
        self.compose(shown, "ni")
        shown.ask(widget, Action.SET_SELECTION, 3, 3)
        assert widget.cursor_index() == 5
        assert told(shown, widget) == ("abc", 3, "")

    def test_a_limited_field_counts_the_characters_alone(self, stage: Make) -> None:
        widget = Short(size_hint=(None, None), size=(400, 100), multiline=False)
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        self.compose(shown, "zh", "zhong guo")
        self.commit(shown, widget, "中国")
        assert widget.text == "中国"

    def test_what_was_committed_can_be_taken_back(self, stage: Make) -> None:
        widget = field("去")
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(1)
        self.compose(shown, "bei", "bei jing")
        self.commit(shown, widget, "北京")
        widget.do_undo()
        frame()
        assert told(shown, widget) == ("去", 1, "")

    def test_the_focus_leaves_nothing_half_composed_behind(self, stage: Make) -> None:
        """The input method drops it too, and ends it in the field that the focus has come to."""
        widget, other = field("转"), field("ab")
        shown = stage(widget, other)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(1)
        self.compose(shown, "n", "ni")
        shown.bridge.focus.focus(other)
        self.compose(shown, "")
        assert (widget.text, other.text) == ("转", "ab")
        assert self.texts(shown, widget) == ["转"]

    def test_characters_come_after_a_key_that_the_reader_has_used(self, stage: Make) -> None:
        """They come without a key of their own: the input method has used that."""
        widget = field()
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        shown.bridge.keyboard._offer = lambda *key: True
        assert shown.window.press(ord("a")), "used up by the reader"
        self.compose(shown, "hao")
        self.commit(shown, widget, "好")
        assert widget.text == "好"


class TestInputMethod:
    """What the input method is told, and where it may not compose."""

    def test_it_stands_at_the_caret(self, stage: Make, method: FakeMethod) -> None:
        widget = field("转给")
        shown = stage(widget)
        shown.bridge.focus.focus(widget)
        widget.cursor = widget.get_cursor_from_index(2)
        before = shown.node(widget).text
        shown.window.dispatch("on_textedit", "")
        shown.window.dispatch("on_textedit", "zhang")
        (left, top, height), (further, same, _) = method.places
        assert before is not None
        line = before.lines[0].bounds
        assert (top, height) == (round(line.top), round(line.bottom - line.top))
        assert widget.x < left < further < widget.right
        assert same == top

    def test_a_secret_takes_nothing_and_is_emptied(self, stage: Make, method: FakeMethod) -> None:
        widget = field("12", password=True)
        shown = stage(widget)
        refused: list[tuple[TextInput, str]] = []
        shown.bridge.on_secret_composed = lambda which: refused.append((which, widget.text))
        shown.bridge.focus.focus(widget)
        shown.window.dispatch("on_textedit", "的")
        frame()
        assert (widget.text, refused, method.given_up) == ("", [(widget, "")], 1)
        assert told(shown, widget)[0] == ""
        shown.window.dispatch("on_textedit", "")  # how the input method ends it
        widget.keyboard_on_textinput(shown.window, "d")
        frame()
        assert (told(shown, widget)[0], len(refused)) == ("•", 1)
        widget.do_undo()
        widget.do_undo()
        assert widget.text == "", "nothing of what was given up comes back"
