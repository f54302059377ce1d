"""The text of a Kivy TextInput with its geometry: what a reader needs to echo keys and follow the caret."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from accessibility.kivy_lines import Place, Row, measured
from accessibility.node import Bounds, TextContent

BULLET = "•"
# kivy.uix.textinput.FL_IS_LINEBREAK: this line begins after a newline, it is not a wrapped one.
_AFTER_NEWLINE = 0x01
_FOLLOWED = "_a11y_selection_followed"


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
    # A line ends a paragraph when the next one begins after a newline.
    newlines = ["\n" if flag & _AFTER_NEWLINE else "" for flag in flags[1 : len(rows)]]
    newlines += [""] * (len(rows) - len(newlines))
    texts = (BULLET * len(row) for row in rows) if protected else rows
    shown = tuple(Row(text, newline) for text, newline in zip(texts, newlines, strict=True))
    lines = measured(field, shown, _place(field, bounds), protected=protected)
    caret, anchor = _selection(field)
    return TextContent(lines, _told(caret, open_part), _told(anchor, open_part))


def _place(field: Any, bounds: Bounds) -> Place:
    return Place(
        left=bounds.left + float(field.padding[0]) - float(field.scroll_x),
        top=bounds.top + float(field.padding[1]) - float(field.scroll_y),
        step=float(field.line_height + field.line_spacing),
        height=float(field.line_height),
        align=str(field.halign),
        width=float(field.width - field.padding[0] - field.padding[2]),
    )


def _told(index: int, open_part: Composition | None) -> int:
    """An index of the field's text as one of its committed text."""
    if open_part is None or index <= open_part.start:
        return index
    return max(open_part.start, index - open_part.length)


def _selection(field: Any) -> tuple[int, int]:
    """The caret, and the other end of what is selected: the caret again when nothing is.

    `select_all` and `select_text` leave the caret where it was. It is told at the end of what they have selected:
    from there Kivy moves it on, and elsewhere no reader knows a caret that belongs to a selection.
    """
    caret, length = int(field.cursor_index()), len(field.text)
    if field._selection_from is None or field._selection_to is None:
        return caret, caret
    # A text put in by the program leaves the selection as it was, beyond the end if need be.
    start, end = (min(int(index), length) for index in (field._selection_from, field._selection_to))
    if start == end:
        return caret, caret
    return (caret, end) if caret == start else (end, start)


def follow_selection(field: Any, changed: Callable[[], object]) -> Callable[[], None]:
    """Call `changed` when something is selected, and when it no longer is; the result ends that.

    Kivy's property `selection_text` does not tell: it stays empty in a field that may not be copied from, and stays
    the same when the same letters are selected elsewhere. So the methods are followed through which it is all done.
    """
    followers: list[Callable[[], object]] | None = getattr(field, _FOLLOWED, None)
    if followers is None:
        followers = []
        setattr(field, _FOLLOWED, followers)
        for name in ("_update_selection", "cancel_selection"):
            setattr(field, name, _followed(getattr(field, name), followers))
    followers.append(changed)
    return lambda: followers.remove(changed)


def _followed(method: Callable[..., None], followers: list[Callable[[], object]]) -> Callable[..., None]:
    @wraps(method)
    def call(*args: Any, **options: Any) -> None:
        method(*args, **options)
        for changed in tuple(followers):
            changed()

    return call
