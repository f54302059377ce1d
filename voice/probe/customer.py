"""A customer who speaks: espeak-ng's voices as sound files and samples, none of which the model was trained on."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from pypinyin import Style, lazy_pinyin

from voice.audio.wav import read_wav
from voice.tts.synthesiser import Samples

RATE = 16_000
VOICES = ("m7", "f4", "f5", "Andrea", "norbert")
"""Kept out of the model's training."""


def speak(
    text: str, voice: str = "f4", *, speed: int = 160, pitch: int = 50, before: float = 0.25, after: float = 0.6
) -> Samples:
    """Chinese text as 16 kHz samples in a quiet room, with silence (in seconds) around it."""
    pinyin = " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        subprocess.run(
            ["espeak-ng", "-v", f"cmn-latn-pinyin+{voice}", "-s", str(speed), "-p", str(pitch),
             "-w", str(path), pinyin],
            check=True, timeout=20, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        said = read_wav(path, RATE).astype(np.float64) * 0.8
    whole = np.concatenate([np.zeros(int(before * RATE)), said, np.zeros(int(after * RATE))])
    room = np.random.default_rng(len(text)).normal(0.0, 8.0, len(whole))
    samples: Samples = np.clip(whole + room, -32768, 32767).astype(np.int16)
    return samples
