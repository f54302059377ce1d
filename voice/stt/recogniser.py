"""What a recogniser gives: text, how sure it is, and what else it may have been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard. ``text`` is empty for silence and for speech outside the vocabulary.

    ``confidence`` is 0..1, comparable within one engine only. ``alternatives`` are other readings, best
    first, without the text itself. ``partial`` marks a guess while somebody still speaks.
    """

    text: str
    confidence: float = 1.0
    alternatives: tuple[Heard, ...] = ()
    partial: bool = False

    def first(self, accepts: Callable[[str], bool]) -> Heard:
        """This reading when it is acceptable, else the first alternative that is, else this one.

        In this order because the first reading is the likelier one word by word: amounts were heard best
        so, and worse when the alternatives alone were asked.
        """
        for reading in (self, *self.alternatives):
            if accepts(reading.text):
                return reading
        return self


def joined(parts: Sequence[Heard], between: str = "", most: int = 10) -> Heard:
    """Parts of one utterance, split by its pauses, as one. The confidence is weighted by length.

    It has ``most`` alternatives at most: all there are, or the likeliest of them when there are more.
    """
    parts = [part for part in parts if part.text]
    if not parts:
        return Heard("", 0.0)
    if len(parts) == 1:
        return replace(parts[0], partial=False)
    length = sum(len(part.text) for part in parts)
    confidence = sum(part.confidence * len(part.text) for part in parts) / length
    readings = [
        Heard(between.join(one.text for one in row), min(one.confidence for one in row))
        for row in _rows(parts, most + 1)[1:]
    ]
    return Heard(between.join(part.text for part in parts), confidence, tuple(readings))


def _rows(parts: Sequence[Heard], most: int) -> list[tuple[Heard, ...]]:
    """One reading of each part, in every combination; the likeliest ``most`` of them, best first, if there are more.

    Cut down after each part, for the combinations of many parts would fill the memory: what begins with a row that
    is not among the best cannot be among the best either. The row of first readings stays the first.
    """
    rows: list[tuple[float, tuple[Heard, ...]]] = [(1.0, ())]
    for part in parts:
        readings = _weighed(part)
        rows = [(so_far * weight, (*row, one)) for so_far, row in rows for weight, one in readings]
        if len(rows) > most:
            rows = sorted(rows, key=lambda row: -row[0])[:most]  # stable: the earlier of two alike stays before
    return [row for _, row in rows]


def _weighed(part: Heard) -> list[tuple[float, Heard]]:
    """A part's readings, each with its likelihood beside the first's, which none exceeds.

    The confidence of a first reading and those of the others need not be of one kind.
    """
    best = max(part.confidence, *(other.confidence for other in part.alternatives), 0.0) or 1.0
    return [(1.0, part), *((other.confidence / best, other) for other in part.alternatives)]


class Recogniser(Protocol):
    """Turns frames into text. May be used from any one thread at a time."""

    @property
    def between(self) -> str:
        """What stands between two words of its language: nothing, or a space."""
        ...

    def set_phrases(self, phrases: Sequence[str] | None) -> None:
        """Hear only these phrases (and know when it was none of them); None for the whole vocabulary.

        A phrase that stands there several times is expected as much more often.

        Raises:
            Unsayable: when some phrases hold words that the model does not know; nothing is changed.
        """
        ...

    def accept(self, pcm: bytes) -> Heard | None:
        """Take mono int16 frames at 16 kHz. A partial reading when it changed, a whole one at a pause."""
        ...

    def finish(self) -> Heard:
        """The reading of what came since the last whole one; afterwards a new utterance begins."""
        ...


RecogniserFactory = Callable[[], Recogniser]
