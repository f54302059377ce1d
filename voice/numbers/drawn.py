"""Numbers drawn at random as people say them: amounts of money, long digit strings, and jumbles of number words.

From such draws a recogniser's grammar learns how numbers go on, and a voice model how they sound.
"""

from __future__ import annotations

import random
from typing import Protocol

from voice.numbers import chinese, english

_ROUND = (10, 20, 50, 100, 200, 300, 500, 600, 800, 1000, 1500, 2000, 3000, 5000, 8000, 10_000, 20_000, 50_000)
_LENGTHS = (3, 4, 4, 6, 6, 8, 11, 11, 11, 16, 19)


class DrawnNumbers(Protocol):
    """Draws of one language."""

    @property
    def units(self) -> tuple[str, ...]:
        """All number words, each a word of a model's lexicon."""
        ...

    @property
    def digit_words(self) -> tuple[str, ...]:
        """The digits, with all their names."""
        ...

    def amount(self, rng: random.Random) -> str:
        """A sum of money, mostly of everyday size."""
        ...

    def digits(self, rng: random.Random, length: int | None = None) -> str:
        """A digit string; three to nineteen digits where no length is asked for."""
        ...

    def jumble(self, rng: random.Random) -> str:
        """Number words in no order, so that the network learns sounds and not sums."""
        ...


def _size(rng: random.Random) -> int:
    """Round sums, everyday sums, and now and then any size up to a hundred million."""
    kind = rng.random()
    if kind < 0.22:
        return rng.choice(_ROUND)
    if kind < 0.55:
        return rng.randint(1, 9999)
    return rng.randint(1, 200_000) if kind < 0.75 else int(10 ** rng.uniform(0, 8))


class MandarinNumbers:
    """See ``DrawnNumbers``. Chunks such as 三千, 零五 and 块钱 are words of their own: they are heard better whole."""

    _characters = "零一二三四五六七八九十百千万两点元块角毛分钱幺"

    @property
    def units(self) -> tuple[str, ...]:
        """See ``DrawnNumbers``."""
        nine = chinese.DIGITS[1:]
        chunks = [a + b for b in "十百千万" for a in nine] + ["两百", "两千", "两万"]
        chunks += ["零" + a for a in nine] + ["十" + a for a in nine] + ["块钱", "元钱"]
        chunks += [a + b for a in nine for b in "角毛分"]
        return (*self._characters, *chunks)

    @property
    def digit_words(self) -> tuple[str, ...]:
        """See ``DrawnNumbers``."""
        return (*chinese.DIGITS, "幺")

    def amount(self, rng: random.Random) -> str:
        """See ``DrawnNumbers``."""
        said = chinese.say_whole(_size(rng)).replace("两", "二")
        if len(said) > 1 and said[0] == "二" and said[1] in "百千万" and rng.random() < 0.5:
            said = "两" + said[1:]
        kind = rng.random()
        if kind < 0.55:
            return said + rng.choice(("元", "块", "块钱", "元钱"))
        if kind < 0.8:
            fen = rng.choice(chinese.DIGITS[1:]) + "分" if rng.random() < 0.4 else ""
            return said + rng.choice("元块") + rng.choice(chinese.DIGITS[1:]) + rng.choice("角毛") + fen
        if kind < 0.9:
            said += "点" + "".join(rng.choice(chinese.DIGITS) for _ in range(rng.randint(1, 2)))
        return said + rng.choice(("", "", "元", "块"))

    def digits(self, rng: random.Random, length: int | None = None) -> str:
        """See ``DrawnNumbers``; one is 一 to one speaker and 幺 to another."""
        string = "".join(rng.choice(chinese.DIGITS) for _ in range(length or rng.choice(_LENGTHS)))
        return string.replace("一", "幺") if rng.random() < 0.5 else string

    def jumble(self, rng: random.Random) -> str:
        """See ``DrawnNumbers``."""
        return "".join(rng.choice(self._characters) for _ in range(rng.randint(1, 8)))


class EnglishNumbers:
    """See ``DrawnNumbers``."""

    @property
    def units(self) -> tuple[str, ...]:
        """See ``DrawnNumbers``."""
        words = {word for value in (*range(100), 100, 1000, 10**6) for word in _words(value)}
        return (*sorted(words), "and", "a", "oh", "point", "yuan", "kuai", "jiao", "fen", "cent", "cents", "double")

    @property
    def digit_words(self) -> tuple[str, ...]:
        """See ``DrawnNumbers``."""
        return (*map(english.say_whole, range(10)), "oh")

    def amount(self, rng: random.Random) -> str:
        """See ``DrawnNumbers``."""
        size = _size(rng)
        words = _words(size)
        if size >= 100 and rng.random() < 0.5:
            words = _with_and(words)
        if words[0] == "one" and len(words) > 1 and words[1] in ("hundred", "thousand") and rng.random() < 0.3:
            words = ["a", *words[1:]]
        kind = rng.random()
        if kind < 0.15 and words[0] != "a":
            words = [*words, "point", *(english.say_whole(rng.randint(0, 9)) for _ in range(rng.randint(1, 2)))]
        elif kind < 0.3:
            cents = rng.randint(1, 99)
            middle = ["and"] if rng.random() < 0.7 else []
            return " ".join([*words, "yuan", *middle, *_words(cents), "cents" if cents > 1 else "cent"])
        return " ".join([*words, rng.choice(("yuan", "yuan", "yuan", "kuai"))] if rng.random() < 0.85 else words)

    def digits(self, rng: random.Random, length: int | None = None) -> str:
        """See ``DrawnNumbers``; nought is zero to one speaker and oh to another."""
        nought = rng.choice(("zero", "zero", "oh"))
        drawn = (rng.randint(0, 9) for _ in range(length or rng.choice(_LENGTHS)))
        return " ".join(english.say_whole(digit) if digit else nought for digit in drawn)

    def jumble(self, rng: random.Random) -> str:
        """See ``DrawnNumbers``."""
        return " ".join(rng.choice(self.units) for _ in range(rng.randint(1, 7)))


def _words(value: int) -> list[str]:
    return english.say_whole(value).replace("-", " ").split()


def _with_and(words: list[str]) -> list[str]:
    """British and careful speakers: two hundred and five."""
    found: list[str] = []
    for at, word in enumerate(words):
        found.append(word)
        following = words[at + 1] if at + 1 < len(words) else ""
        if word == "hundred" and following not in ("", "thousand", "million"):
            found.append("and")
    return found


def drawn_numbers(code: str) -> DrawnNumbers:
    """The draws of a language by its tag."""
    return MandarinNumbers() if code.startswith("zh") else EnglishNumbers()
