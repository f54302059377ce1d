"""Which part of a text is being said at which moment, so that a caption can follow the voice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from voice.spoken import Spoken
from voice.tts.synthesiser import Speech

_LATIN_SHARE, _PAUSE_SHARE = 0.3, 0.6  # of the time of a Chinese syllable: a letter of a word, a sign with a pause
_PAUSES = frozenset("，、。！？；：,.!?;:")


@dataclass(frozen=True, slots=True)
class Step:
    """From ``second`` on the characters ``start`` to ``end`` of the written text are being said."""

    second: float
    start: int
    end: int


class Course:
    """The course of one sentence: made from the engine's marks, and between two of them by each sign's share.

    A Chinese syllable takes about as long as any other, so that the share is right to a syllable or two.
    """

    def __init__(self, spoken: Spoken, speech: Speech, offset: int = 0) -> None:
        """``offset``: where the sentence begins in the whole text."""
        self._steps = _steps(spoken, speech, offset)
        self._seconds = [step.second for step in self._steps]

    def at(self, second: float) -> Step | None:
        """What is being said after so many seconds."""
        index = bisect_right(self._seconds, second) - 1
        return self._steps[index] if index >= 0 else None


def _steps(spoken: Spoken, speech: Speech, offset: int) -> list[Step]:
    text, marks = spoken.text, speech.marks
    steps: list[Step] = []
    for number, mark in enumerate(marks):
        last = number + 1 == len(marks)
        end_char = len(text) if last else marks[number + 1].char
        end_sample = len(speech.samples) if last else marks[number + 1].sample
        shares = [_share(sign) for sign in text[mark.char : end_char]]
        whole = sum(shares) or 1.0
        done = 0.0
        for at, share in enumerate(shares, mark.char):
            start, end = _word(text, spoken, at)
            if share and not (steps and (steps[-1].start, steps[-1].end) == (start + offset, end + offset)):
                second = (mark.sample + (end_sample - mark.sample) * done / whole) / speech.rate
                steps.append(Step(second, start + offset, end + offset))
            done += share
    return steps


def _share(sign: str) -> float:
    if sign.isspace():
        return 0.0
    if sign in _PAUSES:
        return _PAUSE_SHARE
    return _LATIN_SHARE if sign.isascii() else 1.0


def _word(text: str, spoken: Spoken, at: int) -> tuple[int, int]:
    """The Chinese character, the Latin word, or the figure that stands in the written text."""
    start, end = at, at + 1
    if text[at].isascii() and text[at].isalnum():
        while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isascii() and text[end].isalnum():
            end += 1
    return spoken.written(start)[0], spoken.written(end - 1)[1]
