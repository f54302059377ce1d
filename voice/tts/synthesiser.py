"""What a synthesiser gives: samples at once, which somebody else plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
"""Sound as a one-dimensional (mono) array of 16-bit samples."""


@dataclass(frozen=True, slots=True)
class Mark:
    """At this sample the reading of the text from this character begins."""

    sample: int
    char: int


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Sound to play: mono int16 samples, their rate in Hz, and marks in rising order."""

    samples: Samples
    rate: int
    marks: tuple[Mark, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return len(self.samples) / self.rate


class Synthesiser(Protocol):
    """Turns text into sound. May be called from any one thread at a time."""

    @property
    def audible(self) -> bool:
        """False when what it makes cannot be heard (the last fall-back)."""
        ...

    def languages(self) -> tuple[str, ...]:
        """The languages it can speak, as primary subtags: ('zh', 'en')."""
        ...

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """Speak a text; ``rate`` 1.0 is a usual pace, 0.5 half as fast.

        Raises:
            NoVoice: when no voice speaks the language.
            EngineFailed: when the engine crashed or hung; the next call starts it again.
        """
        ...

    def close(self) -> None:
        """End the engine; harmless when called twice."""
        ...
