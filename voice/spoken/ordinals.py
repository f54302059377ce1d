"""English places in a row: 21st is twenty-first."""

from __future__ import annotations

import re

from voice.numbers import english
from voice.spoken.rule import Rule

_ODD = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ODD |= {"twelve": "twelfth"}


def _place(match: re.Match[str], chinese: bool) -> str:
    words = re.split(r"([ -])", english.say_whole(int(match["number"])))
    last = words[-1]
    words[-1] = _ODD.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return "".join(words)


ORDINAL_RULES: tuple[Rule, ...] = (
    Rule("place", re.compile(r"(?<![\dA-Za-z.,])(?P<number>\d{1,3})(?:st|nd|rd|th)\b"), _place, "en"),
)
