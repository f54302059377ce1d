"""English words that cannot be told from numbers by ear: where only a number makes sense they are the numbers."""

from __future__ import annotations

import re

_NUMBERS = {"to": "two", "too": "two", "for": "four"}
_BEFORE = re.compile(r"\b(to|too|for)(?= (?:hundred|thousand|million|billion|point|cents?)\b)")


def as_numbers(text: str) -> str:
    """``send to hundred yuan to cents``: send two hundred yuan two cents.

    Not before yuan, kuai, jiao and fen: in ``send fifty to yuan wei`` it is somebody's name.
    """
    return _BEFORE.sub(lambda found: _NUMBERS[found[1]], text)
