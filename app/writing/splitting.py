"""Splitting letters into syllables: every way in which a run of letters can be pinyin, whole or begun."""

from __future__ import annotations

from collections.abc import Iterator

from app.writing.lexicon import Part, lexicon

LONGEST = 6
"""Letters of the longest syllable (zhuang), and signs of the longest word."""

_VOWELS = frozenset("aeiouv")
_ALIASES = {"lyu": "lv", "nyu": "nv", "lue": "lve", "nue": "nve"}
"""How ü is also written: as in passports, and as it stands in print before e."""


def parts_at(letters: str, start: int) -> Iterator[tuple[int, Part]]:
    """Where the next syllable may end, and how it was typed: whole, by its first letter, or broken off at the end."""
    known = lexicon()
    rest = len(letters) - start
    for length in range(min(LONGEST, rest), 0, -1):
        typed = letters[start : start + length]
        meant = _ALIASES.get(typed, typed)
        if meant in known.syllables:
            yield start + length, Part(meant, True)
        at_end = length == rest
        is_begun = typed in known.beginnings if at_end else _is_initial(typed, letters[start + length])
        if is_begun:
            yield start + length, Part(typed, False)


def _is_initial(typed: str, following: str) -> bool:
    """A consonant that stands for its syllable; before a vowel it is part of one."""
    is_consonant = typed in ("zh", "ch", "sh") or (len(typed) == 1 and typed not in _VOWELS)
    return is_consonant and following not in _VOWELS
