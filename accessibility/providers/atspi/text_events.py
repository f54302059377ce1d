"""What happened to a text: what was taken out, what was put in, and where caret and selection went.

Source: org.a11y.atspi.Event.Object, TextChanged, TextCaretMoved and TextSelectionChanged, of at-spi2-core 2.46.
"""

from collections.abc import Iterator

from accessibility.node import TextContent

Told = tuple[str, str, int, int, str]
"""Signal, detail, first and second number, text."""

_EMPTY = TextContent((), 0, 0)


def text_events(before: TextContent | None, after: TextContent | None) -> Iterator[Told]:
    """The events between two moments of one field."""
    old, new = before or _EMPTY, after or _EMPTY
    was, now = old.characters, new.characters
    if was != now:
        start, removed, added = _difference(was, now, min(old.caret, new.caret))
        if removed:
            yield "TextChanged", "delete", start, len(removed), removed
        if added:
            yield "TextChanged", "insert", start, len(added), added
    if old.caret != new.caret:
        yield "TextCaretMoved", "", new.caret, 0, ""
    if _span(old) != _span(new):
        yield "TextSelectionChanged", "", 0, 0, ""


def exchange(was: str, now: str) -> Iterator[Told]:
    """One text in the place of another, whole: put in before it, then the old one taken out.

    Told the other way round Orca 43 says that a selection was deleted, and not what is there now.
    """
    if now:
        yield "TextChanged", "insert", 0, len(now), now
    if was:
        yield "TextChanged", "delete", len(now), len(was), was


def _difference(was: str, now: str, caret: int) -> tuple[int, str, str]:
    """Where they part, what is gone there and what is new there.

    In a run of the same letter many places would do: nothing before the caret has changed, so it is there.
    """
    start = min(_common(was, now), caret)
    tail = _common(was[start:][::-1], now[start:][::-1])
    return start, was[start : len(was) - tail], now[start : len(now) - tail]


def _common(one: str, other: str) -> int:
    """How many characters at the start are the same."""
    shortest = min(len(one), len(other))
    return next((place for place in range(shortest) if one[place] != other[place]), shortest)


def _span(content: TextContent) -> tuple[int, int] | None:
    """The selection; None when there is none, wherever the caret is."""
    first, last = sorted((content.anchor, content.caret))
    return (first, last) if first < last else None
