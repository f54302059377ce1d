"""Names of people: no list holds them all, so they are put together from a surname and characters of given names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from operator import attrgetter

from app.writing.lexicon import Entry, Part, lexicon
from app.writing.splitting import parts_at

COUNT = 2
"""So many names are offered: the most usual surname with the most usual given names."""

_LIKELY = 4
"""Characters of each sound that are put together."""

_SURNAME_RANK = 0.02
"""How much less likely the next surname of the list is, in natural logarithms."""

MOST_LETTERS = 18
"""Three syllables of the longest."""


def people(letters: str) -> list[Entry]:
    """Names of two and three signs that are meant by all of the letters, the likeliest first."""
    if len(letters) > MOST_LETTERS or letters in lexicon().syllables:
        return []
    splits = list(_splits(letters, 0, ()))
    whole = [split for split in splits if all(part.is_whole for part in split)]
    fewest = min(map(len, whole), default=0)
    found: dict[str, Entry] = {}
    # Written out it has no more syllables than it needs: li xian, not li xi an.
    for split in [split for split in whole if len(split) == fewest] or splits:
        for name in _names(split):
            if name.text not in found or found[name.text].weight < name.weight:
                found[name.text] = name
    return sorted(found.values(), key=lambda name: -name.weight)[:COUNT]


def _splits(letters: str, start: int, before: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """Every split into two or three syllables."""
    if start == len(letters):
        if len(before) > 1:
            yield before
        return
    if len(before) < 3:
        for end, part in parts_at(letters, start):
            yield from _splits(letters, end, (*before, part))


def _names(split: tuple[Part, ...]) -> Iterator[Entry]:
    surname = next((entry for entry in lexicon().surnames if split[0].fits(entry.sounds[0])), None)
    if surname is None:
        return
    begun = sum(not part.is_whole for part in split)
    for signs in product(*(_given(part) for part in split[1:])):
        weight = surname.weight * _SURNAME_RANK + sum(sign.weight for sign in signs) / len(signs) - begun
        sounds = (surname.sounds[0], *(sign.sounds[0] for sign in signs))
        yield Entry(surname.text + "".join(sign.text for sign in signs), sounds, weight)


def _given(part: Part) -> list[Entry]:
    """The usual characters of given names that a syllable can be."""
    known = lexicon().given
    held = [known.get(part.letters, ())] if part.is_whole else [known[sound] for sound in known if part.fits(sound)]
    return sorted((entry for entries in held for entry in entries), key=attrgetter("weight"), reverse=True)[:_LIKELY]
