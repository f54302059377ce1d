"""Batches: utterances of like length side by side, each a little different every time it comes up."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from voice.model_builder.corpus import Utterance
from voice.model_builder.features import COEFFICIENTS, EMPHASIS, RATE, WINDOW, Frames, cosines, hertz, mel, mel_centres
from voice.model_builder.weights import Pace

_FRAMES_A_BATCH = 9000
_FEWEST, _MOST = 8, 64
_LEAST = 1e-10
_JITTER = 40  # frames; so that the same utterances do not always meet


@dataclass(frozen=True, slots=True)
class Batch:
    """``frames`` (batch, frames, 40), padded on both sides by the context of ``pace``; ``moments`` outputs belong to
    each utterance.
    """

    frames: Tensor
    moments: list[int]
    labels: list[NDArray[np.int16]]
    pace: Pace


def batch(utterances: Sequence[Utterance], pace: Pace, chance: Generator | None) -> Batch:
    """Utterances side by side; with ``chance`` each is changed, as another speaker or microphone would."""
    rows: list[Frames] = []
    for one in utterances:
        frames = one.frames.astype(np.float32)
        if chance is not None:
            frames = changed(frames, pace, chance)
        before, after = (np.repeat(edge, pace.context, 0) for edge in (frames[:1], frames[-1:]))
        rows.append(np.concatenate([before, frames, after]))
    longest = max(map(len, rows))
    padded = np.stack([np.concatenate([row, np.repeat(row[-1:], longest - len(row), 0)]) for row in rows])
    moments = [pace.moments(len(row) - 2 * pace.context) for row in rows]
    return Batch(torch.from_numpy(padded), moments, [one.labels for one in utterances], pace)


def groups(utterances: Sequence[Utterance], pace: Pace, rng: random.Random) -> Iterator[list[Utterance]]:
    """All utterances once, those of like length together, the groups in any order."""
    order = sorted(range(len(utterances)), key=lambda at: len(utterances[at].frames) + rng.uniform(-_JITTER, _JITTER))
    cut: list[list[int]] = []
    at = 0
    while at < len(order):
        ahead = order[min(at + _FEWEST * 3, len(order) - 1)]
        size = _FRAMES_A_BATCH // (len(utterances[ahead].frames) + 2 * pace.context)
        size = max(_FEWEST, min(_MOST, size))
        cut.append(order[at : at + size])
        at += size
    rng.shuffle(cut)
    for group in cut:
        yield [utterances[at] for at in group]


def changed(frames: Frames, pace: Pace, chance: Generator) -> Frames:
    """Another length of the throat, another speed, another microphone, more noise, a moment or a band lost."""
    frames = _stretched(frames, chance.uniform(0.88, 1.12))[chance.integers(0, pace.subsampling) :]
    if chance.random() < 0.7:
        frames = np.asarray(frames @ _throats()[chance.integers(len(_throats()))].T, np.float32)
    to_mel, from_mel = _transforms()
    if chance.random() < 0.6:
        bumps = np.interp(np.linspace(0, 1, COEFFICIENTS), np.linspace(0, 1, 6), chance.normal(0, 0.5, 6))
        frames = np.asarray(frames + from_mel @ bumps.astype(np.float32), np.float32)
    if chance.random() < 0.35:
        frames = in_steady_noise(frames, float(chance.uniform(3, 30)), float(chance.uniform(0, 2)), chance)
    if chance.random() < 0.5:
        frames = frames.copy()
        frames[:, 0] += chance.normal(0, 6)
    if chance.random() < 0.35:
        width = int(chance.integers(2, 8))
        low = int(chance.integers(0, COEFFICIENTS - width))
        logs = frames @ to_mel.T
        band = logs[:, low : low + width]
        logs[:, low : low + width] = band.mean(0) - chance.uniform(0, 2)
        frames = np.asarray(logs @ from_mel.T, np.float32)
    return _with_gaps(np.asarray(frames, np.float32), chance)


def in_steady_noise(frames: Frames, decibels: float, exponent: float, chance: Generator) -> Frames:
    """With noise whose power falls with frequency to the ``exponent``, ``decibels`` softer than the whole sound.

    Energies of speech and noise are added in each band: the samples are gone, and the same utterance is heard in
    another noise at each turn.
    """
    to_mel, from_mel = _transforms()
    emphasis, noise, samples = _bands()
    energies = np.exp(frames @ to_mel.T)
    profile = noise ** np.float32(exponent) * emphasis
    gain = (energies / emphasis).sum() / len(frames) / (profile / emphasis).sum() * 10 ** (-decibels / 10)
    wavering = chance.gamma(samples, 1 / samples, energies.shape).astype(np.float32)
    return np.asarray(np.log(energies + gain * profile * wavering + _LEAST) @ from_mel.T, np.float32)


@cache
def _bands() -> tuple[Frames, Frames, Frames]:
    """For each of the forty bands: what Kaldi's emphasis and the band's width make of white noise; the part of it that
    is left where power falls with frequency; and of how many independent samples its energy is the mean.
    """
    centres = hertz(mel_centres())
    width = (centres + 700) * (mel_centres()[1] - mel_centres()[0]) / 1127
    emphasis = (1 + EMPHASIS**2 - 2 * EMPHASIS * np.cos(2 * np.pi * centres / RATE)) * width
    samples = np.maximum(1.0, width / (RATE / WINDOW))
    falling = centres[0] / centres
    return emphasis.astype(np.float32), falling.astype(np.float32), samples.astype(np.float32)


def _with_gaps(frames: Frames, chance: Generator) -> Frames:
    frames = frames.copy()
    for _ in range(chance.integers(0, 3)):
        width = int(chance.integers(2, 9))
        at = int(chance.integers(0, max(1, len(frames) - width)))
        frames[at : at + width] = frames.mean(0)
    return frames


def _stretched(frames: Frames, rate: float) -> Frames:
    """Played ``rate`` times as fast, the pitch unchanged."""
    at = np.arange(int(len(frames) / rate)) * rate
    whole = np.minimum(at.astype(int), len(frames) - 2)
    part = (at - whole)[:, None].astype(np.float32)
    return np.asarray(frames[whole] * (1 - part) + frames[whole + 1] * part, np.float32)


@cache
def _transforms() -> tuple[Frames, Frames]:
    """Cepstra to log-mel energies, and back."""
    from_mel = cosines()
    return np.linalg.inv(from_mel).astype(np.float32), from_mel.astype(np.float32)


@cache
def _throats() -> list[Frames]:
    """Twenty-five warps of the frequency axis, from a larger to a smaller speaker, acting on cepstra."""
    to_mel, from_mel = _transforms()
    return [np.asarray(from_mel @ _warp(factor) @ to_mel, np.float32) for factor in np.linspace(0.82, 1.22, 25)]


def _warp(factor: float) -> NDArray[Any]:
    centres = mel_centres()
    step = centres[1] - centres[0]
    places = np.clip((mel(hertz(centres) * factor) - centres[0]) / step, 0, COEFFICIENTS - 1)
    low = np.minimum(places.astype(int), COEFFICIENTS - 2)
    part = places - low
    matrix = np.zeros((COEFFICIENTS, COEFFICIENTS))
    rows = np.arange(COEFFICIENTS)
    matrix[rows, low] += 1 - part
    matrix[rows, low + 1] += part
    return matrix
