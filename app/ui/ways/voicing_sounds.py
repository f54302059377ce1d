"""The short sounds of the built-in reader, read from their files when they are first wanted."""

from __future__ import annotations

import wave
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.voicing.output import Earcon

if TYPE_CHECKING:
    from voice.tts.synthesiser import Speech

SOUNDS = Path(__file__).resolve().parents[3] / "assets" / "sounds"


class Sounds(Mapping[Earcon, "Speech"]):
    """Earcon -> its sound."""

    def __init__(self, folder: Path = SOUNDS) -> None:
        self._folder = folder
        self._read: dict[Earcon, Speech] = {}

    def __getitem__(self, earcon: Earcon) -> Speech:
        if earcon not in self._read:
            self._read[earcon] = read(self._folder / f"{earcon}.wav")
        return self._read[earcon]

    def __iter__(self) -> Iterator[Earcon]:
        return iter(Earcon)

    def __len__(self) -> int:
        return len(Earcon)


def read(file: Path) -> Speech:
    """A mono 16-bit WAV file. OSError or wave.Error when it is none."""
    import numpy as np  # noqa: PLC0415 - with the first sound: a window that opens has not the time

    from voice.tts.synthesiser import Speech  # noqa: PLC0415 - the same

    with wave.open(str(file), "rb") as sound:
        return Speech(np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(np.int16), sound.getframerate())
