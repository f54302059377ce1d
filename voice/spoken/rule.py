"""A rule of reading: what it looks for, and what is said in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from voice.numbers import chinese, english


@dataclass(frozen=True, slots=True)
class Rule:
    """``say`` is given the match and whether the language is Chinese; None: it is something else after all."""

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], bool], str | None]
    only: Literal["zh", "en", ""] = ""

    def fits(self, is_chinese: bool) -> bool:
        """Is it a rule of this language?"""
        return not self.only or (self.only == "zh") == is_chinese


NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number, grouped by thousands or not."""

BEFORE = r"(?<![\d.,])"
"""A number does not begin in the middle of another one."""

AFTER = r"(?![\d]|[.,]\d)"
"""Nor does it end there."""

MINUS = r"[-−﹣－]"

SIGN = (
    r"(?:(?<![\dA-Za-z%％‰)）元块角分万亿钱])"
    rf"(?P<sign>{MINUS}(?!(?<=\d\s.)\s)|\+|＋)\s*)?"
)
"""The sign of a number, if any; a hyphen right after another figure or its unit is none, nor ``5 - 7``."""

INNER_MINUS = rf"(?P<inner>{MINUS}\s*)?"
"""The minus of ¥-50, after the sign of the currency."""

SCALE = r"(?:\s*(?P<scale>[百千]?万|万?亿|(?:thousand|million|billion)\b))?"
"""What a figure is to be taken times, if anything: 1.5万, 1.5 million."""


def sign_in_words(match: re.Match[str], is_chinese: bool) -> str:
    """负 or minus for a number's ``sign`` or ``inner`` minus, 正 or plus for a plus, else nothing."""
    groups = match.groupdict()
    sign = groups.get("sign") or groups.get("inner")
    if not sign:
        return ""
    if sign in "+＋":
        return "正" if is_chinese else "plus "
    return "负" if is_chinese else "minus "


def number_in_words(figure: str, is_chinese: bool) -> str:
    """``1,234.50`` as a number: 一千二百三十四点五零, one thousand two hundred thirty-four point five zero."""
    whole, _, part = figure.replace(",", "").partition(".")
    if is_chinese:
        said = chinese.say_whole(int(whole)) if not (int(whole) == 2 and part) else "二"
        return said + ("点" + "".join(chinese.DIGITS[int(d)] for d in part) if part else "")
    said = english.say_whole(int(whole))
    return said + (" point " + " ".join(english.say_whole(int(d)) for d in part) if part else "")
