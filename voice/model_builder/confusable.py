"""Numbers that are easily taken for one another: a training needs more of them than people say.

Chinese: 二, 八, 六, 一 and 零 within long strings; round sums, of which 元 was heard as 一元; digits that get lost
within long sums, 三十二元 as 三十元. English: oh beside eight and four; teens and tens, which a last sound tells apart.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from voice.numbers import chinese, english

Draw = Callable[[random.Random], str]

_LENGTHS = (4, 6, 8, 11, 11, 11, 12)

_ALIKE_ZH = "二二二八六一零零"
_UNITS_ZH = ("元", "元", "元", "块", "块钱", "块钱", "", "整")
_LOST_ZH = "122556689"
"""Digits that get lost within long sums, those most often lost twice."""
_BEFORE_ZH = ("那个", "呃", "转", "我要转", *("",) * 12)

_DIGITS_EN = tuple(english.say_whole(digit) for digit in range(10))
_TENS = tuple(english.say_whole(ten) for ten in range(20, 100, 10))
_TEENS = tuple(english.say_whole(teen) for teen in range(13, 20))
_UNITS_EN = (" yuan", " yuan", " yuan", " kuai", "")


def confusable_numbers(code: str) -> Draw:
    """Draws of such numbers, strings and sums, in a language by its tag."""
    string, total = (_string_zh, _sum_zh) if code.startswith("zh") else (_string_en, _sum_en)

    def draw(rng: random.Random) -> str:
        return string(rng) if rng.random() < 0.45 else total(rng)

    return draw


def _string_zh(rng: random.Random) -> str:
    length = rng.choice(_LENGTHS)
    said = "".join(rng.choice(_ALIKE_ZH if rng.random() < 0.5 else chinese.DIGITS) for _ in range(length))
    return said.replace("一", "幺") if rng.random() < 0.5 else said


def _sum_zh(rng: random.Random) -> str:
    return _round_zh(rng) if rng.random() < 0.6 else _long_zh(rng)


def _long_zh(rng: random.Random) -> str:
    """Of two to eight digits, mostly those that get lost, and with a part of a yuan mostly."""
    more = rng.choice((1, 2, 2, 3, 3, 4, 5, 7))
    digits = [rng.choice(_LOST_ZH) if rng.random() < 0.9 else rng.choice("0347") for _ in range(more)]
    said = chinese.say_whole(int("".join((rng.choice(_LOST_ZH), *digits))))
    tenth, hundredth = (chinese.DIGITS[int(rng.choice(_LOST_ZH))] for _ in range(2))
    parts = ("元", "块", f"元{tenth}角", f"元{tenth}角{hundredth}分", f"块{tenth}毛", f"块{tenth}")
    return said + rng.choice(parts)


def _round_zh(rng: random.Random) -> str:
    """Fifty, two hundred, three thousand five hundred: with a unit mostly, after a filler or a verb now and then."""
    digit, kind = rng.choice(chinese.DIGITS[1:]), rng.random()
    if kind < 0.2:
        said = digit + "十" + rng.choice(("", "", rng.choice(chinese.DIGITS[1:])))
    else:
        scale = rng.choice("百百千万")
        said = ("两" if digit == "二" and rng.random() < 0.7 else digit) + scale
        if kind < 0.4 and scale in "千万":
            said += rng.choice(chinese.DIGITS[1:]) + {"千": "百", "万": "千"}[scale]
        elif kind < 0.5:
            said += rng.choice(("零", "")) + rng.choice(chinese.DIGITS[1:])
    return rng.choice(_BEFORE_ZH) + said + rng.choice(_UNITS_ZH)


def _string_en(rng: random.Random) -> str:
    nought, said = rng.choice(("oh", "oh", "oh", "zero")), list[str]()
    length = rng.choice(_LENGTHS)
    while len(said) < length:
        kind = rng.random()
        if kind < 0.22:
            said += ["eight", nought]
        elif kind < 0.40:
            said += [nought, rng.choice(("two", "eight", "four", "nine", "five"))]
        else:
            digit = rng.choice(_DIGITS_EN)
            said.append(nought if digit == "zero" else digit)
    return " ".join(said[:length])


def _sum_en(rng: random.Random) -> str:
    said = _below_thousand(rng)
    if rng.random() < 0.6:
        said += " thousand" + (f" {_below_thousand(rng)}" if rng.random() < 0.85 else "")
    unit = rng.choice(_UNITS_EN)
    cents = f"{rng.choice((' ', ' and '))}{_pair(rng)} cents" if unit == " yuan" and rng.random() < 0.25 else ""
    return said + unit + cents


def _below_thousand(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.45:
        return _pair(rng)
    digit = rng.choice(_DIGITS_EN[1:])
    if kind < 0.6:
        return digit
    rest = _pair(rng) if rng.random() < 0.8 else rng.choice(_DIGITS_EN[1:])
    return f"{digit} hundred{rng.choice((' ', ' and '))}{rest}"


def _pair(rng: random.Random) -> str:
    """A ten or a teen; a third of the tens with one more."""
    said = rng.choice((*_TENS, *_TENS, *_TEENS))
    return f"{said} {rng.choice(_DIGITS_EN[1:])}" if said in _TENS and rng.random() < 0.35 else said
