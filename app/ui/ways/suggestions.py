"""What may be meant by a few letters: sentences of this moment that begin so, for who writes one key at a time.

Chinese is written in pinyin, whole or the first letter of each syllable: zhuanz and zz both lead to 转账. So one switch
is enough to write what the bank understands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from voice.pinyin import romanised

COUNT = 3
_LETTERS = re.compile(r"[A-Za-z]*$")


def suggested(typed: str, sentences: Sequence[str], count: int = COUNT) -> list[str]:
    """Sentences that begin with what is typed, the nearest first: written out by its letters, then the shorter."""
    tail = _LETTERS.search(typed)
    letters = tail[0].lower() if tail else ""
    head = typed[: len(typed) - len(letters)].casefold()
    if not head and not letters:
        return []
    found: dict[str, tuple[int, int]] = {}
    for sentence in sentences:
        rank = _rank(sentence, head, letters)
        if rank is not None and sentence not in found:
            found[sentence] = (rank, len(sentence))
    return sorted(found, key=found.__getitem__)[:count]


def _rank(sentence: str, head: str, letters: str) -> int | None:
    """0: it is all written; 1: it goes on so; 2: its first letters do; None: it does not begin so, or nothing lacks."""
    if not sentence.casefold().startswith(head):
        return None
    rest = sentence[len(head) :]
    if not rest or rest.casefold() == letters:
        return None
    if not letters or rest.casefold().startswith(letters):
        return 1
    whole, firsts = _in_letters(rest)
    if whole == letters:
        return 0
    if whole.startswith(letters):
        return 1
    return 2 if len(letters) > 1 and firsts.startswith(letters) else None


@lru_cache(maxsize=4096)
def _in_letters(text: str) -> tuple[str, str]:
    """Its pinyin in one word, and the first letter of each syllable."""
    syllables = romanised(text).split()
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
