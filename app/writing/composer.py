"""What letters may mean in Chinese: sentences, names, words and characters, by whole pinyin or by first letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from app.writing.lexicon import Entry, Part, lexicon, words_like
from app.writing.names import people
from app.writing.splitting import LONGEST, parts_at

MOST_LETTERS = 60
"""More are not looked at: what stands at their front is offered all the same, and choosing it brings up the rest."""

_ALL = 18.0
"""The natural logarithm of how many words the counts were taken from."""

_BEGUN, _BROKEN_OFF = 5.0, 1.0
"""What a syllable costs of which only the first letter was typed, and one that is still being typed."""


_BEFORE_NAMES = 2
"""Words that come before the names of people."""

NAME = 3
"""Signs of a usual name."""


class Candidate(NamedTuple):
    """text: Chinese that can stand for the first ``used`` of the letters. sounds: a syllable for each sign of it."""

    text: str
    sounds: tuple[str, ...]
    used: int


class _Way(NamedTuple):
    """The cheapest way to a place: what it costs, and the words on it."""

    cost: float
    words: tuple[Entry, ...]


@lru_cache(64)
def candidates(letters: str) -> tuple[Candidate, ...]:
    """What the letters may mean, the likeliest first, each text once; nothing where they are no pinyin.

    First what takes them all: a word, a name or a sentence; then the words and characters that their front can be,
    those for more letters first. ``letters``: a to z.
    """
    letters = letters[:MOST_LETTERS]
    found: dict[str, Candidate] = {}
    for candidate in _in_order(letters):
        found.setdefault(candidate.text, candidate)
    return tuple(found.values())


def _in_order(letters: str) -> Iterator[Candidate]:
    """A word written out; a sentence with words in it; two more words; names; then everything, by how much it takes.

    Of three syllables written out a name is likelier than a sentence.
    """
    by_end = _fronts(letters)
    whole = by_end.get(len(letters), [])
    made = _sentence(letters) if letters else None
    names = [Candidate(name.text, name.sounds, len(letters)) for name in people(letters)]
    if whole and len(whole[0].text) > 1 and "".join(whole[0].sounds) == letters:
        yield whole[0]
    if names and len(names[0].text) == NAME and "".join(names[0].sounds) == letters:
        yield from names
    if made is not None and any(len(word.text) > 1 for word in made):
        yield _joined(made, len(letters))
    yield from whole[:_BEFORE_NAMES]
    yield from names
    if made is not None:
        yield _joined(made, len(letters))
    for end in sorted(by_end, reverse=True):
        yield from by_end[end]


def _fronts(letters: str) -> dict[int, list[Candidate]]:
    """The words that the letters up to each place can be, the likeliest first."""
    found: dict[int, list[tuple[float, Entry]]] = {}
    for end, parts in _spans(letters, 0):
        cost = _begun(parts)
        found.setdefault(end, []).extend((cost - entry.weight, entry) for entry in words_like(parts))
    return {
        end: [Candidate(entry.text, entry.sounds, end) for _, entry in sorted(words, key=itemgetter(0))]
        for end, words in found.items()
    }


def _sentence(letters: str) -> tuple[Entry, ...] | None:
    """The likeliest words that take all the letters together (Viterbi's way, each word by itself)."""
    best: list[_Way | None] = [None] * (len(letters) + 1)
    best[0] = _Way(0.0, ())
    for start in range(len(letters)):
        way = best[start]
        if way is None:
            continue
        for end, parts in _spans(letters, start):
            word = words_like(parts)[0]
            cost = way.cost + _ALL - word.weight + _begun(parts)
            known = best[end]
            if known is None or cost < known.cost:
                best[end] = _Way(cost, (*way.words, word))
    last = best[-1]
    return last.words if last is not None else None


def _spans(letters: str, start: int, before: tuple[Part, ...] = ()) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Every row of syllables from a place on that some word is read as, with its end."""
    for end, part in parts_at(letters, start):
        parts = (*before, part)
        if not lexicon().begins("".join(part.letters[0] for part in parts)):
            continue
        if words_like(parts):
            yield end, parts
        if end < len(letters) and len(parts) < LONGEST:
            yield from _spans(letters, end, parts)


def _begun(parts: Sequence[Part]) -> float:
    """What it costs that syllables are not written out; the last one may still be on its way."""
    return sum(_BROKEN_OFF if len(part.letters) > 1 else _BEGUN for part in parts if not part.is_whole)


def _joined(words: Sequence[Entry], used: int) -> Candidate:
    return Candidate("".join(word.text for word in words), tuple(s for word in words for s in word.sounds), used)
