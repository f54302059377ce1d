"""MicHealth: is what comes from the microphone sound at all, and not too loud to be understood?"""

from __future__ import annotations

import numpy as np

from voice.audio.ports import HEARING_RATE

_FULL = 32_600  # of 32,767
_TOO_MANY = 0.01  # of the samples
_DEAD = 1  # a muted microphone gives zeros, some cards give ones
_DEAD_SECONDS = 10.0  # for whoever is waited for without end


class MicHealth:
    """Fed with an utterance's frames."""

    def __init__(self) -> None:
        self._samples = self._clipped = self._loudest = 0

    def accept(self, frame: bytes) -> None:
        """The next frame, mono int16 at 16 kHz."""
        sizes = np.abs(np.frombuffer(frame, np.int16).astype(np.int32))
        if not len(sizes):
            return
        self._samples += len(sizes)
        self._clipped += int(np.count_nonzero(sizes >= _FULL))
        self._loudest = max(self._loudest, int(sizes.max()))

    @property
    def muted(self) -> bool:
        """Nothing but digital silence has come: muted, switched off, or unplugged from its card."""
        return self._samples > 0 and self._loudest <= _DEAD

    @property
    def dead(self) -> bool:
        """Muted for so long that nobody should be left waiting."""
        return self.muted and self._samples >= _DEAD_SECONDS * HEARING_RATE

    @property
    def clipping(self) -> bool:
        """So loud that the sound was cut off at its peaks."""
        return self._clipped > _TOO_MANY * self._samples
