"""From a written text to its spoken form, and from a place in the spoken form back to the written text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from voice.spoken.digits import DIGIT_RULES
from voice.spoken.money import MONEY_RULES
from voice.spoken.ordinals import ORDINAL_RULES
from voice.spoken.quantities import QUANTITY_RULES
from voice.spoken.ranges import RANGE_RULES
from voice.spoken.rule import Rule
from voice.spoken.times import TIME_RULES
from voice.spoken.words import LETTER_RULES, WORD_RULES

RULES: tuple[Rule, ...] = (
    *WORD_RULES,
    *TIME_RULES,
    *RANGE_RULES,
    *MONEY_RULES,
    *LETTER_RULES,
    *DIGIT_RULES,
    *ORDINAL_RULES,
    *QUANTITY_RULES,
)
"""In the order of their right to a stretch of text: where two fit, the one that stands first has it."""


@dataclass(frozen=True, slots=True)
class Span:
    """The characters ``start`` to ``end`` of the written text, and where their spoken form begins."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is spoken, and what it stands for: spans in rising order cover all of it."""

    text: str
    spans: tuple[Span, ...]

    def written(self, at: int) -> tuple[int, int]:
        """The characters of the written text that the spoken character ``at`` stands for: start and end.

        Where the text is spoken as it is written, that one character; else the whole that was put into words.
        """
        index = max(0, bisect_right([span.at for span in self.spans], at) - 1)
        if not self.spans:
            return 0, 0
        span = self.spans[index]
        after = self.spans[index + 1].at if index + 1 < len(self.spans) else len(self.text)
        if span.end - span.start == after - span.at:  # as it is written
            here = min(span.start + at - span.at, max(span.start, span.end - 1))
            return here, here + 1
        return span.start, span.end


def spoken_form(text: str, lang: str) -> Spoken:
    """The text as it is read aloud in a language; what has one form only stays as it is."""
    chinese = lang.lower().startswith("zh")
    found = _replacements(text, chinese)
    pieces: list[str] = []
    spans: list[Span] = []
    at = done = 0
    for start, end, said in [*found, (len(text), len(text), "")]:
        for begin, stop, piece in ((done, start, text[done:start]), (start, end, said)):
            if stop > begin:
                spans.append(Span(begin, stop, at))
                pieces.append(piece)
                at += len(piece)
        done = end
    return Spoken("".join(pieces), tuple(spans))


def _replacements(text: str, chinese: bool) -> Sequence[tuple[int, int, str]]:
    """What is to be put into words, in the order of the text; no two of them overlap."""
    taken: list[tuple[int, int, str]] = []
    for rule in RULES:
        if not rule.fits(chinese):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if start == end or any(start < stop and begin < end for begin, stop, _ in taken):
                continue
            said = rule.say(match, chinese)
            if said is not None:
                taken.append((start, end, said))
    return sorted(taken)
