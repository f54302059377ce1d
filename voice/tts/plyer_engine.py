"""Speech on phones: plyer's text to speech, which plays by itself; here it is kept in step by a silence as long."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import numpy as np

from voice.errors import EngineFailed
from voice.tts.synthesiser import Mark, Speech

_RATE = 8_000
_SYLLABLE_SECONDS, _LETTER_SECONDS = 0.24, 0.07  # measured on espeak-ng at a usual pace


class PlyerSynthesiser:
    """Android's own voice. It cannot be stopped in mid-sentence: plyer offers ``speak`` and nothing else.

    The rate is the one of the phone's settings.
    """

    audible = True

    def __init__(self, speak: Callable[[str], object] | None = None) -> None:
        """``speak``: in place of plyer's, for tests."""
        self._speak = speak

    def languages(self) -> tuple[str, ...]:
        """Those of the phone; it does not say which, so both are tried."""
        return ("zh", "en")

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """Have the phone speak, and give a silence of about that length.

        Raises:
            EngineFailed: the phone has no voice.
        """
        if not text.strip():
            return Speech(np.zeros(0, np.int16), _RATE)
        try:
            speak = self._speak or importlib.import_module("plyer").tts.speak
            speak(text)
        except Exception as failure:  # plyer raises whatever the platform below raises
            raise EngineFailed(f"{type(failure).__name__}: {failure}") from failure
        seconds = sum(_LETTER_SECONDS if sign.isascii() else _SYLLABLE_SECONDS for sign in text)
        return Speech(np.zeros(int(seconds * _RATE), np.int16), _RATE, (Mark(0, 0),))

    def close(self) -> None:
        """Nothing to end."""
