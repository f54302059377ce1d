"""What is told of a selection that Kivy itself has made."""

import pytest

from accessibility.roles import Action
from tests.accessibility.fake_window import frame
from tests.accessibility.test_text_fields import Make, content, field, told


class TestSelecting:
    """Kivy's own ways to select leave the caret where it is, and not all of them say that they have been there."""

    @pytest.mark.parametrize("caret", [0, 5, 11])
    def test_all_of_it(self, stage: Make, caret: int) -> None:
        widget = field("hello world")
        shown = stage(widget)
        shown.ask(widget, Action.SET_SELECTION, caret, caret)
        widget.select_all()
        frame()
        assert told(shown, widget)[2] == "hello world" == widget.selection_text
        widget.cancel_selection()
        frame()
        assert told(shown, widget) == ("hello world", caret, "")

    def test_a_part_that_the_caret_is_not_at(self, stage: Make) -> None:
        widget = field("hello world")
        shown = stage(widget)
        widget.select_text(2, 4)
        frame()
        assert told(shown, widget) == ("hello world", 4, "ll")

    def test_the_same_letters_elsewhere(self, stage: Make) -> None:
        widget = field("abab")
        shown = stage(widget)
        for start in (0, 2):
            widget.select_text(start, start + 2)
            frame()
            assert (content(shown, widget).anchor, content(shown, widget).caret) == (start, start + 2)

    def test_what_may_not_be_copied(self, stage: Make) -> None:
        widget = field("1234", password=True, allow_copy=False)
        shown = stage(widget)
        widget.select_all()
        frame()
        assert told(shown, widget)[2] == "••••"
        widget.cancel_selection()
        frame()
        assert told(shown, widget)[2] == ""

    def test_a_text_put_in_by_the_program_meanwhile(self, stage: Make) -> None:
        widget = field("hello world")
        shown = stage(widget)
        widget.select_all()
        widget.text = "hi"
        frame()
        assert told(shown, widget) == ("hi", 2, "hi")

    def test_a_field_that_has_gone_is_followed_no_more(self, stage: Make) -> None:
        widget = field("hello")
        shown = stage(widget)
        shown.bridge.close()
        widget.select_all()
        assert widget.selection_text == "hello"
        assert not widget._a11y_selection_followed
