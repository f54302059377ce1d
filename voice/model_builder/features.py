"""The network's input: Kaldi's 40 mel-frequency cepstral coefficients every 10 ms, computed with numpy.

The settings are those of ``conf/mfcc.conf`` in the model; Kaldi computes them again when it listens.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]
"""Mono samples between -1 and 1."""

Frames = NDArray[np.float32]
"""One row of coefficients a frame: (frames, 40)."""

RATE = 16_000
COEFFICIENTS = 40
STEP = RATE // 100

WINDOW = RATE // 40
_FFT = 512
_LOW, _HIGH = 20.0, 7600.0
EMPHASIS = 0.97
_LIFTER = 22.0
_LEAST = float(np.finfo(np.float32).eps)

CONFIGURATION = """--use-energy=false
--num-mel-bins=40
--num-ceps=40
--low-freq=20
--high-freq=-400
--sample-frequency=16000
"""
"""The same settings in Kaldi's words: conf/mfcc.conf."""


def mel(hertz: Any) -> Any:
    """Kaldi's mel scale."""
    return 1127.0 * np.log(1.0 + np.asarray(hertz) / 700.0)


def hertz(mels: Any) -> Any:
    """The inverse of :func:`mel`."""
    return 700.0 * (np.exp(np.asarray(mels) / 1127.0) - 1.0)


@cache
def mel_centres() -> NDArray[np.float64]:
    """The middles of the 40 filters, in mels."""
    low, high = mel(_LOW), mel(_HIGH)
    return np.asarray(low + (high - low) / (COEFFICIENTS + 1) * (np.arange(COEFFICIENTS) + 1))


@cache
def cosines() -> NDArray[np.float64]:
    """The cosine transform with Kaldi's liftering: cepstra = cosines @ log-mel energies."""
    k = np.arange(COEFFICIENTS)
    matrix = np.sqrt(2 / COEFFICIENTS) * np.cos(np.pi / COEFFICIENTS * (k[None] + 0.5) * k[:, None])
    matrix[0] = np.sqrt(1 / COEFFICIENTS)
    lift = 1 + 0.5 * _LIFTER * np.sin(np.pi * k / _LIFTER)
    return np.asarray(lift[:, None] * matrix)


@cache
def _filters() -> NDArray[np.float32]:
    width = mel_centres()[1] - mel_centres()[0]
    bins = mel(np.arange(_FFT // 2) * RATE / _FFT)
    slopes = 1 - np.abs(bins[:, None] - mel_centres()[None]) / width
    return np.asarray(np.maximum(slopes, 0), np.float32)


@cache
def _window() -> NDArray[np.float32]:
    ramp = np.arange(WINDOW) / (WINDOW - 1)
    return np.asarray((0.5 - 0.5 * np.cos(2 * np.pi * ramp)) ** 0.85, np.float32)


def cepstra(sound: Sound) -> Frames:
    """The features of mono sound at 16 kHz between -1 and 1; no frames for less than 25 ms."""
    count = 1 + (len(sound) - WINDOW) // STEP if len(sound) >= WINDOW else 0
    if not count:
        return np.zeros((0, COEFFICIENTS), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(sound.astype(np.float32) * 32768, WINDOW)[::STEP][:count]
    frames = frames - frames.mean(1, keepdims=True)
    emphasised = np.empty_like(frames)
    emphasised[:, 1:] = frames[:, 1:] - EMPHASIS * frames[:, :-1]
    emphasised[:, 0] = frames[:, 0] * (1 - EMPHASIS)
    spectrum = np.fft.rfft(emphasised * _window(), _FFT)[:, : _FFT // 2]
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    logs = np.log(np.maximum(power @ _filters(), _LEAST))
    return np.asarray(logs @ cosines().T.astype(np.float32), np.float32)
