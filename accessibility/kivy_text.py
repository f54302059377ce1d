"""The text of a Kivy TextInput with its geometry: what a reader needs to echo keys and follow the caret."""

from typing import Any

from accessibility.node import Bounds, TextContent, TextLine

BULLET = "•"
# kivy.uix.textinput.FL_IS_LINEBREAK: this line begins after a newline, it is not a wrapped one.
_AFTER_NEWLINE = 0x01


def text_content(field: Any, bounds: Bounds, *, protected: bool) -> TextContent:
    """The content of a TextInput at `bounds` (window pixels, y down); bullets only when protected."""
    rows: list[str] = list(field._lines) or [""]
    flags: list[int] = list(field._lines_flags)
    step = float(field.line_height + field.line_spacing)
    left = bounds.left + float(field.padding[0]) - float(field.scroll_x)
    top = bounds.top + float(field.padding[1]) - float(field.scroll_y)
    lines = []
    for index, row in enumerate(rows):
        ends_paragraph = index + 1 < len(rows) and bool(flags[index + 1] & _AFTER_NEWLINE)
        shown = BULLET * len(row) if protected else row
        line_top = top + index * step
        lines.append(_line(field, shown, "\n" if ends_paragraph else "", left, line_top, protected))
    caret = int(field.cursor_index())
    return TextContent(tuple(lines), caret, _anchor(field, caret))


def _line(field: Any, shown: str, newline: str, left: float, top: float, protected: bool) -> TextLine:
    # Widths of a secret are those of its mask: real ones would tell which letters it has.
    widths = [_width(field, field.password_mask if protected else char) for char in shown]
    positions, x = [], 0.0
    for width in widths:
        positions.append(x)
        x += width
    if newline:
        positions.append(x)
        widths.append(0.0)
    bounds = Bounds(left, top, left + max(x, 1.0), top + float(field.line_height))
    return TextLine(shown + newline, bounds, tuple(positions), tuple(widths))


def _width(field: Any, char: str) -> float:
    return float(field._get_text_width(char, field.tab_width, field._label_cached))


def _anchor(field: Any, caret: int) -> int:
    start, end = field._selection_from, field._selection_to
    if start is None or end is None or start == end:
        return caret
    return int(start) if int(end) == caret else int(end)
