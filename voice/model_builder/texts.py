"""Texts to be spoken for training: the product's sentences, numbers, and any words of the language."""

from __future__ import annotations

import importlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from voice.model_builder.material import Material
from voice.numbers.drawn import DrawnNumbers


@dataclass(frozen=True, slots=True)
class Texts:
    """Draws what is said next.

    ``shares`` are the parts of whole sentences, examples, amounts, digit strings, and jumbled number words; the
    rest are random words, so that the network learns the language and not a list.
    """

    material: Material
    numbers: DrawnNumbers
    words: Sequence[str]
    between: str
    shares: tuple[float, float, float, float, float] = (0.12, 0.14, 0.24, 0.20, 0.08)

    def draw(self, rng: random.Random) -> str:
        """The text of one utterance."""
        kind = rng.random()
        drawn = (self._sentence, self._example, self.numbers.amount, self.numbers.digits, self.numbers.jumble)
        for share, draw in zip(self.shares, drawn, strict=True):
            if kind < share:
                return draw(rng)
            kind -= share
        return self._words(rng)

    def _sentence(self, rng: random.Random) -> str:
        return rng.choice(self.material.sentences or self.words)

    def _example(self, rng: random.Random) -> str:
        return rng.choice(self.material.examples or self.material.sentences or self.words)

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
