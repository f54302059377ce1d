"""Digit strings (account tails, customer numbers, codes) between figures and speech."""

from __future__ import annotations

import re
import unicodedata

from voice.numbers import chinese, english

_GROUP = 4  # a card number is printed and remembered in fours
# 一 (yi) and 七 (qi) rhyme and are mistaken on the telephone, so services say 幺 (yao) for one
_ZH = "零幺二三四五六七八九"
_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TIMES = {"double": 2, "triple": 3}


def say_digits(digits: str, lang: str = "zh-CN") -> str:
    """Read digits one by one in groups of four: ``62221234`` -> 六二二二 幺二三四.

    Raises:
        ValueError: when the text holds anything but ASCII digits, spaces and hyphens.
    """
    plain = re.sub(r"[\s-]", "", digits)
    if not re.fullmatch(r"[0-9]+", plain):
        raise ValueError("not a digit string")
    groups = [plain[i : i + _GROUP] for i in range(0, len(plain), _GROUP)]
    if lang.lower().startswith("zh"):
        return " ".join("".join(_ZH[int(d)] for d in group) for group in groups)
    return ", ".join(" ".join(_EN[int(d)] for d in group) for group in groups)


def parse_digits(text: str, lang: str = "zh-CN") -> str | None:
    """The figures of a spoken or typed digit string; None when anything in it is no digit.

    Chinese knows 幺, 两 and 〇; English knows oh, double and triple.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if re.fullmatch(r"[0-9][0-9\s,.-]*", plain):
        return re.sub(r"[^0-9]", "", plain)
    if lang.lower().startswith("zh"):
        values = [chinese.digit_value(c) for c in re.sub(r"[\s,，、-]", "", plain)]
    else:
        values = _english(re.sub(r"[,-]", " ", plain).split())
    if not values or None in values:
        return None
    return "".join(str(v) for v in values)


def _english(words: list[str]) -> list[int | None]:
    values: list[int | None] = []
    times = 1
    for word in words:
        if word in _TIMES:
            times = _TIMES[word]
            continue
        value = int(word) if re.fullmatch(r"[0-9]", word) else english.digit_value(word)
        values.extend([value] * times)
        times = 1
    return values if times == 1 else [None]
