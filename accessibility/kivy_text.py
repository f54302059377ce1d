"""The text of a Kivy TextInput with its geometry: what a reader needs to echo keys and follow the caret."""

from dataclasses import replace
from typing import Any, NamedTuple

from accessibility.node import Bounds, TextContent, TextLine

BULLET = "•"
# kivy.uix.textinput.FL_IS_LINEBREAK: this line begins after a newline, it is not a wrapped one.
_AFTER_NEWLINE = 0x01


class Composition(NamedTuple):
    """Where the text stands that an input method is still composing: in the field's text, and in its rows."""

    start: int
    length: int
    row: int
    column: int


def composition(field: Any) -> Composition | None:
    """What an input method has put in, but not committed: pinyin on its way to characters.

    Kivy shows it inside the text, takes it out at each keystroke and puts the next state in. Told as it is drawn,
    a reader would hear every state as typed and deleted.
    """
    text, end = field._ime_composition, field._ime_cursor
    if not text or not end:
        return None
    column, row = int(end[0]) - len(text), int(end[1])
    rows = field._lines
    if column < 0 or row >= len(rows) or rows[row][column : column + len(text)] != text:
        return None  # the text was changed from elsewhere meanwhile
    return Composition(int(field.cursor_index(end)) - len(text), len(text), row, column)


def committed(field: Any) -> str:
    """The text without what is being composed."""
    text, open_part = str(field.text), composition(field)
    if open_part is None:
        return text
    return text[: open_part.start] + text[open_part.start + open_part.length :]


def offset_in_field(field: Any, offset: int) -> int:
    """The index in the field's text of an offset in its committed text, held within it."""
    open_part = composition(field)
    if open_part is not None and offset > open_part.start:
        offset += open_part.length
    return max(0, min(offset, len(field.text)))


def text_content(field: Any, bounds: Bounds, *, protected: bool) -> TextContent:
    """The content of a TextInput at `bounds` (window pixels, y down); bullets only when protected."""
    rows: list[str] = list(field._lines) or [""]
    flags: list[int] = list(field._lines_flags)
    open_part = composition(field)
    if open_part is not None:
        row, column = rows[open_part.row], open_part.column
        rows[open_part.row] = row[:column] + row[column + open_part.length :]
    step = float(field.line_height + field.line_spacing)
    left = bounds.left + float(field.padding[0]) - float(field.scroll_x)
    top = bounds.top + float(field.padding[1]) - float(field.scroll_y)
    lines = []
    for index, row in enumerate(rows):
        ends_paragraph = index + 1 < len(rows) and bool(flags[index + 1] & _AFTER_NEWLINE)
        shown = BULLET * len(row) if protected else row
        line_top = top + index * step
        lines.append(_aligned(field, _line(field, shown, "\n" if ends_paragraph else "", left, line_top, protected)))
    caret = _told(int(field.cursor_index()), open_part)
    return TextContent(tuple(lines), caret, _told(_anchor(field), open_part, caret))


def _told(index: int | None, open_part: Composition | None, otherwise: int = 0) -> int:
    """An index of the field's text as one of its committed text."""
    if index is None:
        return otherwise
    if open_part is None or index <= open_part.start:
        return index
    return max(open_part.start, index - open_part.length)


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


def _aligned(field: Any, line: TextLine) -> TextLine:
    """Moved to the middle or the right, as Kivy draws it."""
    if field.halign not in ("center", "right"):
        return line
    free = field.width - field.padding[0] - field.padding[2] - sum(line.widths)
    shift = max(0, int(free / 2 if field.halign == "center" else free))
    box = line.bounds
    return replace(line, bounds=box._replace(left=box.left + shift, right=box.right + shift))


def _width(field: Any, char: str) -> float:
    return float(field._get_text_width(char, field.tab_width, field._label_cached))


def _anchor(field: Any) -> int | None:
    """The other end of what is selected; None when nothing is."""
    start, end = field._selection_from, field._selection_to
    if start is None or end is None or start == end:
        return None
    return int(start) if int(end) == int(field.cursor_index()) else int(end)
