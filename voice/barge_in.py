"""Barge-in by speech: while the voice speaks somebody else is listened for, and what they began is kept."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable

import numpy as np

from voice.audio.ports import HEARING_RATE

_KEPT_SECONDS = 1.0  # before it was clear that somebody speaks: the first word is in it
_LEARNT_SECONDS = 0.5  # at first only the voice itself is heard, if anything
_DOUBTED_SECONDS = 2.0  # until then what was learnt in another sentence may hold no more
_OVER_ECHO = 2.5  # about 8 dB above the voice as the microphone hears it
_LEAST = 250.0  # RMS of int16 samples: a quiet room is below it
_SURE_SECONDS = 0.2  # a cough or a click is shorter
_DOUBT_SECONDS = 0.04  # from here on the voice waits until it is sure or nothing came of it
_MOST_DOUBTS = 3  # in one sentence; beside knocks that do not end it goes on speaking
_FORGET = 0.5  # of what was learnt, a second
_TAIL_SECONDS = 0.3  # of what has been played a card and a room may give back so much later


class BargeInWatch:
    """Takes the microphone's frames; calls ``on_speech`` once, on the sound card's own thread.

    What the microphone hears of the loudspeaker is learnt first and must be topped clearly, so that the voice
    does not interrupt itself; on headphones it hears nothing of it and anybody who speaks is heard.
    It takes 0.2 s to be sure that it is no knock and no cough; the voice is hushed long before, and goes on if it was.
    """

    def __init__(
        self,
        on_speech: Callable[[], None],
        echo: float | None = None,
        sounds: Callable[[], bool] = lambda: True,
        hush: Callable[[bool], None] = lambda on: None,
    ) -> None:
        """``echo``: what was learnt in the sentence before (RMS of int16 samples); somebody is then heard at once.

        ``sounds``: whether the voice is being played at this moment. Before its first sound, and while it is held,
        nothing can be learnt of it, and nothing is forgotten. ``hush`` holds the voice and lets it go on.
        """
        self.frames: queue.Queue[bytes | None] = queue.Queue()
        self.triggered = False
        self._on_speech = on_speech
        self._kept: deque[bytes] = deque()
        self._kept_seconds = self._seconds = self._loud = self._loudest = 0.0
        self._known = echo
        self._sounds = sounds
        self._hush = hush
        self._doubting, self._doubts = False, 0
        self._since_sound = 0.0
        self._echo, self._deaf_seconds = (0.0, _LEARNT_SECONDS) if echo is None else (echo, 0.0)

    @property
    def learnt(self) -> float | None:
        """How loud the voice comes back; None when nobody knows.

        What is heard soon after the beginning may be the voice itself: somebody has taken off the headphones, and what
        was learnt with them holds no more.
        """
        if self.triggered and 0.0 < self._seconds < _DOUBTED_SECONDS:
            return None
        return self._loudest if self._seconds > _LEARNT_SECONDS else self._known

    def put(self, frame: bytes) -> None:
        """The next frame, mono int16 at 16 kHz."""
        if self.triggered:
            self.frames.put(frame)
            return
        seconds = len(frame) / 2 / HEARING_RATE
        self._keep(frame, seconds)
        sounding = self._sounds()
        self._since_sound = 0.0 if sounding else self._since_sound + seconds
        self._seconds += seconds if sounding else 0.0
        level = float(np.sqrt(np.mean(np.frombuffer(frame, np.int16).astype(np.float64) ** 2))) if frame else 0.0
        deaf = sounding and self._seconds <= self._deaf_seconds
        if deaf or level <= max(_LEAST, self._echo * _OVER_ECHO if self._since_sound <= _TAIL_SECONDS else 0.0):
            if sounding:
                self._echo, self._loudest = max(self._echo * _FORGET**seconds, level), max(self._loudest, level)
            self._loud = max(0.0, self._loud - seconds)
            if self._loud <= 0.0:
                self.let_go_on()
            return
        self._loud += seconds
        if sounding and self._loud >= _DOUBT_SECONDS and not self._doubting and self._doubts < _MOST_DOUBTS:
            self._doubting = True
            self._doubts += 1
            self._hush(True)
        if self._loud >= _SURE_SECONDS:
            self.triggered = True
            for earlier in self._kept:
                self.frames.put(earlier)
            self._on_speech()

    def let_go_on(self) -> None:
        """It was nothing, or is of no interest any more."""
        if self._doubting:
            self._doubting = False
            self._hush(False)

    def _keep(self, frame: bytes, seconds: float) -> None:
        self._kept.append(frame)
        self._kept_seconds += seconds
        while self._kept_seconds > _KEPT_SECONDS:
            self._kept_seconds -= len(self._kept.popleft()) / 2 / HEARING_RATE
