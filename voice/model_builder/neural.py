"""Speakers of a neural synthesiser (Kokoro): they run sounds together as people do; espeak-ng sets them side by side.

Any mixture of its voices is one more speaker, and voices of other languages have an accent. It takes half a second for
each second of speech, so it is asked for a part of a corpus only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from voice.model_builder.augmentation import at_rate
from voice.model_builder.corpus import Spoken
from voice.model_builder.features import Sound
from voice.model_builder.kokoro import RATE, TIMBRE, Style, Styles
from voice.model_builder.phones import Phones
from voice.model_builder.trials import Trial, padded

HELD_OUT = ("jf_nezumi", "af_bella", "am_michael", "bf_emma", "bm_george", "zf_xiaoni", "zm_yunxi")
"""The voices that no training hears."""

_FOREIGN = 0.15
"""How often a voice of another language speaks, where there are native ones."""
_MIXED, _APART = 0.6, 0.5  # of the speakers are mixtures; of these, half have their melody from another one
_SPEEDS, _EVERYDAY = (0.8, 1.5), (0.85, 1.25)
_RATES = (0.8, 1.25)


class Synthesiser(Protocol):
    """Kokoro, or what stands for it in tests."""

    @property
    def styles(self) -> Styles:
        """Its voices by name."""
        ...

    def say(self, phonemes: str, style: Style, speed: float = 1.0) -> Sound:
        """Samples at Kokoro's rate."""
        ...


class Utterances(Protocol):
    """A language as Kokoro speaks it."""

    @property
    def native(self) -> str:
        """First letters of the names of native voices."""
        ...

    def utter(self, text: str, voice: str, rng: random.Random) -> tuple[str, Phones] | None:
        """What a voice of this name says, in Kokoro's phonemes and in our phones; None when it cannot be said."""
        ...


class NeuralSpeakers:
    """See ``Speaker``: Kokoro's voices and mixtures of them, but for those kept for tests."""

    def __init__(self, kokoro: Synthesiser, utterances: Utterances, held_out: Sequence[str] = HELD_OUT) -> None:
        self._kokoro = kokoro
        self._utterances = utterances
        names = sorted(name for name in kokoro.styles if name not in held_out)
        self._native = [name for name in names if name[0] in utterances.native]
        self._others = [name for name in names if name[0] not in utterances.native]

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``."""
        foreign = not self._native or (self._others and rng.random() < _FOREIGN)
        voice = rng.choice(self._others if foreign else self._native)
        alike = self._others if foreign else [name for name in self._native if name[0] == voice[0]]
        uttered = self._utterances.utter(text, voice, rng)
        if uttered is None:
            return None
        phonemes, phones = uttered
        sound = self._kokoro.say(phonemes, mixed(self._kokoro.styles, voice, alike, rng), rng.uniform(*_SPEEDS))
        return Spoken(at_rate(sound, RATE, rng.uniform(*_RATES)), phones)


def neural_trials(kokoro: Synthesiser, utterances: Utterances, texts: Sequence[str], *, seed: int) -> Iterator[Trial]:
    """Each text by one of the voices kept for tests in turn, native ones where there are some; the same every time."""
    kept = [name for name in HELD_OUT if name in kokoro.styles]
    names = [name for name in kept if name[0] in utterances.native] or kept
    rng = random.Random(seed)  # noqa: S311 - a repeatable sample, no secret
    for at, text in enumerate(texts):
        voice = names[at % len(names)]
        uttered = utterances.utter(text, voice, rng)
        if uttered is not None:
            sound = kokoro.say(uttered[0], kokoro.styles[voice], rng.uniform(*_EVERYDAY))
            yield Trial(text, voice, padded(at_rate(sound / np.abs(sound).max(), RATE)))


def mixed(styles: Styles, voice: str, alike: Sequence[str], rng: random.Random) -> Style:
    """The voice, or a mixture of those that are alike."""
    if rng.random() >= _MIXED:
        return styles[voice]
    style = _mixture(styles, alike, rng)
    if rng.random() < _APART:
        style[..., TIMBRE:] = _mixture(styles, alike, rng)[..., TIMBRE:]
    return style


def _mixture(styles: Styles, names: Sequence[str], rng: random.Random) -> Style:
    shares = np.array([rng.gammavariate(0.5, 1.0) + 1e-6 for _ in names])
    parts = [share * styles[name] for share, name in zip(shares / shares.sum(), names, strict=True)]
    return np.asarray(np.sum(parts, axis=0), np.float32)
