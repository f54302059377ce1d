"""Speakers of flite: voices fitted to recordings of people, a hundred times as fast as a neural synthesiser.

Debian's package ``flite`` has four that speak English: a woman and two men of the recordings of CMU Arctic, one of them
from Scotland, and an older one put together from pairs of sounds.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

from voice.model_builder.augmentation import at_rate
from voice.model_builder.corpus import Spoken
from voice.model_builder.errors import MissingTool, Unpronounceable
from voice.model_builder.features import Sound
from voice.model_builder.language import Language

_VOICES = {"slt": 2, "rms": 2, "awb": 2, "kal16": 1}
"""And how often each speaks: the one made of pairs of sounds sounds least like a person."""
_LENGTHS = (0.7, 1.25)
_PITCHES = (95, 110, 130, 160, 190, 220)  # Hz
_RATES = (0.82, 1.22)
_LONGEST = 20.0  # seconds that one sentence may take


class FliteSpeakers:
    """See ``Speaker``: English in four voices, each at any pitch, length and size of the throat."""

    def __init__(self, language: Language, program: str = "flite") -> None:
        """Raises :class:`MissingTool`: the program is not installed."""
        if shutil.which(program) is None:
            raise MissingTool(f"{program} was not found: install flite")
        self._language, self._program = language, program

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``; each word as it is said alone. None where flite fails at a sentence."""
        try:
            phones = [phone for word in text.split() for phone in self._language.pronunciations(word)[0]]
        except Unpronounceable:
            return None
        voice = rng.choices(list(_VOICES), list(_VOICES.values()))[0]
        length, pitch, rate = rng.uniform(*_LENGTHS), rng.choice(_PITCHES), rng.uniform(*_RATES)
        settings = (f"duration_stretch={length:.2f}", f"int_f0_target_mean={pitch}")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "said.wav"
            manner = [option for one in settings for option in ("--setf", one)]
            command = [self._program, "-voice", voice, *manner, "-t", text, "-o", str(path)]
            try:
                subprocess.run(command, capture_output=True, check=True, timeout=_LONGEST)
                sound, hertz = _read(path)
            except (subprocess.SubprocessError, wave.Error, EOFError):
                return None
        return Spoken(at_rate(sound, hertz, rate), tuple(phones)) if len(sound) else None


def _read(path: Path) -> tuple[Sound, int]:
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        return np.asarray(samples / 32768, np.float32), int(file.getframerate())
