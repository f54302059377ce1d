"""The first engine that works: when one fails again and again the next takes its place, the silent one last."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from voice.errors import EngineFailed
from voice.tts.synthesiser import Speech, Synthesiser, plays_itself

_PATIENCE = 4
"""Failures in a row after which an engine is given up: two sentences, each asked twice."""

_AGAIN_AFTER = 30.0
"""Seconds after which the first engine gets another chance: what it lacked may have come back."""


class FirstThatWorks:
    """Tries the engines in their order; where all fail the last one stays, until the first may be tried again.

    An engine that fails once is only started again, for a single crash is no reason to lose a good voice.
    """

    def __init__(self, engines: Sequence[Synthesiser], now: Callable[[], float] = time.monotonic) -> None:
        """``now`` is the time in seconds."""
        self._engines = list(engines)
        self._at = self._failures = 0
        self._now = now
        self._given_up = 0.0

    @property
    def audible(self) -> bool:
        """Of the engine of the moment."""
        return self.engine.audible

    @property
    def plays_itself(self) -> bool:
        """Of the engine of the moment."""
        return plays_itself(self.engine)

    @property
    def engine(self) -> Synthesiser:
        """The engine of the moment."""
        if self._at and self._now() - self._given_up >= _AGAIN_AFTER:
            self._at, self._failures = 0, _PATIENCE - 2  # one sentence, asked twice
        return self._engines[self._at]

    def languages(self) -> tuple[str, ...]:
        """Of the engine of the moment."""
        return self.engine.languages()

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """See ``Synthesiser``."""
        try:
            speech = self.engine.synthesise(text, lang, rate)
        except EngineFailed:
            self._failures += 1
            if self._failures >= _PATIENCE and self._at + 1 < len(self._engines):
                self._give_up()
            raise
        self._failures = 0
        return speech

    def _give_up(self) -> None:
        """The engine is ended and not only passed over; used again, it starts again."""
        self._engines[self._at].close()
        self._at, self._failures, self._given_up = self._at + 1, 0, self._now()

    def close(self) -> None:
        """End all of them."""
        for engine in self._engines:
            engine.close()
