"""Speakers for the corpus: espeak-ng in hundreds of voices, accents, speeds and pitches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from voice.model_builder import voices
from voice.model_builder.augmentation import at_rate
from voice.model_builder.corpus import Spoken
from voice.model_builder.errors import Unpronounceable
from voice.model_builder.espeak import Espeak, Manner
from voice.model_builder.language import Language

_SILENT = 0.01
_RATES = (0.82, 1.22)


class SyntheticSpeakers:
    """Every voice but those kept for tests. ``speeds`` are words a minute, from slow to fast.

    Each of ``casts`` has other invented speakers (``voices.make_data``); ``data`` is the folder of one of them.
    ``rates`` are how much faster and higher the sound is played.
    """

    def __init__(
        self,
        language: Language,
        casts: Sequence[Espeak],
        data: Path,
        speeds: tuple[int, int],
        invented_share: float = 0.75,
        rates: tuple[float, float] = _RATES,
    ) -> None:
        self._language = language
        self._casts = casts
        self._speeds = speeds
        self._invented_share = invented_share
        self._rates = rates
        self._invented: Sequence[str] = voices.invented()
        self._supplied: Sequence[str] = voices.trained_on(data)

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``. The phones are what was said, in the accent that said it."""
        prompt = self._language.prompt(text, rng)
        if prompt is None:
            return None
        known = self._invented if rng.random() < self._invented_share else self._supplied
        manner = Manner(
            speed=rng.randint(*self._speeds),
            pitch=rng.randint(5, 95),
            spread=rng.choice((50, 50, 20, 80, 95, 5)),
            gap=rng.choice((0, 0, 0, 0, 1, 2, 5, 10)),
        )
        said = rng.choice(self._casts).say(prompt.spoken, f"{prompt.accent}+{rng.choice(known)}", manner)
        if said is None:
            return None
        sound, rate, account = said
        if np.abs(sound).max() < _SILENT:
            return None
        try:
            phones = prompt.phones if prompt.phones is not None else self._language.heard(account)
        except Unpronounceable:  # one odd word in a draw; words of the product are checked by the lexicon
            return None
        return Spoken(at_rate(sound, rate, rng.uniform(*self._rates)), phones)
