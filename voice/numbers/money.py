"""Amounts of money (renminbi) between cents and speech."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from voice.numbers import chinese, english
from voice.numbers.formal import everyday_numerals

MAX_CENTS = 10**13 - 1
"""The largest amount that is read or heard, in cents: anything above is a slip of the recogniser."""

_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NOISE = re.compile(r"\s+|人民币|rmb|cny", re.IGNORECASE)
_ZH_AMOUNT = re.compile(
    r"(?:(?P<yuan>[^元角分半整]+)元(?P<half>半)?)?"
    r"(?P<zero>零)?"
    r"(?:(?P<jiao>[^元角分半整])角)?"
    r"(?:(?P<fen>[^元角分半整])分)?"
    r"(?P<tail>[^元角分半整]{1,2})?"
    r"整?"
)
_SAME = str.maketrans("块塊圆圓毛幺〇萬億兩", "元元元元角一零万亿两")
_EXACTLY = re.compile(r"(?P<number>.*[十百千万亿].*|\d{2,})整")
"""五百整 without its unit; 一整 is left to 一整天."""
_EN_UNITS = {"yuan": 100, "kuai": 100, "jiao": 10, "mao": 10, "cent": 1, "cents": 1, "fen": 1}


def say_amount(cents: int, lang: str) -> str:
    """Read an amount of cents: 123450 -> 一千二百三十四元五角, or one thousand ... yuan and fifty cents.

    English says cents for 分: 'fen' is heard as 'ten'. A negative amount is said with 负 / minus.
    """
    if cents < 0:
        return ("负" if _is_chinese(lang) else "minus ") + say_amount(-cents, lang)
    return _say_chinese(cents) if _is_chinese(lang) else _say_english(cents)


def parse_amount(text: str, lang: str) -> int | None:
    """The cents that a typed or recognised text means, or None when it is no amount.

    Understands 一千二百三十四块五, 两千五, 1.5万, 五块钱, 五百整, 伍佰圆整, ¥1,234.50, spaces between recognised words.
    Refuses what money cannot be: negatives, parts of a cent, estimates, and above ``MAX_CENTS``.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    plain = plain.lstrip("¥￥").strip()  # NFKC makes the full-width sign the half-width one
    value = _plain(plain)
    if value is None:
        value = _parse_chinese(plain) if _is_chinese(lang) else _parse_english(plain)
    return value if value is not None and 0 <= value <= MAX_CENTS else None


def _is_chinese(lang: str) -> bool:
    return lang.lower().startswith("zh")


def _say_chinese(cents: int) -> str:
    yuan, rest = divmod(cents, 100)
    jiao, fen = divmod(rest, 10)
    said = f"{chinese.say_whole(yuan)}元" if yuan or not rest else ""
    if jiao:
        said += f"{chinese.say_whole(jiao)}角"
    elif yuan and fen:
        said += "零"
    return said + (f"{chinese.say_whole(fen)}分" if fen else "")


def _say_english(cents: int) -> str:
    yuan, rest = divmod(cents, 100)
    parts = [f"{english.say_whole(yuan)} yuan"] if yuan or not rest else []
    if rest:
        parts.append(f"{english.say_whole(rest)} cent{'' if rest == 1 else 's'}")
    return " and ".join(parts)


def _plain(text: str) -> int | None:
    """1234.5, 1,234.50: digits only, grouped by thousands or not."""
    found = re.fullmatch(r"\d+(?:\.\d{1,2})?", _GROUPED.sub("", text))
    return None if found is None else _cents(Decimal(found[0]))


def _cents(yuan: Decimal | None) -> int | None:
    """Exact cents, or None where a part of a cent would be left."""
    if yuan is None:
        return None
    cents = yuan * 100
    return int(cents) if cents == int(cents) else None


def _parse_chinese(text: str) -> int | None:
    text = _NOISE.sub("", _GROUPED.sub("", text)).lstrip("¥")
    text = re.sub(r"(?<=[元块塊毛角分])钱$", "", text)
    text = re.sub(r"(?<=[元角分])正$", "整", text.translate(_SAME))
    everyday = everyday_numerals(text)
    if everyday is None:
        return None
    if everyday == "半元":
        return 50
    if not re.search("[元角分]", everyday):
        exactly = _EXACTLY.fullmatch(everyday)
        return _cents(chinese.parse_decimal(exactly["number"] if exactly else everyday))
    found = _ZH_AMOUNT.fullmatch(everyday)
    return _sum_chinese(found) if found else None


def _sum_chinese(found: re.Match[str]) -> int | None:
    """Add up 元, 角 and 分, and the bare digits after the last unit (三块五, 三块二五, 五毛五)."""
    yuan = _cents(chinese.parse_decimal(found["yuan"])) if found["yuan"] else 0
    small = _small(found)
    if yuan is None or small is None:
        return None
    if found["half"]:
        return yuan + 50 if small == 0 else None
    if small and found["yuan"] and re.search("[点.]", found["yuan"]):
        return None  # 三点五元五角: the part is said twice
    return yuan + small


def _small(found: re.Match[str]) -> int | None:
    """The cents after the 元, or None where the parts do not fit together."""
    jiao, fen, tail = found["jiao"], found["fen"], found["tail"]
    digits = [chinese.digit_value(c) for c in (jiao or "零") + (fen or "零") + (tail or "")]
    if None in digits:
        return None
    ten, one, *rest = [d for d in digits if d is not None]
    if not rest:
        return ten * 10 + one
    if fen or (jiao and (len(rest) > 1 or found["zero"])) or (found["zero"] and len(rest) > 1):
        return None
    if jiao or found["zero"]:
        return ten * 10 + rest[0]
    return rest[0] * 10 + (rest[1] if len(rest) > 1 else 0)


def _parse_english(text: str) -> int | None:
    text = _NOISE.sub(" ", _GROUPED.sub("", text)).lstrip("¥ ")
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text).split()
    if words in (["a"], ["an"]) or words[:1] == ["and"]:
        return None  # a yuan is one, a alone is somebody who thinks; and joins an amount to something else
    total, seen, group = 0, 1000, []
    for word in words:
        unit = _EN_UNITS.get(word)
        if unit is None:
            group.append(word)
            continue
        value = _english_value(group)
        if value is None or unit >= seen:
            return None
        cents = _cents(value * unit / 100)
        if cents is None or (seen < 1000 and value >= Decimal(seen) / unit):
            return None
        total, seen, group = total + cents, unit, []
    if not group:
        return total if seen < 1000 else None
    return _cents(_english_value(group)) if seen == 1000 else None


def _english_value(words: list[str]) -> Decimal | None:
    """A number in words or figures, an 'and' before it allowed (five yuan and fifty cents)."""
    words = words[1:] if words[:1] == ["and"] else words
    if words and re.fullmatch(r"\d+(?:\.\d+)?", words[0]):
        scale = {(): 1, ("thousand",): 1000, ("million",): 10**6}.get(tuple(words[1:]))
        return None if scale is None else Decimal(words[0]) * scale
    return english.parse_decimal(words)
