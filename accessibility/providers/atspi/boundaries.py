"""AT-SPI's ways to cut a text: the unit at, before and behind an offset.

Source: enums AtspiTextBoundaryType and AtspiTextGranularity of at-spi2-core 2.46.
"""

from collections.abc import Callable
from enum import IntEnum

from accessibility.node import TextContent
from accessibility.providers import text_units
from accessibility.providers.text_units import Span


class Boundary(IntEnum):
    """From the start of a unit to the start of the next, or from the end of one to the end of the next."""

    CHAR = 0
    WORD_START = 1
    WORD_END = 2
    SENTENCE_START = 3
    SENTENCE_END = 4
    LINE_START = 5
    LINE_END = 6


class Granularity(IntEnum):
    CHAR = 0
    WORD = 1
    SENTENCE = 2
    LINE = 3
    PARAGRAPH = 4


Piece = tuple[str, int, int]


def text_at(content: TextContent, offset: int, boundary: int, step: int = 0) -> Piece:
    """The unit that holds the character at `offset` (step 0), the one before it (-1) or behind it (1).

    At the end of the text it is the last unit, but for a character: there is none. ('', 0, 0) for what is not there.
    """
    text = content.characters
    units = _units(content, boundary)
    if boundary == Boundary.CHAR:
        units = [*units, (len(text), len(text))]
    if not units:
        return "", 0, 0
    offset = min(max(offset, 0), len(text))
    index = min(text_units.at(units, offset), len(units) - 1) + step
    if not 0 <= index < len(units):
        return "", 0, 0
    start, end = units[index]
    return text[start:end], start, end


def string_at(content: TextContent, offset: int, granularity: int) -> Piece:
    """The unit at `offset`, as newer readers ask for it."""
    if granularity == Granularity.PARAGRAPH:
        text = content.characters
        units = text_units.paragraphs(text) or [(0, 0)]
        start, end = units[min(text_units.at(units, offset), len(units) - 1)]
        return text[start:end], start, end
    boundary = {
        Granularity.CHAR: Boundary.CHAR,
        Granularity.WORD: Boundary.WORD_START,
        Granularity.SENTENCE: Boundary.SENTENCE_START,
        Granularity.LINE: Boundary.LINE_START,
    }.get(Granularity(granularity) if granularity in tuple(Granularity) else Granularity.CHAR, Boundary.CHAR)
    return text_at(content, offset, boundary)


def _units(content: TextContent, boundary: int) -> list[Span]:
    text = content.characters
    if boundary in (Boundary.LINE_START, Boundary.LINE_END):
        return _lines(content, ends=boundary == Boundary.LINE_END)
    cut: Callable[[str], list[Span]] | None = {
        Boundary.WORD_START: text_units.words,
        Boundary.WORD_END: text_units.words,
        Boundary.SENTENCE_START: text_units.sentences,
        Boundary.SENTENCE_END: text_units.sentences,
    }.get(Boundary(boundary) if boundary in tuple(Boundary) else Boundary.CHAR)
    if cut is None:
        return [(index, index + 1) for index in range(len(text))]
    units = cut(text)
    return _to_ends(text, units) if boundary in (Boundary.WORD_END, Boundary.SENTENCE_END) else units


def _lines(content: TextContent, *, ends: bool) -> list[Span]:
    """Lines as they are drawn; a last one that is empty counts, for the caret may stand there."""
    units = text_units.spans(len(line.text) for line in content.lines)
    return _to_ends(content.characters, units) if ends else units


def _to_ends(text: str, units: list[Span]) -> list[Span]:
    """From units with the white space behind them to units with the white space before them."""
    if not units:
        return []
    cuts = [start + len(text[start:end].rstrip()) for start, end in units]
    found = list(zip([0, *cuts[:-1]], cuts, strict=True))
    if cuts[-1] < len(text):
        found.append((cuts[-1], len(text)))
    return found
