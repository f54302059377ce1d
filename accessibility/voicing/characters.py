"""What a person takes for one character: a letter with its marks, an emoji with all that it is put together from."""

import unicodedata
from itertools import groupby

_JOINER = "\u200d"
_CJK = 0x2E80  # from here on scripts are written without spaces between words
_OTHERS_IN_WORDS = frozenset("_'.-")


def characters(text: str) -> list[str]:
    """The characters of a text, which joined are the text again (a part of Unicode's UAX #29, by what is in use)."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for sign in text:
        if found and (_hangs_on(sign) or found[-1][-1] == _JOINER or _ends_flag(found[-1], sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def character_around(text: str, index: int) -> str:
    """The whole character that a place in the text stands in or before; empty at the end."""
    at = 0
    for character in characters(text):
        at += len(character)
        if index < at:
            return character
    return ""


def words_of(text: str) -> list[str]:
    """Words, what stands between them, and white space; joined they are the text again. A run of Chinese is one."""
    return ["".join(run) for _, run in groupby(characters(text), _kind)]


def _kind(character: str) -> str:
    first = character[0]
    if first.isspace():
        return "space"
    return "word" if first in _OTHERS_IN_WORDS or (first.isalnum() and ord(first) < _CJK) else "other"


def _hangs_on(sign: str) -> bool:
    """A mark on a letter, a joiner, the colour of a skin, the letters of a flag that is made of tags."""
    is_tag_or_tone = "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0020" <= sign <= "\U000e007f"
    return sign == _JOINER or is_tag_or_tone or unicodedata.category(sign).startswith("M")


def _ends_flag(before: str, sign: str) -> bool:
    """Two letters of its country make a flag; a third begins the next one."""
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(sign)


def _is_flag_letter(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
