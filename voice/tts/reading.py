"""How a Chinese text is read aloud: figures in words, characters in pinyin. Runs in the engine's process only.

pypinyin's dictionary of phrases takes 45 MB and 0.2 s; the client itself does without it.
"""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

from voice.numbers.chinese import DIGITS, say_whole

_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_LONG_DIGITS = 9  # from here on a figure is a number of something (a card, a telephone), not a quantity
_LONELY = re.compile(r" (?=[,.!?;:])(.)")
_PAUSES = str.maketrans("，、。！？；：（）《》“”‘’…—", ",,.!?;:,,,,    .,")


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


def pinyin_in_letters(text: str) -> str:
    """Chinese as an English voice reads it: 张三 -> zhang san; figures and Latin words stay; ü is yu."""
    syllables = lazy_pinyin(text.translate(_PAUSES), style=Style.NORMAL, v_to_u=True)
    return _LONELY.sub(r"\1", " ".join(" ".join(syllables).replace("ü", "yu").split()))
