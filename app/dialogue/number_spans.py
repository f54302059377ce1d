"""number_spans: which stretches of a sentence read as an amount, an ordinal, a count or a customer number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from hassil.intents import SlotList, TextSlotList

from voice.numbers import parse_amount, parse_count, parse_digits, parse_ordinal

_NUMERAL_RUN = re.compile(
    r"[0-9０-９.,，¥￥〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点两俩半幺块塊元圆圓角毛分钱整]+"
)
_DIGIT_RUN = re.compile(r"[0-9〇零幺一二两三四五六七八九]+(?: [0-9〇零幺一二两三四五六七八九]+)*")
_FEWEST_DIGITS = 4


class NumberSpans:
    """Finds them in the sentences of one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def lists(self, said: str) -> dict[str, SlotList]:
        """What may fill the blanks of the templates."""
        return {
            "amount": _spans(self.amounts(said), "amount"),
            "ordinal": _spans(self._ordinals(said), "ordinal"),
            "count": _spans(self._counts(said), "count"),
            "customer_number": _spans(self._digits(said), "customer_number"),
        }

    def amounts(self, said: str) -> list[str]:
        """Every stretch of the sentence that reads as an amount of money.

        In English none that is a part of another: in "send a hundred fifty" nobody is called A Hundred.
        """
        if not self._lang.startswith("zh"):
            return _longest(said, lambda text: parse_amount(text, self._lang) is not None)
        runs = (run.group() for run in _NUMERAL_RUN.finditer(said))
        stretches = (run[start:] for run in runs for start in range(len(run)))
        return [text for text in stretches if parse_amount(text, self._lang) is not None]

    def _digits(self, said: str) -> list[str]:
        """Every stretch of the sentence that is a number read digit by digit."""
        if self._lang.startswith("zh"):
            stretches: Iterable[str] = _DIGIT_RUN.findall(said)
        else:
            stretches = _stretches(said)
        return [text for text in stretches if len(parse_digits(text, self._lang) or "") >= _FEWEST_DIGITS]

    def _ordinals(self, said: str) -> list[str]:
        if self._lang.startswith("zh"):
            stretches: Iterable[str] = re.findall(r"第.+", said)
        else:
            words = said.split()
            stretches = [*words, *(" ".join(pair) for pair in pairwise(words))]
        return [text for text in stretches if parse_ordinal(text, self._lang) is not None]

    def _counts(self, said: str) -> list[str]:
        stretches = _NUMERAL_RUN.findall(said) if self._lang.startswith("zh") else said.split()
        return [text for text in stretches if parse_count(text, self._lang) is not None]


def _stretches(said: str) -> Iterator[str]:
    """Every run of words of a sentence."""
    words = said.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _longest(said: str, fits: Callable[[str], bool]) -> list[str]:
    """The runs of words that fit, without those that lie within another."""
    words, found = said.split(), list[str]()
    reached = 0
    for start in range(len(words)):
        for end in range(len(words), max(start, reached), -1):
            text = " ".join(words[start:end])
            if fits(text):
                found.append(text)
                reached = end
                break
    return found


def _spans(texts: Iterable[str], name: str) -> TextSlotList:
    return TextSlotList.from_strings(dict.fromkeys(texts), allow_template=False, name=name)
