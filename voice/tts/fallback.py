"""The first engine that works: when one fails again and again the next takes its place, the silent one last."""

from __future__ import annotations

from collections.abc import Sequence

from voice.errors import EngineFailed
from voice.tts.synthesiser import Speech, Synthesiser

_PATIENCE = 4
"""Failures in a row after which an engine is given up: two sentences, each asked twice."""


class FirstThatWorks:
    """Tries the engines in their order; where all fail the last one stays.

    An engine that fails once is only started again, for a single crash is no reason to lose a good voice.
    """

    def __init__(self, engines: Sequence[Synthesiser]) -> None:
        self._engines = list(engines)
        self._failures = 0

    @property
    def audible(self) -> bool:
        """Of the engine of the moment."""
        return self._engines[0].audible

    @property
    def engine(self) -> Synthesiser:
        """The engine of the moment."""
        return self._engines[0]

    def languages(self) -> tuple[str, ...]:
        """Of the engine of the moment."""
        return self._engines[0].languages()

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """See ``Synthesiser``."""
        try:
            speech = self._engines[0].synthesise(text, lang, rate)
        except EngineFailed:
            self._failures += 1
            if self._failures >= _PATIENCE and len(self._engines) > 1:
                self._engines.pop(0).close()
                self._failures = 0
            raise
        self._failures = 0
        return speech

    def close(self) -> None:
        """End all of them."""
        for engine in self._engines:
            engine.close()
