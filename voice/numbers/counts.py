"""Counts and ordinals: how many, and which one in a list."""

from __future__ import annotations

import re

from voice.numbers import chinese, english

_EN_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ZH_ORDINAL = re.compile(r"第([零一二三四五六七八九十百\d]+)(?:个|笔|条|位|项|名|页)?")
_ZH_COUNT = re.compile(r"(.+?)(?:个|笔|条|位|项|名|页|次)?")
_EN_ORDINAL = re.compile(r"(?:the\s+)?(?:(\d+)(?:st|nd|rd|th)|number\s+([\w-]+)|(\w+?))(?:\s+one)?")


def say_count(count: int, lang: str, classifier: str = "") -> str:
    """Read a whole count; Chinese takes its measure word: (2, zh, 笔) -> 两笔."""
    if lang.lower().startswith("zh"):
        return chinese.say_whole(count) + classifier
    return english.say_whole(count)


def say_choice(position: int, lang: str) -> str:
    """The bare number of a choice: the second of a list is 二 and never 两; or two."""
    return say_count(position, lang).replace("两", "二")


def parse_count(text: str, lang: str) -> int | None:
    """A whole count of nought or more (三, 3, 两笔, twenty-one), or None."""
    plain = re.sub(r"\s+", "", text) if lang.lower().startswith("zh") else text.strip().lower()
    if lang.lower().startswith("zh"):
        found = _ZH_COUNT.fullmatch(plain)
        return chinese.parse_whole(found[1]) if found else None
    words = plain.replace("-", " ").split()
    return None if words in (["a"], ["an"]) else english.parse_whole(words)  # a lone article counts nothing


def say_ordinal(position: int, lang: str, classifier: str = "个") -> str:
    """Read a place in a list, counted from 1: 第一个, or first (21st and later as 'number 21')."""
    if lang.lower().startswith("zh"):
        return f"第{say_choice(position, lang)}{classifier}"
    if position <= len(_EN_ORDINALS):
        return _EN_ORDINALS[position - 1]
    return f"number {english.say_whole(position)}"


def parse_ordinal(text: str, lang: str) -> int | None:
    """The place in a list that is meant, counted from 1 (第一个, the second one, number 3), or None."""
    plain = re.sub(r"\s+", "", text) if lang.lower().startswith("zh") else text.strip().lower()
    if lang.lower().startswith("zh"):
        found = _ZH_ORDINAL.fullmatch(plain)
        value = chinese.parse_whole(found[1]) if found else None
    else:
        value = _english_ordinal(plain)
    return value if value else None


def _english_ordinal(plain: str) -> int | None:
    found = _EN_ORDINAL.fullmatch(plain)
    if found is None:
        return None
    if found[1]:
        return int(found[1])
    if found[2]:
        return int(found[2]) if found[2].isdigit() else english.parse_whole(found[2].split("-"))
    return _EN_ORDINALS.index(found[3]) + 1 if found[3] in _EN_ORDINALS else None
