"""What a synthesiser gives: samples at once, which somebody else plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from voice.audio.ports import Playback

Samples = NDArray[np.int16]
"""Sound as a one-dimensional (mono) array of 16-bit samples."""


@dataclass(frozen=True, slots=True)
class Mark:
    """At this sample the reading of the text from this character begins."""

    sample: int
    char: int


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Sound to play: mono int16 samples, their rate in Hz, and marks in rising order.

    ``unsaid``: the languages (zh, en) of what stands in the text and is not in the sound, for nobody here can say it.
    ``own``: the engine plays it itself, as loud as the factor given to this says; then ``samples`` are a silence of
    about that length.
    """

    samples: Samples
    rate: int
    marks: tuple[Mark, ...] = ()
    unsaid: tuple[str, ...] = ()
    own: Callable[[float], Playback] | None = None

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
            NoVoice: when nothing of the text can be said, for want of a voice.
            EngineFailed: when the engine crashed or hung; the next call starts it again.
        """
        ...

    def close(self) -> None:
        """End the engine; harmless when called twice."""
        ...


def plays_itself(synthesiser: object) -> bool:
    """Does it need no loudspeaker of ours? Such an engine says so by an attribute of that name."""
    return bool(getattr(synthesiser, "plays_itself", False))
