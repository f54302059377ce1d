"""Texts to be spoken for training: the product's sentences, numbers, and any words of the language."""

from __future__ import annotations

import importlib
import random
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache, cached_property

from voice.model_builder.confusable import Draw, confusable_numbers
from voice.model_builder.material import Material
from voice.numbers.drawn import drawn_numbers

_SHORT = 150
"""How many of the shortest sentences are drawn more often: a yes has little to be known by."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The parts of all that is said; the rest are random words, so that the network learns the language and no list."""

    sentences: float = 0.10
    examples: float = 0.06
    amounts: float = 0.12
    digits: float = 0.12
    jumbles: float = 0.04
    short: float = 0.16
    confusable: float = 0.28


@dataclass(frozen=True)
class Texts:
    """Draws what is said next, in the language of the material."""

    material: Material
    words: Sequence[str]
    between: str
    shares: Shares = Shares()

    def draw(self, rng: random.Random) -> str:
        """The text of one utterance."""
        kind = rng.random()
        for share, draw in zip(astuple(self.shares), self._kinds, strict=True):
            if kind < share:
                return draw(rng)
            kind -= share
        return self._words(rng)

    @cached_property
    def _kinds(self) -> tuple[Draw, ...]:
        """In the order of the shares."""
        lang = self.material.lang
        numbers, sentences = drawn_numbers(lang), self.material.sentences or self.words
        examples, shortest = self.material.examples or sentences, sorted(sentences, key=len)[:_SHORT]
        return (
            lambda rng: rng.choice(sentences),
            lambda rng: rng.choice(examples),
            numbers.amount,
            numbers.digits,
            numbers.jumble,
            lambda rng: rng.choice(shortest),
            confusable_numbers(lang),
        )

    def _words(self, rng: random.Random) -> str:
        return self.between.join(rng.choice(self.words) for _ in range(rng.randint(1, 4)))


@cache
def mandarin_words() -> tuple[str, ...]:
    """Some forty thousand words and phrases of up to four characters, from pypinyin's dictionary."""
    phrases = importlib.import_module("pypinyin.phrases_dict").phrases_dict  # a megabyte, needed only here
    return tuple(sorted(word for word in phrases if len(word) <= 4 and _all_common(word)))


def _all_common(word: str) -> bool:
    try:
        return all(0xB0 <= character.encode("gb2312")[0] <= 0xD7 for character in word)
    except UnicodeEncodeError:
        return False
