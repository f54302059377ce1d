"""Mandarin: syllables as initial and final without tones, as pypinyin reads them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from pypinyin import Style, pinyin
from pypinyin.style._utils import get_finals, get_initials

from voice.model_builder.errors import Unpronounceable
from voice.model_builder.language import Prompt
from voice.model_builder.phones import Phones, PhoneSet

ACCENT = "cmn-latn-pinyin"
"""espeak-ng 1.51's voice cmn reads many characters as English letters; this one reads pinyin rightly."""

_NAMES = (
    "a ai an ang ao b c ch d e ei en eng er f g h i ia ian iang iao ie ii iii in ing iong iou j k l m n o ong ou "
    "p q r s sh t u ua uai uan uang uei ueng un uo v van ve vn x z zh y w yv 0a 0e"
)

_READINGS = {
    "行": "hang xing", "重": "chong zhong", "还": "huan hai", "了": "le liao", "得": "de dei", "数": "shu",
    "率": "lv shuai", "调": "tiao diao", "都": "dou du", "长": "chang zhang", "差": "cha chai",
    "给": "gei ji", "的": "de di", "什": "shen shi", "么": "me", "着": "zhe zhao", "地": "di de", "乐": "le yue",
    "便": "bian pian", "参": "can shen", "单": "dan", "号": "hao", "存": "cun", "取": "qu", "幺": "yao", "嗯": "en",
}  # fmt: skip
"""Characters whose readings in everyday speech are others than the dictionary's first. Not 一: yao is 幺, and the
alternatives of a string of digits would be the same number in other words."""

_NOT_SYLLABLES = ("hm", "hng", "m", "n", "ng")


def syllable_phones(syllable: str) -> Phones:
    """The phones of a pinyin syllable without tone: zhuan -> zh uan, er -> 0e er.

    A syllable without initial gets one of its own (y, w, yv, 0a, 0e): 二 and 五 were one phone each, and got lost.
    """
    plain = syllable.replace("ü", "v")
    if plain in _NOT_SYLLABLES:
        raise Unpronounceable(f"{syllable!r} is no full syllable")
    if plain in ("lv", "nv"):
        return plain[0], "v"
    if plain in ("lve", "nve", "lue", "nue"):
        return plain[0], "ve"
    initial = get_initials(plain, strict=True)
    final = _final(initial, get_finals(plain, strict=True).replace("ü", "v"))
    if not final:
        raise Unpronounceable(f"{syllable!r} is no pinyin")
    return initial or _zero_initial(final), final


def _final(initial: str, final: str) -> str:
    """Tell the three vowels apart that pinyin writes i; un and ue are other spellings of uen and ve."""
    if final == "i" and initial in ("z", "c", "s"):
        return "ii"
    if final == "i" and initial in ("zh", "ch", "sh", "r"):
        return "iii"
    return {"ue": "ve", "uen": "un"}.get(final, final)


def _zero_initial(final: str) -> str:
    return {"i": "y", "u": "w", "v": "yv", "a": "0a", "o": "0a", "e": "0e"}[final[0]]


def syllables(text: str, *, tones: bool = False) -> list[str]:
    """The pinyin of each character, with tone numbers 1 to 5 where wanted; others than Chinese are left out."""
    style = Style.TONE3 if tones else Style.NORMAL
    read = pinyin(text, style=style, errors="ignore", v_to_u=False, neutral_tone_with_five=tones)
    return [one[0].replace("ü", "v") for one in read]


def fluent(read: Sequence[str], rng: random.Random) -> list[str]:
    """Tone changes of fluent speech: 一 before another syllable, and the first of two third tones."""
    changed = list(read)
    for at, (syllable, following) in enumerate(pairwise(read)):
        if syllable == "yi1" and rng.random() < 0.6:
            changed[at] = "yi4" if following[-1] in "123" else "yi2"
        elif syllable[-1] == following[-1] == "3" and rng.random() < 0.7:
            changed[at] = syllable[:-1] + "2"
    return changed


class Mandarin:
    """See ``Language``."""

    code = "zh-CN"
    between = ""
    accents = (ACCENT,)

    def __init__(self) -> None:
        self.phones = PhoneSet(tuple(_NAMES.split()))

    def pronunciations(self, word: str) -> list[Phones]:
        """See ``Language``: one for a word in its context, several for a single character."""
        if len(word) == 1 and word in _READINGS:
            return [syllable_phones(one) for one in _READINGS[word].split()]
        read = syllables(word)
        if not read or len(read) != len(word):
            raise Unpronounceable(f"{word!r} is not all Chinese")
        return [tuple(phone for one in read for phone in syllable_phones(one))]

    def prompt(self, text: str, rng: random.Random) -> Prompt | None:
        """See ``Language``; the pauses of a careful speaker fall now and then between syllables."""
        read = syllables(text, tones=True)
        if not read or len(read) != len(text):
            return None
        phones = tuple(phone for one in read for phone in syllable_phones(one.rstrip("12345")))
        said = fluent(read, rng) if rng.random() < 0.4 else read
        spoken = "".join(one + (" " if rng.random() < 0.97 else ", ") for one in said)
        return Prompt(text, spoken, ACCENT, phones)

    def heard(self, said: str) -> Phones:
        """See ``Language``. Not asked: a prompt names its phones."""
        raise Unpronounceable("pinyin says what will be heard")
