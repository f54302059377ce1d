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


def number_in_words(figure: str, is_chinese: bool) -> str:
    """``1,234.50`` as a number: 一千二百三十四点五零, one thousand two hundred thirty-four point five zero."""
    whole, _, part = figure.replace(",", "").partition(".")
    if is_chinese:
        said = chinese.say_whole(int(whole)) if not (int(whole) == 2 and part) else "二"
        return said + ("点" + "".join(chinese.DIGITS[int(d)] for d in part) if part else "")
    said = english.say_whole(int(whole))
    return said + (" point " + " ".join(english.say_whole(int(d)) for d in part) if part else "")
