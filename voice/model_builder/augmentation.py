"""Rooms, microphones, telephones and noise: what happens to speech between a mouth and a recogniser."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.random import Generator

from voice.model_builder.features import RATE, Sound

_NOISY, _QUIET = (0.0, 30.0), (25.0, 60.0)  # dB
_NOISY_SHARE = 0.5
"""Spread evenly from 4 to 60 dB, one utterance in ten had the noise that is the hardest to hear through."""
_OPENED_SHARE = 0.3
"""How often a sound card gives silence before a room's noise sets in; a network that had not met it heard a word."""


def at_rate(sound: Sound, rate: float, speed: float = 1.0) -> Sound:
    """Resampled to 16 kHz; ``speed`` above 1 plays it faster and higher, as a smaller speaker would speak."""
    return np.asarray(soxr.resample(sound, rate * speed, RATE, quality="HQ"), np.float32)


def coloured_noise(count: int, exponent: float, chance: Generator) -> Sound:
    """Noise whose power falls with frequency to the ``exponent``: 0 white, 1 pink, 2 brown."""
    white = chance.standard_normal(count).astype(np.float32)
    if not exponent:
        return white
    spectrum = np.fft.rfft(white)
    spectrum *= (np.arange(len(spectrum)) + 1.0) ** (-exponent / 2)
    return np.fft.irfft(spectrum, count).astype(np.float32)


def with_noise(sound: Sound, noise: Sound, decibels: float) -> Sound:
    """The sound with noise added so that it is ``decibels`` louder than the noise, over its whole length."""
    gain = np.sqrt(np.mean(sound**2) / (np.mean(noise**2) + 1e-12)) * 10 ** (-decibels / 20)
    return np.asarray(sound + noise * gain, np.float32)


def worn(sound: Sound, chance: Generator, babble: Sound | None = None) -> Sound:
    """The sound as some microphone in some room hears it; ``babble`` is another speaker, now and then behind it."""
    before, after = (np.zeros(int(chance.uniform(*span) * RATE), np.float32) for span in ((0.05, 0.5), (0.1, 0.6)))
    sound = np.concatenate([before, sound, after])
    if chance.random() < 0.45:
        sound = _in_room(sound, chance)
    sound = _through_microphone(sound, chance)
    sound = sound / (np.abs(sound).max() + 1e-6)
    if babble is not None and len(babble) > RATE // 10 and chance.random() < 0.2:
        sound = with_noise(sound, np.resize(babble, len(sound)), chance.uniform(10, 30))
    exponent = float(chance.choice((0.0, 0.5, 1.0, 1.0, 1.5, 2.0)))
    span = _NOISY if chance.random() < _NOISY_SHARE else _QUIET
    sound = with_noise(sound, coloured_noise(len(sound), exponent, chance), chance.uniform(*span))
    if chance.random() < _OPENED_SHARE:
        sound = _opened(sound, chance)
    return _at_level(sound, chance)


def _opened(sound: Sound, chance: Generator) -> Sound:
    """A card that gives silence first, and in half of the cases again at the end."""
    before, after = (np.zeros(int(chance.uniform(0.05, 0.7) * RATE), np.float32) for _ in range(2))
    return np.concatenate([before, sound, after] if chance.random() < 0.5 else [before, sound])


def _in_room(sound: Sound, chance: Generator) -> Sound:
    """An exponentially dying tail with a few early echoes, 0.08 to 0.7 s long."""
    length = int(chance.uniform(0.08, 0.7) * RATE)
    tail = chance.standard_normal(length).astype(np.float32) * np.exp(-6.9 * np.arange(length) / length)
    tail *= chance.uniform(0.03, 0.3)
    for _ in range(chance.integers(0, 5)):
        tail[chance.integers(1, min(length, RATE // 20))] += chance.uniform(-0.5, 0.5)
    tail[0] = 1
    size = len(sound) + length
    both = np.fft.rfft(sound, size) * np.fft.rfft(tail, size)
    return np.fft.irfft(both, size)[: len(sound)].astype(np.float32)


def _through_microphone(sound: Sound, chance: Generator) -> Sound:
    """An uneven frequency response; one in eight is a telephone, others lose the highest frequencies."""
    spectrum = np.fft.rfft(sound)
    place = np.linspace(0, 1, len(spectrum))
    unevenness = float(chance.choice((1.0, 4.0, 6.0)))
    decibels = np.interp(place, np.linspace(0, 1, 7), chance.normal(0, unevenness, 7))
    spectrum *= 10 ** (decibels / 20)
    heard = place * RATE / 2
    if chance.random() < 0.12:
        spectrum *= (heard > 250) & (heard < 3500)
    elif chance.random() < 0.2:
        spectrum *= 1 / (1 + (heard / chance.uniform(4000, 7500)) ** 8)
    return np.fft.irfft(spectrum, len(sound)).astype(np.float32)


def _at_level(sound: Sound, chance: Generator) -> Sound:
    """Loud or soft, now and then clipped, and never quite silent: a microphone's last bit is noise.

    Exact digital silence gives features that no real microphone does.
    """
    sound = sound / np.abs(sound).max()
    if chance.random() < 0.05:
        sound = np.clip(sound * chance.uniform(1.5, 4), -1, 1)
    sound = sound * 10 ** (chance.uniform(-32, -0.5) / 20)
    return np.asarray(sound + chance.standard_normal(len(sound)) / 32768, np.float32)
