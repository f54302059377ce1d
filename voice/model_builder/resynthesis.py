"""Resynthesis: recorded syllables spoken anew by other throats, at other pitches and speeds (WORLD vocoder).

Three recorded people become any number of speakers: of all that was tried this helped real voices most.
"""

from __future__ import annotations

import importlib
import random
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from voice.model_builder.corpus import Spoken
from voice.model_builder.errors import MissingTool
from voice.model_builder.features import RATE, Sound
from voice.model_builder.language import Language
from voice.model_builder.recordings import Recordings, sound_of

_FRAME = 5.0  # ms
_FFT = 1024
_FEWEST_FRAMES = 12
_LOUD = 38.0  # dB below the loudest frame of a syllable is still part of it

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Analysed:
    """A syllable as pitch (Hz, 0 where unvoiced), log spectrum and aperiodicity, one row every 5 ms."""

    pitch: Matrix
    spectrum: Matrix
    noise: Matrix


@dataclass(frozen=True, slots=True)
class _Throat:
    """One invented speaker."""

    size: float
    pitch: float
    liveliness: float
    pace: float
    fall: float


class ResynthesisedSpeakers:
    """See ``Speaker``. Says any text of which every syllable was recorded."""

    def __init__(self, language: Language, recordings: Recordings) -> None:
        """Raises :class:`MissingTool`."""
        self._language = language
        self._recordings = recordings
        try:
            self._world: Any = importlib.import_module("pyworld")
        except ImportError as missing:
            raise MissingTool("recordings need the extra voice-train: pip install tingjian[voice-train]") from missing

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``."""
        pieces = self._recordings.cover(text, rng.randrange(self._recordings.speakers), singly=True)
        if pieces is None:
            return None
        analysed = [self._analyse(piece.path) for piece in pieces]
        if any(len(one.pitch) < _FEWEST_FRAMES for one in analysed):
            return None
        throat = _Throat(
            rng.uniform(0.80, 1.27), 2 ** rng.uniform(-0.9, 0.9), rng.uniform(0.5, 1.2),
            rng.uniform(0.13, 0.36), rng.uniform(0, 0.25),
        )  # fmt: skip
        chance = np.random.default_rng(rng.getrandbits(32))
        said = [_paced(one, throat, at == len(analysed) - 1, rng, chance) for at, one in enumerate(analysed)]
        _run_together(said, rng)
        sound = self._synthesise(said, throat)
        return Spoken(sound, self._language.pronunciations(text)[0])

    @lru_cache(maxsize=6000)  # noqa: B019 - one object lives as long as the build
    def _analyse(self, path: Path) -> Analysed:
        samples = sound_of(path).astype(np.float64)
        pitch, times = self._world.harvest(samples, RATE, f0_floor=60, f0_ceil=500, frame_period=_FRAME)
        spectrum = self._world.cheaptrick(samples, pitch, times, RATE, fft_size=_FFT)
        noise = self._world.d4c(samples, pitch, times, RATE, fft_size=_FFT)
        energy = 10 * np.log10(spectrum.mean(1) + 1e-12)
        loud = np.where(energy > energy.max() - _LOUD)[0]
        span = slice(max(0, loud[0] - 2), loud[-1] + 3)
        return Analysed(pitch[span], np.log(spectrum[span] + 1e-12), noise[span])

    def _synthesise(self, said: list[Analysed], throat: _Throat) -> Sound:
        pitch = np.concatenate([one.pitch for one in said])
        voiced = pitch > 0
        if voiced.any():
            logs = np.log(pitch[voiced])
            middle = np.median(logs)
            fall = np.linspace(0, throat.fall, len(pitch))[voiced]
            moved = (logs - middle) * throat.liveliness + middle + np.log(throat.pitch) - fall
            pitch[voiced] = np.clip(np.exp(moved), 55, 600)
        spectrum = _scaled(np.concatenate([one.spectrum for one in said]), throat.size)
        noise = _scaled(np.concatenate([one.noise for one in said]), throat.size)
        made = self._world.synthesize(
            np.ascontiguousarray(pitch), np.ascontiguousarray(np.exp(spectrum)),
            np.ascontiguousarray(np.clip(noise, 1e-6, 1)), RATE, _FRAME,
        )  # fmt: skip
        return np.asarray(made, np.float32)


def _paced(one: Analysed, throat: _Throat, last: bool, rng: random.Random, chance: Generator) -> Analysed:
    """At the speed of running speech: vowels are shortened more than what comes before them."""
    seconds = throat.pace * rng.uniform(0.75, 1.35) * (1.25 if last else 1)
    count, long = max(14, int(seconds * 1000 / _FRAME)), len(one.pitch)
    kept = rng.uniform(0.85 if last else 0.7, 1.0)
    places = np.linspace(0, 1, count) ** rng.uniform(1.0, 1.35) * (long - 1) * kept
    voiced = np.interp(places, np.arange(long), (one.pitch > 0).astype(float)) > 0.5
    where = np.where(one.pitch > 0)[0]
    pitch = np.exp(np.interp(places, where, np.log(one.pitch[where]))) if len(where) > 1 else np.full(count, 120.0)
    spectrum = _between(one.spectrum, places) + chance.normal(0, 0.25)
    return Analysed(np.where(voiced, pitch, 0.0), spectrum, _between(one.noise, places))


def _run_together(said: list[Analysed], rng: random.Random) -> None:
    """Neighbouring syllables colour one another for 10 to 30 ms on each side."""
    for before, after in pairwise(said):
        if rng.random() >= 0.8:
            continue
        size = rng.randint(2, 6)
        end, begin = before.spectrum[-1].copy(), after.spectrum[0].copy()
        part = np.linspace(0, 0.5, size)[:, None]
        before.spectrum[-size:] = before.spectrum[-size:] * (1 - part) + part * begin
        after.spectrum[:size] = after.spectrum[:size] * (1 - part[::-1]) + part[::-1] * end


def _between(rows: Matrix, places: Matrix) -> Matrix:
    low = np.minimum(places.astype(int), len(rows) - 2)
    part = (places - low)[:, None]
    return np.asarray(rows[low] * (1 - part) + rows[low + 1] * part)


def _scaled(rows: Matrix, size: float) -> Matrix:
    """The frequency axis of every row stretched by ``size``: above 1 a shorter throat, with higher formants."""
    count = rows.shape[1]
    places = np.clip(np.arange(count) / size, 0, count - 1.001)
    low = places.astype(int)
    part = places - low
    return np.asarray(rows[:, low] * (1 - part) + rows[:, low + 1] * part)
