"""Of a long text only what has changed is measured again, and it is told the same as if all had been."""

from collections.abc import Callable

import pytest
from kivy.uix.textinput import TextInput

from accessibility.kivy_text import text_content
from accessibility.node import Bounds, TextContent
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]
BOX = Bounds(10, 20, 410, 120)


class Counting(TextInput):  # type: ignore[misc]
    """Counts what is measured while `count` looks: Kivy measures for itself too."""

    measured = 0

    def _get_text_width(self, *args: object) -> float:
        self.measured += 1
        return float(super()._get_text_width(*args))

    def count(self, *, protected: bool = False) -> int:
        """How many measurements it takes to tell the field."""
        self.measured = 0
        text_content(self, BOX, protected=protected)
        return self.measured


def page(text: str, **options: object) -> Counting:
    return Counting(text=text, size=(400, 300), **options)


def anew(widget: Counting, *, protected: bool = False) -> TextContent:
    """What is told of a field of which nothing is kept."""
    widget._a11y_lines, widget.measured = None, 0
    return text_content(widget, BOX, protected=protected)


def test_moving_the_caret_measures_nothing_and_leaves_the_lines(stage: Make) -> None:
    widget = page("word " * 2000)
    stage(widget)
    before = text_content(widget, BOX, protected=False)
    widget.cursor = (3, 1)
    assert widget.count() == 0
    after = text_content(widget, BOX, protected=False)
    assert after.caret != before.caret
    assert after.lines is before.lines


def test_a_typed_letter_costs_its_line(stage: Make) -> None:
    widget = page("\n".join(f"line {number}" for number in range(100)))
    stage(widget)
    before = anew(widget).lines
    assert widget.measured > 0
    widget.cursor = (2, 50)
    widget.insert_text("x")
    assert widget.count() == 1, "no line has had an x"
    after = text_content(widget, BOX, protected=False).lines
    assert [at for at in range(100) if after[at] is not before[at]] == [50]
    assert after[50].text == "lixne 50\n"


def test_lines_that_only_move_are_not_measured(stage: Make) -> None:
    widget = page("one\ntwo\nthree")
    stage(widget)
    before = text_content(widget, BOX, protected=False).lines
    widget.cursor = (0, 1)
    widget.insert_text("\n")
    assert widget.count() == 0
    after = text_content(widget, BOX, protected=False).lines
    assert [line.text for line in after] == ["one\n", "\n", "two\n", "three"]
    assert after[3].widths is before[2].widths
    assert after[3].bounds.top - before[2].bounds.top == widget.line_height


@pytest.mark.parametrize(
    "change",
    [
        {"font_size": 40}, {"halign": "right"}, {"halign": "center", "width": 300}, {"padding": [30, 10, 5, 5]},
        {"tab_width": 9}, {"line_spacing": 8}, {"scroll_y": 30}, {"text": "two\n\none"}, {"password": True},
    ],
)  # fmt: skip
def test_what_changes_the_lines_changes_what_is_told(stage: Make, change: dict[str, object]) -> None:
    widget = page("one\n\t二\n\nlast")
    stage(widget)
    before = text_content(widget, BOX, protected=False)
    for name, value in change.items():
        setattr(widget, name, value)
    frame()
    after = text_content(widget, BOX, protected=bool(widget.password))
    assert after.lines != before.lines
    assert after == anew(widget, protected=bool(widget.password))


def test_of_a_secret_nothing_is_kept(stage: Make) -> None:
    widget = page("geheim", multiline=False)
    stage(widget)
    text_content(widget, BOX, protected=False)
    widget.password = True
    text_content(widget, BOX, protected=True)
    kept = repr(widget._a11y_lines)
    assert "••••••" in kept
    assert not set("ghm") & set("".join(widget._a11y_lines.widths))
    assert "geheim" not in kept
