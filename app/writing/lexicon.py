"""Lexicon: Chinese words by the first letters of their syllables, read from the asset when they are first wanted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

ASSET = Path(__file__).resolve().parents[2] / "assets" / "writing" / "zh-CN.words"
"""Made by scripts/make_chinese_words.py."""

_WEIGHT_UNIT = 0.1
_KEPT = 4096
"""Answers that are kept: of one long sentence there are some hundreds."""


class Entry(NamedTuple):
    """A word: its sounds, one for each sign, and the natural logarithm of how often it occurs."""

    text: str
    sounds: tuple[str, ...]
    weight: float


class Part(NamedTuple):
    """One syllable as it was typed: all of it, or only its beginning."""

    letters: str
    is_whole: bool

    def fits(self, sound: str) -> bool:
        """Whether the syllable can be meant."""
        return sound == self.letters if self.is_whole else sound.startswith(self.letters)


@dataclass(frozen=True)
class Lexicon:
    """rows: the words of each row of first letters, as the asset holds them; read one by one, for most never are.

    surnames: with their sound, the most frequent first. given: the characters of given names by their sound. told: by
    sound, what tells a character from those that sound alike.
    """

    rows: dict[str, str]
    heads: frozenset[str]
    syllables: frozenset[str]
    beginnings: frozenset[str]
    surnames: tuple[Entry, ...]
    given: dict[str, tuple[Entry, ...]]
    told: dict[str, str]

    def begins(self, initials: str) -> bool:
        """Whether any word begins with syllables that begin so."""
        return initials in self.heads


@cache
def lexicon() -> Lexicon:
    """The one lexicon: some 60 ms when it is first asked for, and 7 MB from then on."""
    words, surnames, given, told = zlib.decompress(ASSET.read_bytes()).decode("utf8").split("\n\n")
    rows = dict(_pairs(words))
    syllables = frozenset(entry.sounds[0] for key in rows if len(key) == 1 for entry in _entries(rows[key]))
    return Lexicon(
        rows,
        frozenset(key[:end] for key in rows for end in range(1, len(key) + 1)),
        syllables,
        frozenset(syllable[:end] for syllable in syllables for end in range(1, len(syllable) + 1)),
        tuple(_surnames(surnames)),
        _given(given),
        dict(_pairs(told)),
    )


@lru_cache(_KEPT)
def words_like(parts: tuple[Part, ...]) -> tuple[Entry, ...]:
    """The words that can be meant by syllables typed so, the most frequent first."""
    initials = "".join(part.letters[0] for part in parts)
    return tuple(
        entry
        for entry in _row(initials)
        if all(part.fits(sound) for part, sound in zip(parts, entry.sounds, strict=True))
    )


@lru_cache(_KEPT)
def word_for(sign: str, sound: str) -> str:
    """The word that tells a character from those that sound alike: 国王 for 王; '' where there is none."""
    held = lexicon().told.get(sound, "").split(" ")
    return next((item[1:] for item in held if item[:1] == sign), "")


def homophones(sounds: Sequence[str]) -> int:
    """How many words sound so."""
    return len(words_like(tuple(Part(sound, True) for sound in sounds)))


@lru_cache(512)
def _row(initials: str) -> tuple[Entry, ...]:
    found = _entries(lexicon().rows.get(initials, ""))
    return tuple(sorted(found, key=lambda entry: -entry.weight))


def _entries(row: str) -> Iterator[Entry]:
    """za zhi:杂志78,杂质60;… – the figures are weights, in tenths."""
    for group in row.split(";") if row else ():
        read, _, words = group.partition(":")
        sounds = tuple(read.split(" "))
        for word in words.split(","):
            text = word[: len(sounds)]
            yield Entry(text, sounds, int(word[len(sounds) :]) * _WEIGHT_UNIT)


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.split("\n"):
        key, _, rest = line.partition("\t")
        yield key, rest


def _surnames(lines: str) -> Iterator[Entry]:
    for place, line in enumerate(lines.split("\n")):
        name, sound = line.split(" ")
        yield Entry(name, (sound,), -float(place))


def _given(lines: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for line in lines.split("\n"):
        sign, sound, weight = line.split(" ")
        found.setdefault(sound, []).append(Entry(sign, (sound,), int(weight) * _WEIGHT_UNIT))
    return {sound: tuple(entries) for sound, entries in found.items()}
