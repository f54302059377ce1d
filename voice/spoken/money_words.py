"""Amounts of money that stand in words: 五百元, three yuan and fifty cents. Only with what names the money."""

from __future__ import annotations

import re

_ZH = r"[〇零一二三四五六七八九十百千万亿点两俩]"
_CHINESE = re.compile(
    rf"负?{_ZH}+(?:元|圆|块钱?(?!儿))(?:零?{_ZH}[角毛])?(?:零?{_ZH}分(?!钟))?[半整]?"
    rf"|负?{_ZH}[角毛](?!形)(?:{_ZH}分(?!钟))?"
)
"""Cents alone are left out: 十分 and 五分钟 are no money, and less than a jiao tells little."""

_ONE = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
)
_EN = rf"(?:minus )?(?:an? )?{_ONE}(?:(?:[ -]| and ){_ONE})*"
_ENGLISH = re.compile(
    rf"\b{_EN} (?:yuan|kuai|rmb)\b(?: and {_EN} (?:cents?|jiao|mao|fen)\b)?|\b{_EN} (?:cents?|jiao|mao|fen)\b", re.I
)

_ENDS = re.compile(r"[。！？!?\n]|\.\s")
_EXAMPLE = re.compile(r"例如|比如|such as|for example", re.I)
"""What follows in the sentence tells how to answer, and is nobody's money."""


def without_amounts_in_words(text: str, lang: str, word: str) -> str:
    """The text with ``word`` in the place of each of them; those in figures are left, and so are examples."""

    def instead(match: re.Match[str]) -> str:
        sentence = _ENDS.split(match.string[: match.start()])[-1]
        return match[0] if _EXAMPLE.search(sentence) else word

    return (_CHINESE if lang.lower().startswith("zh") else _ENGLISH).sub(instead, text)
