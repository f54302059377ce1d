"""How a text is cut before it is spoken: into sentences, and into runs of one script each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin

from voice.numbers.chinese import DIGITS, say_whole

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_SENTENCE = re.compile(r".+?(?:[。！？!?；;\n]+|\.(?=\s|$)|$)[”」』\"')）]*\s*", re.DOTALL)
_RUN = re.compile(rf"(?P<zh>[{_HAN}])|(?P<en>[A-Za-z])")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_LONG_DIGITS = 9  # from here on a figure is a number of something (a card, a telephone), not a quantity
_PAUSES = str.maketrans("，、。！？；：（）《》“”‘’…—", ",,.!?;:,,,,    .,")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language (zh or en), beginning at character ``start`` of the whole."""

    text: str
    lang: str
    start: int


def sentences(text: str) -> list[str]:
    """Cut at the ends of sentences, so that the first is heard while the others are made."""
    return [part for part in (m[0].strip() for m in _SENTENCE.finditer(text)) if part]


def runs(text: str, lang: str) -> list[Run]:
    """Cut by script: Chinese characters for a Chinese voice, Latin words for an English one.

    Figures, punctuation and spaces go with what came before; at the start with the language asked for.
    """
    current = _primary(lang)
    found: list[Run] = []
    start = 0
    for hit in _RUN.finditer(text):
        script = "zh" if hit["zh"] else "en"
        if script == current:
            continue
        if any(c.isalnum() for c in text[start : hit.start()]):
            found.append(Run(text[start : hit.start()], current, start))
            start = hit.start()
        current = script
    if any(c.isalnum() for c in text[start:]):
        found.append(Run(text[start:], current, start))
    return found


def _primary(lang: str) -> str:
    return "zh" if lang.lower().startswith("zh") else "en"


def figures_in_words(text: str) -> str:
    """Figures in a Chinese text as they are read: 1234.5 -> 一千二百三十四点五, long ones digit by digit."""
    return _NUMBER.sub(lambda m: _figure(m[0]), _GROUPED.sub("", text))


def _figure(figure: str) -> str:
    percent = figure.endswith("%")
    whole, _, part = figure.rstrip("%").partition(".")
    if not part and (len(whole) >= _LONG_DIGITS or (whole.startswith("0") and len(whole) > 1)):
        return " ".join(DIGITS[int(d)] for d in whole)
    said = say_whole(int(whole)) if int(whole) != 2 or not part else DIGITS[2]
    if part:
        said += "点" + "".join(DIGITS[int(d)] for d in part)
    return ("百分之" if percent else "") + said


def pinyin_for_engine(text: str) -> str:
    """Chinese as numbered pinyin (ni3 hao3), which espeak-ng's pinyin voice speaks rightly.

    The readings are pypinyin's, by word: 银行 is yin2 hang2. A neutral tone is 5.
    """
    syllables = lazy_pinyin(figures_in_words(text).translate(_PAUSES), style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(syllables)
