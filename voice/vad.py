"""When has somebody finished speaking? By energy over a noise floor that follows the room."""

from __future__ import annotations

from enum import Enum

import numpy as np

_FLOOR_START = 60.0  # RMS of int16 samples in a quiet room with a usual microphone
_FLOOR_LEAST = 15.0  # below is digital silence
_OVER_FLOOR = 3.0  # about 10 dB: speech is that much above the room
_STILL_OVER = 1.8  # within speech a weaker frame still counts, so that word ends are not cut
_FALL, _RISE = 0.3, 0.02  # the floor follows a quieter room at once, a louder one slowly (a frame)
_CREEP = 0.15  # and rises this much a second under what passes for speech
_ONSET_SECONDS = 0.06  # a click is shorter


class Moment(Enum):
    """What a frame belongs to."""

    BEFORE = "before"
    SPEECH = "speech"
    PAUSE = "pause"
    ENDED = "ended"


class EndOfSpeech:
    """Fed with frames, says when speech began and when it has been quiet for ``silence`` seconds.

    ``silence`` is the customer's to set: people who search for words need 2 s and more (WCAG 2.2.1).
    """

    def __init__(self, silence: float = 0.7, rate: int = 16_000) -> None:
        self._silence = silence
        self._rate = rate
        self._floor = _FLOOR_START
        self._loud = 0.0
        self._quiet = 0.0
        self._moment = Moment.BEFORE

    @property
    def moment(self) -> Moment:
        """What the last frame belonged to."""
        return self._moment

    def accept(self, frames: bytes) -> Moment:
        """Take mono int16 frames; once ENDED it stays so until ``reset``."""
        samples = np.frombuffer(frames, np.int16)
        if self._moment is Moment.ENDED or not len(samples):
            return self._moment
        level = float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))
        seconds = len(samples) / self._rate
        in_speech = self._moment is Moment.SPEECH
        if level > self._floor * (_STILL_OVER if in_speech else _OVER_FLOOR):
            self._hear(seconds)
        else:
            self._follow(level)
            self._rest(seconds)
        return self._moment

    def reset(self) -> None:
        """Wait for new speech; what is known of the room stays."""
        self._loud = self._quiet = 0.0
        self._moment = Moment.BEFORE

    def _hear(self, seconds: float) -> None:
        self._loud += seconds
        if self._loud >= _ONSET_SECONDS:
            self._moment = Moment.SPEECH
            self._quiet = 0.0
        # a steady noise that is no speech must not hold the line for ever
        self._floor += _CREEP * self._floor * seconds

    def _rest(self, seconds: float) -> None:
        self._loud = 0.0
        if self._moment is Moment.BEFORE:
            return
        self._quiet += seconds
        self._moment = Moment.ENDED if self._quiet >= self._silence - 1e-9 else Moment.PAUSE

    def _follow(self, level: float) -> None:
        speed = _FALL if level < self._floor else _RISE
        self._floor = max(_FLOOR_LEAST, self._floor + speed * (level - self._floor))
