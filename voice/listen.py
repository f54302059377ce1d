"""Recognises a sound file, for the command line and for tests."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from voice.audio.ports import HEARING_RATE
from voice.audio.wav import read_wav
from voice.stt.recogniser import Heard, Recogniser, RecogniserFactory, joined
from voice.tts.synthesiser import Samples

_CHUNK_SECONDS = 0.1


class Listened(TypedDict):
    """What was heard in a file. ``seconds`` is the sound's length; the factor is work time over it."""

    text: str
    confidence: float
    alternatives: list[str]
    seconds: float
    real_time_factor: float


def hear_samples(recogniser: Recogniser, samples: Samples) -> Heard:
    """One utterance from samples at 16 kHz, its pauses joined."""
    size = int(HEARING_RATE * _CHUNK_SECONDS)
    parts: list[Heard] = []
    for at in range(0, len(samples), size):
        heard = recogniser.accept(samples[at : at + size].tobytes())
        if heard is not None and not heard.partial:
            parts.append(heard)
    parts.append(recogniser.finish())
    return joined(parts, recogniser.between)


def listen_file(path: str | Path, recogniser_factory: RecogniserFactory, phrases: Sequence[str] | None) -> Listened:
    """Recognise a WAV file of any rate and number of channels.

    Raises:
        BadWav: when the file is no WAV file.
        OSError: when it cannot be opened.
        Unsayable: when the model does not know words of the phrases.
    """
    samples = read_wav(path, HEARING_RATE)
    recogniser = recogniser_factory()
    recogniser.set_phrases(phrases)
    seconds = len(samples) / HEARING_RATE
    begun = time.perf_counter()
    heard = hear_samples(recogniser, samples) if np.any(samples) else Heard("", 0.0)
    taken = time.perf_counter() - begun
    return {
        "text": heard.text,
        "confidence": round(heard.confidence, 3),
        "alternatives": [other.text for other in heard.alternatives],
        "seconds": round(seconds, 3),
        "real_time_factor": round(taken / seconds, 4) if seconds else 0.0,
    }
