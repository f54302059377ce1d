"""What a recogniser gives: text, how sure it is, and what else it may have been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
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
    """Parts of one utterance, split by its pauses, as one. The confidence is weighted by length."""
    parts = [part for part in parts if part.text]
    if not parts:
        return Heard("", 0.0)
    if len(parts) == 1:
        return replace(parts[0], partial=False)
    length = sum(len(part.text) for part in parts)
    confidence = sum(part.confidence * len(part.text) for part in parts) / length
    readings = [
        Heard(between.join(one.text for one in row), min(one.confidence for one in row))
        for row in list(product(*[(part, *part.alternatives) for part in parts]))[1 : most + 1]
    ]
    return Heard(between.join(part.text for part in parts), confidence, tuple(readings))


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
