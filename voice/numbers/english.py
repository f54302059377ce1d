"""Whole numbers in English words, both ways."""

from __future__ import annotations

from decimal import Decimal

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = (("billion", 10**9), ("million", 10**6), ("thousand", 1000))
_UNITS = {w: i for i, w in enumerate(_ONES)} | {"a": 1, "an": 1}
_TEN_VALUES = {w: 20 + 10 * i for i, w in enumerate(_TENS)}
_SCALE_VALUES = dict(_SCALES)


def say_whole(value: int) -> str:
    """Read a whole number: 1234 -> one thousand two hundred thirty-four."""
    parts: list[str] = []
    for name, size in _SCALES:
        count, value = divmod(value, size)
        if count:
            parts.append(f"{say_whole(count)} {name}")
    if value or not parts:
        parts.append(_below_thousand(value))
    return " ".join(parts)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [f"{_ONES[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, one = divmod(rest, 10)
        parts.append(_TENS[tens - 2] + (f"-{_ONES[one]}" if one else ""))
    elif rest or not hundreds:
        parts.append(_ONES[rest])
    return " ".join(parts)


def digit_value(word: str) -> int | None:
    """The value of one spoken digit (oh is zero), or None."""
    if word in ("oh", "o"):
        return 0
    value = _UNITS.get(word)
    return value if value is not None and value < 10 and word not in ("a", "an") else None


def parse_whole(words: list[str]) -> int | None:
    """Read number words such as ``one thousand two hundred and five``; None when they are no number.

    Each part must be smaller than the one before, so 'twelve fifty' (a price, or a time) is refused. ``hundred fifty``
    is a hundred and fifty, as many people say it; a lone hundred may be what is left of another number. Nothing
    begins or ends with and.
    """
    if not words or "and" in (words[0], words[-1]):
        return None
    if len(words) > 1 and (words[0] == "hundred" or words[0] in _SCALE_VALUES):
        words = ["a", *words]
    total = 0
    limit = 10**12
    group: list[str] = []
    for word in words:
        scale = _SCALE_VALUES.get(word)
        if scale is None:
            group.append(word)
            continue
        value = _group(group)
        if not value or scale >= limit:
            return None
        total, limit, group = total + value * scale, scale, []
    if not group:
        return total
    value = _group(group)
    return None if value is None or value >= limit else total + value


def _group(words: list[str]) -> int | None:
    """Read up to nine hundred ninety-nine, 'and' allowed after the hundred."""
    words = words[1:] if words[:1] == ["and"] else words
    if "hundred" in words:
        at = words.index("hundred")
        count = _below_hundred(words[:at])
        rest = words[at + 1 :]
        rest = rest[1:] if rest[:1] == ["and"] else rest
        below = _below_hundred(rest) if rest else 0
        return None if not count or below is None else count * 100 + below
    return _below_hundred(words)


def _below_hundred(words: list[str]) -> int | None:
    if len(words) == 1:
        word = words[0]
        if word.isascii() and word.isdigit():
            return int(word)
        return _UNITS.get(word, _TEN_VALUES.get(word))
    if len(words) == 2 and words[0] in _TEN_VALUES:
        one = _UNITS.get(words[1])
        return _TEN_VALUES[words[0]] + one if one and one < 10 and words[1] != "a" else None
    return None


def parse_decimal(words: list[str]) -> Decimal | None:
    """Read words with an optional 'point' and digits after it: ``two point five thousand``."""
    if "point" not in words:
        whole = parse_whole(words)
        return None if whole is None else Decimal(whole)
    at = words.index("point")
    whole = parse_whole(words[:at])
    rest = words[at + 1 :]
    scale = _SCALE_VALUES.get(rest[-1], 1) if rest else 1
    part = [digit_value(w) for w in (rest[:-1] if scale > 1 else rest)]
    if whole is None or not part or None in part:
        return None
    return (whole + Decimal("0." + "".join(str(d) for d in part))) * scale
