"""What is written short and said long: abbreviations, keys, web addresses and signs between figures."""

from __future__ import annotations

import re

from voice.spoken.rule import Rule

_EN = {
    "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "No.": "number", "Nos.": "numbers",
    "Mr.": "mister", "Mrs.": "missis", "Ms.": "miss", "Dr.": "doctor", "Ltd.": "limited", "Co.": "company",
    "approx.": "approximately", "max.": "at most", "min.": "at least", "incl.": "including", "Tel.": "telephone",
}  # fmt: skip
# Read as words, not letter by letter.
_AS_WORDS = frozenset(
    {"PIN", "SIM", "OK", "NO", "ON", "OFF", "YES", "ENTER", "ESC", "HOME", "END", "TAB", "ALT", "CTRL"}
)
_KEYS = {
    "Ctrl": ("Control", "Control"), "Esc": ("Escape", "Escape"), "PgUp": ("Page Up", "Page Up"),
    "PgDn": ("Page Down", "Page Down"), "Del": ("Delete", "Delete"), "←": ("左箭头", "left arrow"),
    "→": ("右箭头", "right arrow"), "↑": ("上箭头", "up arrow"), "↓": ("下箭头", "down arrow"),
}  # fmt: skip
_SIGNS = {
    "×": ("乘", " times "),
    "≥": ("大于等于", " at least "),
    "≤": ("小于等于", " at most "),
    "±": ("正负", " plus or minus "),
}
_HALF_WORD = {"U盾": "优盾", "K宝": "K 宝", "APP": "A P P", "App": "A P P"}


def _short(match: re.Match[str], is_chinese: bool) -> str:
    return _EN[match[0]]


def _letters(match: re.Match[str], is_chinese: bool) -> str | None:
    return None if match[0] in _AS_WORDS else " ".join(match[0])


def _key(match: re.Match[str], is_chinese: bool) -> str:
    return _KEYS[match[0]][0 if is_chinese else 1]


def _plus_key(match: re.Match[str], is_chinese: bool) -> str:
    """Ctrl++ and Ctrl+-: the second sign is a key."""
    name = {"+": ("加号", "plus"), "-": ("减号", "minus"), "−": ("减号", "minus")}[match["sign"]]
    return " 加 " + name[0] if is_chinese else " plus " + name[1]


def _between(match: re.Match[str], is_chinese: bool) -> str:
    return " 加 " if is_chinese else " plus "


def _sign(match: re.Match[str], is_chinese: bool) -> str:
    return _SIGNS[match[0]][0 if is_chinese else 1]


def _round_the_clock(match: re.Match[str], is_chinese: bool) -> str:
    """24/7 is no fraction, and the star of 7*24 no mask."""
    return " " if not is_chinese or match[0] == "/" else "乘"


def _address(match: re.Match[str], is_chinese: bool) -> str:
    dot, at, slash = (" 点 ", " 艾特 ", " 斜杠 ") if is_chinese else (" dot ", " at ", " slash ")
    text = re.sub(r"^https?://", "", match[0]).rstrip("/")
    return text.replace(".", dot).replace("@", at).replace("/", slash)


def _half(match: re.Match[str], is_chinese: bool) -> str:
    return _HALF_WORD[match[0]]


WORD_RULES: tuple[Rule, ...] = (
    Rule(
        "address",
        re.compile(r"https?://[^\s，。；）)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bwww\.[\w./-]+", re.ASCII),
        _address,
    ),
    Rule("abbreviation", re.compile("|".join(rf"(?<![A-Za-z]){re.escape(word)}" for word in _EN)), _short, "en"),
    Rule("half a word", re.compile("|".join(_HALF_WORD)), _half, "zh"),
    Rule("key sign", re.compile(r"(?<=Ctrl)\+(?P<sign>[+\-−])"), _plus_key),
    Rule("key join", re.compile(r"(?<=Ctrl|Shif|hift)\+(?=[A-Z])|(?<=Alt)\+(?=[A-Z])|(?<=Meta)\+(?=[A-Z])"), _between),
    Rule("key", re.compile(r"(?<![A-Za-z])(?:Ctrl|Esc|PgUp|PgDn|Del)(?![A-Za-z])|[←→↑↓]"), _key),
    Rule("round the clock", re.compile(r"(?<=\b24)/(?=7\b)|(?<=7)\*(?=24(?!\d))"), _round_the_clock),
    Rule("sign", re.compile("[" + "".join(_SIGNS) + "]"), _sign),
)  # fmt: skip

LETTER_RULES: tuple[Rule, ...] = (Rule("letters", re.compile(r"(?<![A-Za-z\d])[A-Z]{2,5}(?![A-Za-z\d])"), _letters),)
"""They come after money: CNY 500 is an amount, and CNY alone three letters."""
