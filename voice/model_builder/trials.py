"""Trials: utterances by voices that no training has heard, with what should be heard in them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from voice.model_builder.augmentation import at_rate, coloured_noise, with_noise
from voice.model_builder.espeak import Espeak, Manner
from voice.model_builder.features import RATE, Sound
from voice.model_builder.language import Language
from voice.model_builder.voices import HELD_OUT

_SPEEDS = (130, 150, 170, 190)
_PITCHES = (30, 50, 70)
_BEFORE, _AFTER = RATE // 5, RATE // 2  # samples of near-silence


@dataclass(frozen=True, slots=True)
class Trial:
    """One utterance: what is said in it, by whom, and its samples."""

    text: str
    voice: str
    sound: Sound


def spoken_trials(
    language: Language, espeak: Espeak, texts: Sequence[str], *, seed: int, voices: Sequence[str] = HELD_OUT
) -> Iterator[Trial]:
    """Each text by one of the voices in turn, at everyday speeds and pitches; the same every time."""
    rng = random.Random(seed)  # noqa: S311 - a repeatable sample, no secret
    for at, text in enumerate(texts):
        prompt = language.prompt(text, rng)
        if prompt is None:
            continue
        manner = Manner(speed=rng.choice(_SPEEDS), pitch=rng.choice(_PITCHES))
        voice = voices[at % len(voices)]
        said = espeak.say(prompt.spoken, f"{prompt.accent}+{voice}", manner)
        if said is not None:
            yield Trial(text, voice, padded(at_rate(said[0], said[1])))


def padded(sound: Sound) -> Sound:
    """With the quiet of a room before and after."""
    chance = np.random.default_rng(0)
    whole = np.concatenate([np.zeros(_BEFORE, np.float32), sound * 0.8, np.zeros(_AFTER, np.float32)])
    return np.asarray(whole + chance.standard_normal(len(whole)) * 1e-4, np.float32)


def in_noise(trials: Sequence[Trial], decibels: float) -> list[Trial]:
    """The same with pink noise, the speech louder by ``decibels``."""
    chance = np.random.default_rng(int(decibels))
    return [
        Trial(one.text, one.voice, with_noise(one.sound, coloured_noise(len(one.sound), 1.0, chance), decibels))
        for one in trials
    ]


def samples(sound: Sound) -> bytes:
    """As a recogniser takes them: 16-bit little-endian at 16 kHz."""
    loudest = max(1.0, float(np.abs(sound).max()))
    return (sound / loudest * 32000).astype("<i2").tobytes()
