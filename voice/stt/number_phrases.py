"""Sentences from which a recogniser's grammar learns how amounts and digits are said, in Chinese and English.

Vosk makes a bigram of the phrases it is given. A list of number words alone lets any word follow any
other; thousands of whole amounts teach it the order (千 before 百, 块 before 毛), which is what made amounts
come out right. ``with_amounts`` puts them beside the command phrases for one ``set_phrases``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache

from voice.numbers.drawn import drawn_numbers

_COMMAND_WEIGHT = 10
_COUNT = 3000
_STRINGS = 700
_STRING_LENGTHS = (4, 6, 8, 11)
_SEED = 778


@cache
def amount_phrases(lang: str = "zh-CN") -> tuple[str, ...]:
    """Three thousand spoken amounts, the same in every run: 一千二百块, 三万五千元, 八块五毛, 两百点五."""
    rng, numbers = random.Random(_SEED), drawn_numbers(lang)  # noqa: S311 - a repeatable sample, no secret
    return tuple(dict.fromkeys(numbers.amount(rng) for _ in range(_COUNT)))


def with_amounts(commands: Iterable[str]) -> tuple[str, ...]:
    """The phrases for a moment when a command or an amount may come.

    Commands stand there ten times over, or the mass of amounts drowns the short ones: on synthetic voices
    是 was then heard as 十, and 不是 as 五十.
    """
    return tuple(commands) * _COMMAND_WEIGHT + amount_phrases()


@cache
def digit_phrases(lang: str = "zh-CN") -> tuple[str, ...]:
    """Strings of digits, the same in every run, 幺 and oh included: any length of them can follow.

    Whole strings, not the ten digits: beside commands a bigram of single digits heard none of 57 strings of
    four and eight digits, this one 55.
    """
    rng, numbers = random.Random(_SEED), drawn_numbers(lang)  # noqa: S311 - a repeatable sample, no secret
    strings = (numbers.digits(rng, rng.choice(_STRING_LENGTHS)) for _ in range(_STRINGS))
    return (*dict.fromkeys(strings), *numbers.digit_words)
