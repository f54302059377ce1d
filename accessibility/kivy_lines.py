"""The lines of a Kivy TextInput, measured once: what has not changed since the last time is told again as it was."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from accessibility.node import Bounds, TextLine

_KEPT = "_a11y_lines"


class Row(NamedTuple):
    """What stands in a line as it is told: bullets only of a secret. `newline` is its own, or ''."""

    shown: str
    newline: str


class Place(NamedTuple):
    """Where the lines stand: window pixels of the first one's left top corner, and the pixels from line to line.

    `width` is that within which a line is put in the middle or to the right, as `align` says.
    """

    left: float
    top: float
    step: float
    height: float
    align: str
    width: float


@dataclass(slots=True)
class _Lines:
    """What is kept on a field. `font` is all that the widths of characters depend on."""

    font: tuple[Any, ...]
    widths: dict[str, float] = field(default_factory=dict)
    rows: Sequence[Row] = ()
    place: Place | None = None
    lines: tuple[TextLine, ...] = ()


def measured(target: Any, rows: Sequence[Row], place: Place, *, protected: bool) -> tuple[TextLine, ...]:
    """The lines of the field `target`. What is kept for it is what was told of it, no more: never a secret's text."""
    kept = _kept(target, protected)
    if kept.rows == rows and kept.place == place:
        return kept.lines
    known = dict(zip(kept.rows, kept.lines, strict=True))
    lines = []
    for index, row in enumerate(rows):
        line = known.get(row) or _new_line(target, row, kept.widths, protected)
        bounds = _bounds(place, index, line)
        lines.append(line if line.bounds == bounds else replace(line, bounds=bounds))
    kept.rows, kept.place, kept.lines = tuple(rows), place, tuple(lines)
    return kept.lines


def _kept(target: Any, protected: bool) -> _Lines:
    # Kivy makes the options anew, as another object, when the font has changed.
    font = (target._get_line_options(), target.tab_width, target.password, target.password_mask, protected)
    kept: _Lines | None = getattr(target, _KEPT, None)
    if kept is None or kept.font[0] is not font[0] or kept.font[1:] != font[1:]:
        kept = _Lines(font)
        setattr(target, _KEPT, kept)
    return kept


def _new_line(target: Any, row: Row, known: dict[str, float], protected: bool) -> TextLine:
    widths = [_width(target, char, known, protected) for char in row.shown] + [0.0] * len(row.newline)
    positions, x = [], 0.0
    for width in widths:
        positions.append(x)
        x += width
    return TextLine(row.shown + row.newline, Bounds(0.0, 0.0, x, 0.0), tuple(positions), tuple(widths))


def _width(target: Any, char: str, known: dict[str, float], protected: bool) -> float:
    if char not in known:
        # Widths of a secret are those of its mask: real ones would tell which letters it has.
        drawn = target.password_mask if protected else char
        known[char] = float(target._get_text_width(drawn, target.tab_width, target._label_cached))
    return known[char]


def _bounds(place: Place, index: int, line: TextLine) -> Bounds:
    """Where the line is drawn: one in the middle or at the right begins where what is free before it ends."""
    wide = line.positions[-1] + line.widths[-1] if line.positions else 0.0
    free = place.width - wide
    shift = {"center": free / 2, "right": free}.get(place.align, 0.0)
    left = place.left + max(0, int(shift))
    top = place.top + index * place.step
    return Bounds(left, top, left + max(wide, 1.0), top + place.height)
