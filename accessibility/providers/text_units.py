"""Characters, words, sentences, lines and paragraphs of a text as spans; every Chinese character is a word.

Spans are (start, end) in characters, cover the text without gaps, and each holds the white space that follows.
"""

import re
import unicodedata
from collections.abc import Iterable

_SENTENCE = re.compile(r"""(?s).+?(?:[。！？…\n]|[.!?](?=[\s"')]|$))[。！？…!?.”’」』）)"'\s]*|.+""")
_CJK = 0x2E80  # from here on scripts are written without spaces between words
_NON_JOINER, _JOINER = "\u200c", "\u200d"

Span = tuple[int, int]


def word_lengths(text: str) -> list[int]:
    """Lengths of words, each with the white space behind it. Accents and vowel signs belong to their letter."""
    lengths: list[int] = []
    before, letter = " ", " "  # the character before, and the last one that does not hang on another
    for char in text:
        hangs_on = _hangs_on(char)
        one = (_is_letter(letter) and _is_letter(char)) or before == _JOINER
        if lengths and (char.isspace() or (not letter.isspace() if hangs_on else one)):
            lengths[-1] += 1
        else:
            lengths.append(1)
        before, letter = char, letter if hangs_on else char
    return lengths


def words(text: str) -> list[Span]:
    return spans(word_lengths(text))


def sentences(text: str) -> list[Span]:
    """Sentences end with their mark, the quotes that close behind it, and white space; 1.5 is no end."""
    return [match.span() for match in _SENTENCE.finditer(text)]


def paragraphs(text: str) -> list[Span]:
    """Paragraphs hold their newline; after a newline at the end an empty one follows."""
    return spans(len(part) for part in text.splitlines(keepends=True))


def spans(lengths: Iterable[int]) -> list[Span]:
    """Spans of these lengths, one behind the other."""
    found, start = [], 0
    for length in lengths:
        found.append((start, start + length))
        start += length
    return found


def at(units: list[Span], offset: int) -> int:
    """The index of the unit that holds the character at `offset`; `len(units)` when it lies behind all."""
    for index, (_, end) in enumerate(units):
        if offset < end:
            return index
    return len(units)


def _hangs_on(char: str) -> bool:
    """Whether it is drawn on or between letters: a combining mark (Unicode's category M), or a (non-)joiner."""
    return char in (_NON_JOINER, _JOINER) or unicodedata.category(char).startswith("M")


def _is_letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and ord(char) < _CJK
