"""Whole numbers in Chinese: cn2an does the arithmetic, the rules here refuse what people do not mean."""

from __future__ import annotations

import importlib
import re
from decimal import Decimal
from functools import cache
from typing import Any

DIGITS = "零一二三四五六七八九"
_VALUES = {**{c: i for i, c in enumerate(DIGITS)}, "〇": 0, "幺": 1, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_WORDS = re.compile(r"[零〇一二两三四五六七八九十百千万亿廿卅0-9]+")
_LONE_SCALE = re.compile(r"^([百千万亿])")
_DIGIT_RUN = re.compile(r"[零一二两三四五六七八九]+")
_YI_END = re.compile(r"^(.*亿)([一二两三四五六七八九])$")
_NO_TENS_OF_THOUSANDS = re.compile(r"亿(?=[一二三四五六七八九]千[^万亿]*$)")


def say_whole(value: int) -> str:
    """Read a whole number: 110507 -> 十一万零五百零七. 2 and a leading two thousand are 两 (as spoken)."""
    if value == 2:
        return "两"
    said = _NO_TENS_OF_THOUSANDS.sub("亿零", str(_cn2an().an2cn(value)))  # cn2an says 一亿八千, which people hear as 万
    return re.sub(r"^二(?=[千万亿])", "两", said)


def digit_value(char: str) -> int | None:
    """The value of one Chinese or ASCII digit, 幺 and 两 included; None for anything else."""
    if char in _VALUES:
        return _VALUES[char]
    return int(char) if char.isascii() and char.isdigit() else None


def parse_whole(text: str) -> int | None:
    """Read a whole number in Chinese characters, digits or a mixture (1万2千); None when it is none.

    Estimates (两三百, 二三) are None: they are not an amount that anybody asked to be moved.
    """
    text = text.replace("〇", "零").replace("幺", "一").replace("廿", "二十").replace("卅", "三十")
    if text.isascii() and text.isdigit():
        return int(text)
    if not _WORDS.fullmatch(text) or _is_estimate(text):
        return None
    text = _LONE_SCALE.sub(r"一\1", text)
    if _DIGIT_RUN.fullmatch(text):
        # 五零零 is five hundred said digit by digit; 一七 is a slip of the recogniser or the tongue
        return _smart(text) if "零" in text or len(text) == 1 else None
    if found := _YI_END.match(text):
        text = f"{found[1]}{found[2]}千万"  # cn2an does not know 一亿二
    value = _smart(text)
    return value if value is not None and _well_said(text, value) else None


def parse_decimal(text: str) -> Decimal | None:
    """Read a number with an optional decimal part and scale: 三点五万, 1.5万, 一百二十点零五."""
    text = text.replace("點", "点")
    if "点" not in text and "." not in text:
        whole = parse_whole(text)
        return None if whole is None else Decimal(whole)
    found = re.fullmatch(r"([^点.]*)[点.]([^点.十百千万亿]+)([十百千万亿]*)", text)
    if found is None:
        return None
    whole = parse_whole(found[1] or "零")
    part = [digit_value(c) for c in found[2]]
    if whole is None or any(d is None or c == "两" for d, c in zip(part, found[2], strict=True)):
        return None
    scale = 1
    for char in found[3]:
        scale *= _SCALES[char]
    return (whole + Decimal("0." + "".join(str(d) for d in part))) * scale


def _is_estimate(text: str) -> bool:
    """True where exactly two digits, one apart, say 'two or three' (两三百, 五六): so ask again."""
    for run in re.findall(r"[零一二两三四五六七八九]+", text):
        values = [_VALUES[c] for c in run]
        if len(values) == 2 and values[1] == values[0] + 1 and values[0] > 0:
            return True
    return False


def _well_said(text: str, value: int) -> bool:
    """Would a person say this number so? cn2an also adds up nonsense such as 一十一万八万五千二.

    Compared without 零, which people leave out, and with the last unit dropped, as in 两千五.
    """
    if re.search("[0-9]", text):
        return True
    said, meant = _bare(text), _bare(say_whole(value))
    return said == meant or (said == meant[:-1] and meant[-1] in "十百千")


def _bare(text: str) -> str:
    return re.sub("(?<![一二三四五六七八九])十", "一十", text.replace("零", "").replace("两", "二"))


@cache
def _cn2an() -> Any:
    """Loaded with the first number: it takes a tenth of a second, which a window that opens has not."""
    return importlib.import_module("cn2an")


def _smart(text: str) -> int | None:
    """cn2an's smart mode; None for what it refuses."""
    try:
        value = _cn2an().cn2an(text, "smart")
    except (ValueError, KeyError):
        return None
    return int(value) if value == int(value) and value >= 0 else None
