"""Sentences from which a recogniser's grammar learns how amounts and digits are said, in Chinese and English.

Vosk makes a bigram of the phrases it is given. A list of number words alone lets any word follow any
other; thousands of whole amounts teach it the order (千 before 百, 块 before 毛), which is what made amounts
come out right. ``with_amounts`` puts them beside the command phrases for one ``set_phrases``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache

from voice.numbers import say_amount
from voice.numbers.chinese import DIGITS, say_whole

_COMMAND_WEIGHT = 10
_COUNT = 3000
_STRINGS = 700
_STRING_LENGTHS = (4, 6, 8, 11)
_SEED = 778
_ROUND = (10, 20, 50, 100, 200, 300, 500, 600, 800, 1000, 1500, 2000, 3000, 5000, 8000, 10_000, 20_000, 50_000)
_NON_ZERO = DIGITS[1:]
_ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@cache
def amount_phrases(lang: str = "zh-CN") -> tuple[str, ...]:
    """Three thousand spoken amounts, the same in every run: 一千二百块, 三万五千元, 八块五毛, 两百点五."""
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    draw = _amount if lang.lower().startswith("zh") else _english_amount
    return tuple(dict.fromkeys(draw(rng) for _ in range(_COUNT)))


def with_amounts(commands: Iterable[str]) -> tuple[str, ...]:
    """The phrases for a moment when a command or an amount may come.

    Commands stand there ten times over, or the mass of amounts drowns the short ones: on synthetic voices
    是 was then heard as 十, and 不是 as 五十.
    """
    return tuple(commands) * _COMMAND_WEIGHT + amount_phrases()


@cache
def digit_phrases(lang: str = "zh-CN") -> tuple[str, ...]:
    """Strings of digits, the same in every run, 幺 included: any length of them can follow.

    Whole strings, not the ten digits: beside commands a bigram of single digits heard none of 57 strings of
    four and eight digits, this one 55.
    """
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    if not lang.lower().startswith("zh"):
        words = (*_ENGLISH_DIGITS, "oh")
        spoken = (" ".join(rng.choice(words) for _ in range(rng.choice(_STRING_LENGTHS))) for _ in range(_STRINGS))
        return (*dict.fromkeys(spoken), *words)
    strings = ("".join(rng.choice(DIGITS) for _ in range(rng.choice(_STRING_LENGTHS))) for _ in range(_STRINGS))
    return (*dict.fromkeys(strings), *DIGITS, "幺")


def _amount(rng: random.Random) -> str:
    said = _spoken(_size(rng), rng)
    kind = rng.random()
    if kind < 0.6:
        return said + rng.choice(("元", "块", "块钱", "元钱"))
    if kind < 0.8:
        fen = rng.choice(_NON_ZERO) + "分" if rng.random() < 0.4 else ""
        return said + rng.choice(("元", "块")) + rng.choice(_NON_ZERO) + rng.choice(("角", "毛")) + fen
    if kind < 0.88:
        return said + "点" + "".join(rng.choice(DIGITS) for _ in range(rng.randint(1, 2)))
    return said


def _english_amount(rng: random.Random) -> str:
    cents = _size(rng) * 100 + (rng.randint(1, 99) if rng.random() < 0.25 else 0)
    said = say_amount(cents, "en")
    return said.removesuffix(" yuan") if rng.random() < 0.3 else said


def _size(rng: random.Random) -> int:
    """Round sums, everyday sums, and now and then any size up to a hundred million."""
    kind = rng.random()
    if kind < 0.22:
        return rng.choice(_ROUND)
    if kind < 0.55:
        return rng.randint(1, 9999)
    return rng.randint(1, 200_000) if kind < 0.75 else int(10 ** rng.uniform(0, 8))


def _spoken(value: int, rng: random.Random) -> str:
    """Two hundred is 二百 to one and 两百 to another."""
    said = say_whole(value).replace("两", "二")
    if len(said) > 1 and said[0] == "二" and said[1] in "百千万" and rng.random() < 0.5:
        said = "两" + said[1:]
    return said
