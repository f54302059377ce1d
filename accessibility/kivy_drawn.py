"""Where a Kivy label has drawn its characters: found out when somebody asks, so that a tree of labels costs nothing.

Asked on the thread that answers a reader. It reads what Kivy keeps of its last layout, a list that each layout makes
anew, and measures with a label of its own; nothing of the widget is changed. Kivy's calls of the font library hold the
interpreter's lock, so that one at a time is in it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from accessibility.node import Bounds, TextLine

_FONT = ("font_name", "font_size", "bold", "italic", "font_family", "font_context", "font_features", "font_hinting",
         "font_kerning", "font_blended")  # fmt: skip
_Lines = tuple[TextLine, ...]


class Drawn:
    """`drawn(text, bounds)` are the lines of a label whose node has this text and these bounds.

    () where something else is drawn: a text cut short, one that is newer than the picture, a name that is no text.
    """

    def __init__(self, label: Any) -> None:
        self._label = label.proxy_ref  # who asks late must not keep a screen alive
        self._kept: tuple[Any, str, Bounds, _Lines] | None = None

    def __call__(self, text: str, bounds: Bounds) -> _Lines:
        try:
            core = self._label._label
            rows, size = core._cached_lines, core.size
        except (ReferenceError, AttributeError):
            return ()
        kept = self._kept
        if kept is not None and kept[0] is rows and kept[1:3] == (text, bounds):
            return kept[3]
        shares = _shared_out(text, ["".join(word.text for word in row.words) for row in rows])
        if not shares:
            return ()
        lines = tuple(_lines(rows, shares, core, size, bounds))
        self._kept = (rows, text, bounds, lines)
        return lines


def _shared_out(text: str, rows: Sequence[str]) -> list[str]:
    """The text cut at the ends of the rows, with the white space that is not drawn; [] when the rows show another."""
    shares, at = [], 0
    for row in rows:
        start = at
        for char in "".join(row.split()):
            while at < len(text) and text[at].isspace():
                at += 1
            if at == len(text) or text[at] != char:
                return []
            at += 1
        while at < len(text) and text[at].isspace():
            at += 1
            if text[at - 1] == "\n":
                break
        shares.append(text[start:at])
    return shares if at == len(text) else []


def _lines(rows: Sequence[Any], shares: Sequence[str], core: Any, size: Any, bounds: Bounds) -> Iterator[TextLine]:
    """Kivy puts the picture of the text in the middle of the widget."""
    left = (bounds.left + bounds.right - size[0]) / 2
    top = (bounds.top + bounds.bottom - size[1]) / 2 + _first(core, size[1])
    ruler = _Ruler()
    for row, share in zip(rows, shares, strict=True):
        start, bottom = left + _indent(core.options, row, size[0]), top + float(row.h)
        places = _places(row, share, ruler)
        box = Bounds(start, top, start + max((end for _, end in places), default=1.0), bottom)
        yield TextLine(share, box, tuple(at for at, _ in places), tuple(end - at for at, end in places))
        top = bottom


def _first(core: Any, height: float) -> float:
    """How far below the picture's top the first row begins (`LabelBase._render_real`)."""
    padding, over = core.options["padding"][1], height - core._internal_size[1]
    where = core.options["valign"]
    if where == "top":
        return float(padding)
    return float(over + padding if where == "bottom" else (over + 2 * padding) / 2)


def _indent(options: Any, row: Any, width: float) -> float:
    """How far behind the picture's left edge a row begins (`LabelBase.render_lines`)."""
    before, after = options["padding"][0], options["padding"][2]
    if options["halign"] == "center":
        return float(min(width - row.w, max(before, (width - row.w + before - after) / 2)))
    return float(max(0, width - row.w - after) if options["halign"] == "right" else before)


def _places(row: Any, share: str, ruler: "_Ruler") -> list[tuple[float, float]]:
    """Where each character begins and ends, from the row's left edge.

    White space has what lies between its neighbours, the first of a run all of it; at the end it is not drawn.
    """
    drawn = [span for char, *span in _spans(row, ruler) if not char.isspace()]
    found: list[tuple[float, float]] = []
    passed, at = 0, 0.0
    for char in share:
        if not char.isspace():
            start, end = drawn[passed]
            passed += 1
        else:
            start, end = at, drawn[passed][0] if passed < len(drawn) else at
        found.append((start, end))
        at = end
    return found


def _spans(row: Any, ruler: "_Ruler") -> Iterator[tuple[str, float, float]]:
    """Each character that the row has drawn, with its left and right edge: pairs of letters may stand closer."""
    x = 0.0
    for word in row.words:
        edges = [x + ruler.width(word.options, word.text[:length]) for length in range(len(word.text) + 1)]
        yield from zip(word.text, edges, edges[1:], strict=False)
        x += float(word.lw)


class _Ruler:
    """Measures texts in the fonts of a label."""

    def __init__(self) -> None:
        self._labels: dict[tuple[Any, ...], Any] = {}

    def width(self, options: Any, text: str) -> float:
        from kivy.core.text import Label  # noqa: PLC0415 - it is loaded when there is a label

        key = tuple(str(options.get(name)) for name in _FONT)
        if key not in self._labels:
            font = {name: options[name] for name in _FONT if name in options}
            self._labels[key] = Label(**font)
        return float(self._labels[key].get_extents(text)[0]) if text else 0.0
