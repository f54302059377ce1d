"""The last fall-back: a synthesiser that speaks nothing and says so, so that captions carry everything."""

from __future__ import annotations

import numpy as np

from voice.tts.synthesiser import Speech

_RATE = 16_000


class SilentSynthesiser:
    """Accepts any language and gives no sound at all, at once."""

    audible = False

    def languages(self) -> tuple[str, ...]:
        """None: it speaks no language."""
        return ()

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        """Nothing to hear: no samples."""
        return Speech(np.zeros(0, np.int16), _RATE)

    def close(self) -> None:
        """Nothing to end."""
