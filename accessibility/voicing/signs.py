"""Signs by name: punctuation at the customer's level, single characters, and spelling."""

import re
from collections.abc import Mapping

from accessibility.voicing.characters import characters
from accessibility.voicing.settings import Punctuation

SIGNS: Mapping[str, str] = {
    "@": "at", "#": "hash", "*": "star", "%": "percent", "&": "and", "+": "plus", "=": "equals", "/": "slash",
    "\\": "backslash", "_": "underscore", "~": "tilde", "^": "caret", "<": "less", ">": "greater", "|": "bar",
    "$": "dollar", "¥": "yuan", "￥": "yuan", "•": "bullet", "-": "hyphen", "−": "minus", "—": "dash", "…": "dots",
    ",": "comma", "，": "comma", ".": "point", "。": "stop", "、": "enumeration", "!": "exclamation",
    "！": "exclamation", "?": "question", "？": "question", ":": "colon", "：": "colon", ";": "semicolon",
    "；": "semicolon", "(": "open", "（": "open", ")": "close", "）": "close", "[": "open_square", "]": "close_square",
    "“": "quote", "”": "quote", '"': "quote", "'": "apostrophe", "‘": "apostrophe", "’": "apostrophe",
    "《": "open_title", "》": "close_title", " ": "space", "\n": "newline", "\t": "tab",
}  # fmt: skip
"""Each sign's name, as `sign.<name>` in the words."""

_SOME = frozenset("@#*&=\\_~^<>|")
# A sign in the middle of a figure (12.5, 9:30, -5, ¥3, 50%) belongs to it and is read with it.
_BESIDE_FIGURE = frozenset(".,:：%+-−/¥￥$*•")


def sign_keys() -> frozenset[str]:
    """The keys that a language has to have words for."""
    return frozenset(f"sign.{name}" for name in SIGNS.values())


def sign_name(character: str, words: Mapping[str, str]) -> str:
    """One character as it is said alone: a sign by its name, a capital as one."""
    if character in SIGNS:
        return words[f"sign.{SIGNS[character]}"]
    if len(character) == 1 and character.isascii() and character.isupper():
        return words["capital"].format(letter=character)
    return character


def spelled(text: str, words: Mapping[str, str]) -> str:
    """A text character by character."""
    return words["separator"].join(sign_name(character, words) for character in characters(text))


def punctuated(text: str, level: Punctuation, words: Mapping[str, str]) -> str:
    """The text with the signs of that level put into words."""
    if level is Punctuation.NONE:
        return text
    said = []
    for at, sign in enumerate(text):
        wanted = sign in _SOME or (level is Punctuation.ALL and sign in SIGNS and not sign.isspace())
        if not wanted or (sign in _BESIDE_FIGURE and _beside_figure(text, at)):
            said.append(sign)
        else:
            said.append(f" {words[f'sign.{SIGNS[sign]}']}{sign if re.match('[，。！？；：、,.!?;:]', sign) else ' '}")
    return "".join(said)


def _beside_figure(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(char.isdigit() or char in "*•¥￥" for char in around)
