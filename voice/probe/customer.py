"""A customer who speaks: espeak-ng's voices as sound files and samples, none of which a model was trained on."""

from __future__ import annotations

import random
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pypinyin import Style, lazy_pinyin

from voice.audio.wav import read_wav
from voice.tts.synthesiser import Samples

RATE = 16_000
VOICES = ("m7", "f4", "f5", "Andrea", "norbert")
"""Kept out of the models' training."""
_ACCENTS = ("en-us", "en-gb")
_SPEEDS, _PITCHES = (140, 150, 160, 170, 180), (35, 45, 50, 60)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody with a voice and a way to speak; ``accent`` is a voice of espeak-ng's for the language."""

    voice: str = "f4"
    accent: str = "cmn-latn-pinyin"
    speed: int = 160
    pitch: int = 50

    @classmethod
    def of(cls, name: str, lang: str = "zh-CN") -> Speaker:
        """The speaker who is drawn by a name: the same one every time."""
        drawn = random.Random(name)  # noqa: S311 - a repeatable choice, no secret
        accent = drawn.choice(_ACCENTS) if lang.startswith("en") else "cmn-latn-pinyin"
        return cls(drawn.choice(VOICES), accent, drawn.choice(_SPEEDS), drawn.choice(_PITCHES))

    def say(self, text: str) -> Samples:
        """The text as 16 kHz samples in a quiet room."""
        return speak(text, self.voice, speed=self.speed, pitch=self.pitch, accent=self.accent)


def speak(
    text: str,
    voice: str = "f4",
    *,
    speed: int = 160,
    pitch: int = 50,
    before: float = 0.25,
    after: float = 0.6,
    accent: str = "cmn-latn-pinyin",
) -> Samples:
    """Text as 16 kHz samples in a quiet room, with silence (in seconds) around it; Chinese if no accent is named."""
    chinese = accent == "cmn-latn-pinyin"
    prompt = " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)) if chinese else text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        subprocess.run(
            ["espeak-ng", "-v", f"{accent}+{voice}", "-s", str(speed), "-p", str(pitch), "-w", str(path), prompt],
            check=True,
            timeout=20,
            stderr=subprocess.DEVNULL,
        )
        said = read_wav(path, RATE).astype(np.float64) * 0.8
    whole = np.concatenate([np.zeros(int(before * RATE)), said, np.zeros(int(after * RATE))])
    room = np.random.default_rng(len(text)).normal(0.0, 8.0, len(whole))
    samples: Samples = np.clip(whole + room, -32768, 32767).astype(np.int16)
    return samples
