"""Lexicon: every word that the model knows with its pronunciations, and how a sentence is cut into words."""

from __future__ import annotations

from collections.abc import Iterable

from voice.model_builder.errors import Unpronounceable
from voice.model_builder.language import WITHIN, Language
from voice.model_builder.material import Material
from voice.model_builder.phones import Phones
from voice.numbers.drawn import drawn_numbers

_LONGEST = 12
"""Characters of the longest Chinese word; a recogniser looks for no longer ones."""

_WORDS = 8
"""English words of the longest sentence that is one word."""

_EVERYDAY, _RARE = range(0xB0, 0xD8), range(0xD8, 0xF8)
"""Rows of GB 2312: the 3,755 everyday characters, and 3,008 rarer ones, of which names are full (婷, 琪, 昊)."""


class Lexicon(dict[str, list[Phones]]):
    """Words with their pronunciations, in the order in which they were added."""

    def add(self, word: str, pronunciations: Iterable[Phones]) -> None:
        """A word, or more ways to say it."""
        known = self.setdefault(word, [])
        known += [one for one in dict.fromkeys(pronunciations) if one not in known]

    def cut(self, text: str, between: str) -> list[str] | None:
        """A sentence as words of the lexicon, the longest first; None where something is missing."""
        if between:
            words = text.split()
            if WITHIN.join(words) in self:
                return [WITHIN.join(words)]
            return words if words and all(word in self for word in words) else None
        found: list[str] = []
        at = 0
        while at < len(text):
            sizes = range(min(_LONGEST, len(text) - at), 0, -1)
            size = next((size for size in sizes if text[at : at + size] in self), 0)
            if not size:
                return None
            found.append(text[at : at + size])
            at += size
        return found or None


def everyday_characters() -> list[str]:
    """The 3,755 Chinese characters of everyday use: with them any sentence can be spelled out."""
    return _rows(_EVERYDAY)


def rare_characters() -> list[str]:
    """3,008 more, for names."""
    return _rows(_RARE)


def _rows(rows: range) -> list[str]:
    found = []
    for row in rows:
        for column in range(0xA1, 0xFF):
            try:
                found.append(bytes([row, column]).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def make_lexicon(language: Language, material: Material, words: Iterable[str]) -> Lexicon:
    """The product's words and the language's own, ``words``.

    Sentences that are fixed are one word each, which is heard best; others are cut.

    Raises:
        Unpronounceable: a word whose sounds are not known, with the word.
    """
    wanted = [*words, *(word for name in material.words for word in _words(name, language.between))]
    wanted += drawn_numbers(language.code).units
    if language.between:
        wanted += [word for sentence in material.said for word in sentence.split()]
        wanted += [WITHIN.join(sentence.split()) for sentence in material.sentences if len(sentence.split()) <= _WORDS]
    else:
        wanted += [sentence for sentence in material.sentences if 1 < len(sentence) <= _LONGEST]
    lexicon = Lexicon()
    for word in dict.fromkeys(wanted):
        pronunciations = language.pronunciations(word)
        if not pronunciations:
            raise Unpronounceable(f"nothing is heard in {word!r}")
        lexicon.add(word, pronunciations)
    return lexicon


def _words(name: str, between: str) -> list[str]:
    return name.split() if between else [name]
