"""English words that can hardly be told from numbers by ear: where only a number makes sense they are the numbers."""

from __future__ import annotations

import re

_NUMBERS = {"to": "two", "too": "two", "for": "four", "the": "a"}
_SCALES = "hundred|thousand|million|billion"
_BEFORE = re.compile(rf"\b(?:(?:to|too|for)(?= (?:{_SCALES}|point|cents?)\b)|the(?= (?:{_SCALES})\b))")


def as_numbers(text: str) -> str:
    """``send to hundred yuan to cents``: send two hundred yuan two cents.

    Not before yuan, kuai, jiao and fen: in ``send fifty to yuan wei`` it is somebody's name.
    """
    return _BEFORE.sub(lambda found: _NUMBERS[found[0]], text)
