"""How names sound: tone-free pinyin with the confusions of accents and telephones folded together."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from rapidfuzz.distance import Levenshtein

# pairs that southern accents, telephones and recognisers do not keep apart; the right side is used
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("hu", "f"), ("h", "f"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_AFTER_H = {"fi": "fei", "fun": "fen"}  # hui and hun beside fei and fen
_WORD = re.compile(r"[a-z0-9]+")
_CHARACTERS_ONLY = "PYPINYIN_NO_PHRASES"


def sounds(text: str) -> tuple[str, ...]:
    """The folded syllables of a text: 张伟 -> (zan, wei). Latin words and figures stay whole, lower case.

    Homophones, and names that differ only by n/l, zh/z, ch/c, sh/s, h/f, -ang/-an, -eng/-en or -ing/-in,
    get the same syllables. Punctuation and spaces have no sound.
    """
    dictionary = _dictionary()
    parts = dictionary.lazy_pinyin(text, style=dictionary.Style.NORMAL, errors=_foreign, v_to_u=False)
    return tuple(fold(part) for run in parts for part in run.split())


@cache
def _dictionary() -> Any:
    """pypinyin with its characters only, loaded when a name is first compared.

    Its dictionary of phrases takes 45 MB and 0.2 s and holds no names.
    """
    before = os.environ.get(_CHARACTERS_ONLY)
    os.environ[_CHARACTERS_ONLY] = "true"
    try:
        return importlib.import_module("pypinyin")
    finally:
        if before is None:
            del os.environ[_CHARACTERS_ONLY]
        else:
            os.environ[_CHARACTERS_ONLY] = before


def _foreign(run: str) -> str:
    """What pypinyin does not know: Latin words and figures, marked so that folding leaves them alone."""
    return " ".join(f"={word}" for word in _WORD.findall(run.lower()))


def fold(syllable: str) -> str:
    """One syllable with its confusable initial and final replaced: zhang -> zan, huang -> fan."""
    if syllable.startswith("="):
        return syllable[1:]
    for before, after in _INITIALS:
        if syllable.startswith(before) and len(syllable) > len(before):
            syllable = after + syllable[len(before) :]
            syllable = _AFTER_H.get(syllable, syllable)
            break
    for before, after in _FINALS:
        if syllable.endswith(before):
            return syllable[: -len(before)] + after
    return syllable


def likeness(a: str, b: str) -> float:
    """How alike two texts sound, 0..100: 100 for homophones, by syllables and by the letters in them.

    Latin words beside Chinese ones are taken for pinyin (Zhang San, 张三).

    An edit distance over syllables in which changing a syllable costs as much as its letters differ, so
    that 李娜 and 李丽 are nearer than 李娜 and 李强, and a missing syllable always counts whole.
    """
    left, right = sounds(a), sounds(b)
    if a.isascii() and not b.isascii():
        left = _as_pinyin(a)
    elif b.isascii() and not a.isascii():
        right = _as_pinyin(b)
    if not left or not right:
        return 0.0
    return 100.0 * (1.0 - _distance(left, right) / max(len(left), len(right)))


def romanised(name: str) -> str:
    """A name as it is said in another language: 张三 -> zhang san. Latin words stay, lower case."""
    dictionary = _dictionary()
    parts = dictionary.lazy_pinyin(name, style=dictionary.Style.NORMAL, errors=lambda run: run.lower(), v_to_u=False)
    return " ".join(" ".join(parts).split())


def _as_pinyin(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text.lower()))


def _distance(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    row = [float(i) for i in range(len(right) + 1)]
    for i, syllable in enumerate(left, 1):
        before, row[0] = row[0], float(i)
        for j, other in enumerate(right, 1):
            change = before + Levenshtein.normalized_distance(syllable, other)
            before, row[j] = row[j], min(row[j] + 1.0, row[j - 1] + 1.0, change)
    return row[-1]


def best_match(
    said: str, names: Iterable[str], *, at_least: float = 70.0, within: float = 100.0
) -> list[tuple[str, float]]:
    """The names that sound like what was said, best first; empty when none is near enough.

    ``at_least`` is the lowest likeness returned; ``within`` keeps only names that near to the best one, so
    that ``len(result) > 1`` with a small ``within`` means: ask which is meant. An exact spelling comes first
    among equals.
    """
    scored = [(name, likeness(said, name)) for name in names]
    scored = [(name, score) for name, score in scored if score >= at_least]
    scored.sort(key=lambda item: (-item[1], item[0] != said))
    return [(name, score) for name, score in scored if score >= scored[0][1] - within]
