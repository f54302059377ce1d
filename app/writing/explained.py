"""Explainer: how one character is told from others when it is spelled: 伟大的伟, 弓长张, A Alfa."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.words import Words

ASSET = Path(__file__).resolve().parents[2] / "assets" / "writing" / "zh-CN.explained"
"""Made by scripts/make_chinese_words.py: 伟伟大 is told by a word, 张=弓长张 by what people say of it."""

_SAYING = "="


class Explainer:
    """Knows what is said of a character in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._letters = words.text("spelling-letters").split()

    def __call__(self, sign: str) -> str:
        """What is said in place of the character; empty where nothing tells it better than its own name.

        Letters have words in English alone (the spelling alphabet of ICAO and ITU): in Chinese nobody knows such words.
        """
        if len(sign) != 1:
            return ""
        if sign.isascii():
            return self._letter(sign)
        told = _told_by(sign)
        if not told or told.startswith(_SAYING):
            return told.removeprefix(_SAYING)
        return self._words.text("writing-sign", sign=sign, word=told)

    def _letter(self, sign: str) -> str:
        word = next((word for word in self._letters if word[0].upper() == sign.upper()), "")
        return self._words.text("spelling-letter", letter=sign, word=word) if word else ""


def _told_by(sign: str) -> str:
    """The rest of its line; empty when it has none."""
    lines = _lines()
    at = lines.find(f"\n{sign}")
    return lines[at + 2 : lines.index("\n", at + 1)] if at >= 0 else ""


@cache
def _lines() -> str:
    """The file as one text, 0.05 MB, in less than a millisecond: looking through it takes no longer than a table would
    take to be made, and most of it is never wanted."""
    return "\n" + ASSET.read_text(encoding="utf8")
