"""Where a Kivy label has drawn its characters: found out when somebody asks, so that a tree of labels costs nothing.

Asked on the thread that answers a reader. It reads what Kivy keeps of its last layout, a list that each layout makes
anew, and measures with a label of its own; nothing of the widget is changed. Kivy's calls of the font library hold the
interpreter's lock, so that one at a time is in it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from accessibility.node import Bounds, TextLine

_FONT = ("font_name", "font_size", "bold", "italic", "font_family", "font_context", "font_features", "font_hinting",
         "font_kerning", "font_blended")  # fmt: skip
_Lines = tuple[TextLine, ...]
_Span = tuple[float, float]
_Shown = tuple[tuple[str, float], ...]


class Drawn:
    """`drawn(text, bounds)` are the lines of a label whose node has this text and these bounds.

    () where something else is drawn: lines cut off below, a text newer than the picture, a name that is no text.
    """

    def __init__(self, label: Any) -> None:
        self._label = label.proxy_ref  # who asks late must not keep a screen alive
        self._kept: tuple[Any, _Shown, str, Bounds, _Lines] | None = None

    def __call__(self, text: str, bounds: Bounds) -> _Lines:
        try:
            core = self._label._label
            rows, size = core._cached_lines, core.size
        except (ReferenceError, AttributeError):
            return ()
        # Kivy spreads the words of a justified line when it paints it, in the same list.
        words = tuple((word.text, word.lw) for row in rows for word in row.words)
        kept = self._kept
        if kept is not None and kept[0] is rows and kept[1:4] == (words, text, bounds):
            return kept[4]
        shown = ["".join(word.text for word in row.words) for row in rows]
        shares = _shared_out(text, shown)
        cut = _cut(text, shown[0]) if not shares and core.is_shortened and len(rows) == 1 else None
        if cut is not None:
            shares = [text]
        if not shares:
            return ()
        lines = tuple(_lines(rows, shares, core, size, bounds, cut))
        self._kept = (rows, words, text, bounds, lines)
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


class _Cut(NamedTuple):
    """What of a text stands behind the dots: from `start` to `end`; `before` are the characters drawn before them."""

    start: int
    end: int
    before: int
    dots: int


def _cut(text: str, shown: str) -> _Cut | None:
    """How a text was shortened to what is shown (`LabelBase.shorten`); None when that is another text."""
    drawn, places = "".join(shown.split()), [at for at, char in enumerate(text) if not char.isspace()]
    whole = "".join(text.split())
    for dots in ("...", "..", "."):
        before = drawn.find(dots)
        while before >= 0:
            first, last = drawn[:before], drawn[before + len(dots) :]
            if len(first) + len(last) < len(whole) and whole.startswith(first) and whole.endswith(last):
                start = places[before - 1] + 1 if before else 0
                return _Cut(start, places[len(whole) - len(last)] if last else len(text), before, len(dots))
            before = drawn.find(dots, before + 1)
    return None


def _lines(
    rows: Sequence[Any], shares: Sequence[str], core: Any, size: Any, bounds: Bounds, cut: _Cut | None
) -> Iterator[TextLine]:
    """Kivy puts the picture of the text in the middle of the widget."""
    left = (bounds.left + bounds.right - size[0]) / 2
    top = (bounds.top + bounds.bottom - size[1]) / 2 + _first(core, size[1])
    ruler = _Ruler()
    for row, share in zip(rows, shares, strict=True):
        begin, bottom = left + _indent(core.options, row, size[0]), top + float(row.h)
        spans = [(start, end) for char, start, end in _spans(row, ruler) if not char.isspace()]
        places = _places(spans, share) if cut is None else _around(cut, spans, share)
        box = Bounds(begin, top, begin + max((end for _, end in places), default=1.0), bottom)
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


def _around(cut: _Cut, drawn: Sequence[_Span], text: str) -> list[_Span]:
    """Of a shortened text: what is not drawn has the place of the dots, its first character all of it."""
    behind = cut.before + cut.dots
    (left, _), (_, right) = drawn[cut.before], drawn[behind - 1]
    hidden = [(left, right), *[(right, right)] * (cut.end - cut.start - 1)]
    first, last = _places(drawn[: cut.before], text[: cut.start]), _places(drawn[behind:], text[cut.end :], right)
    return [*first, *hidden, *last]


def _places(drawn: Sequence[_Span], share: str, at: float = 0.0) -> list[_Span]:
    """Where each character begins and ends, from the row's left edge; `drawn` are the places of those that are seen.

    White space has what lies between its neighbours, the first of a run all of it; at the end it is not drawn.
    """
    found: list[_Span] = []
    passed = 0
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
