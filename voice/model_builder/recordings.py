"""Recordings of people: words and syllables in folders, from which whole sentences can be put together."""

from __future__ import annotations

import importlib
import random
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from pypinyin import Style, pinyin

from voice.model_builder.augmentation import at_rate
from voice.model_builder.errors import BuildProblem, MissingTool
from voice.model_builder.features import RATE, Sound
from voice.model_builder.mandarin import syllables

_CHINESE = re.compile("[\u4e00-\u9fff]+")
_HELD_WORDS = 200
_HELD_SEED = 7
_LONGEST = 4
_OTHER_TONES = ("4", "1", "2", "3")


@dataclass(frozen=True, slots=True)
class Piece:
    """A recording and how many characters of the text it says."""

    path: Path
    characters: int


class Recordings:
    """A folder with ``words/查询.opus`` and any number of folders ``syllables*/zhuan3.opus``, one speaker each.

    Any format that libsndfile reads. 200 words are kept for tests, the same ones always.
    """

    def __init__(self, folder: Path) -> None:
        """Raises :class:`BuildProblem`: nothing of the kind is there."""
        words = sorted((folder / "words").glob("*.*"))
        self._words = {path.stem: path for path in words if _CHINESE.fullmatch(path.stem)}
        self._syllables = [
            {path.stem: path for path in sorted(one.glob("*.*"))} for one in sorted(folder.glob("syllables*"))
        ]
        if not self._words and not self._syllables:
            raise BuildProblem(f"{folder} holds no folder words or syllables with recordings")
        known = sorted(self._words)
        random.Random(_HELD_SEED).shuffle(known)  # noqa: S311 - the same words always, no secret
        held = [word for word in known if len(word) > 1][:_HELD_WORDS]
        self.held_out = {word: self._words.pop(word) for word in held}

    @property
    def speakers(self) -> int:
        """How many sets of syllables there are; words count as a speaker of their own, the last."""
        return len(self._syllables) + bool(self._words)

    def cover(self, text: str, speaker: int, *, singly: bool = False) -> list[Piece] | None:
        """The recordings that say a text one after another, the longest words first; None when one is missing.

        ``singly``: only syllables and words of one character.
        """
        read = syllables(text, tones=True)
        if len(read) != len(text):
            return None
        pieces: list[Piece] = []
        at = 0
        while at < len(text):
            piece = self._word(text[at:], 1 if singly else _LONGEST) if speaker >= len(self._syllables) else None
            piece = piece or self._syllable(read[at], speaker)
            if piece is None:
                return None
            pieces.append(piece)
            at += piece.characters
        return pieces

    def _word(self, text: str, longest: int) -> Piece | None:
        for size in range(min(longest, len(text)), 0, -1):
            path = self._words.get(text[:size])
            if path is not None and (size > 1 or not _has_readings(text[0])):
                return Piece(path, size)
        return None

    def _syllable(self, read: str, speaker: int) -> Piece | None:
        if not self._syllables:
            return None
        known = self._syllables[speaker % len(self._syllables)]
        plain = read.rstrip("12345")
        for tone in (read[len(plain) :], *_OTHER_TONES):
            path = known.get(plain + tone)
            if path is not None:
                return Piece(path, 1)
        return None


@lru_cache(maxsize=5000)
def _has_readings(character: str) -> bool:
    return len(pinyin(character, heteronym=True, style=Style.NORMAL)[0]) > 1


@lru_cache(maxsize=15_000)
def sound_of(path: Path) -> Sound:
    """A recording at 16 kHz without the silence around it. Raises :class:`MissingTool`."""
    try:
        soundfile: Any = importlib.import_module("soundfile")
    except ImportError as missing:
        raise MissingTool("recordings need the extra voice-train: pip install tingjian[voice-train]") from missing
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return trimmed(at_rate(samples.mean(1), rate))


def trimmed(sound: Sound, threshold: float = 0.02) -> Sound:
    """Without silence before and after; 25 ms stay before and 50 ms after."""
    level = np.convolve(np.abs(sound), np.ones(400) / 400, "same")
    loud = np.where(level > threshold * level.max() + 1e-5)[0]
    if not len(loud):
        return sound
    return np.asarray(sound[max(0, loud[0] - RATE // 40) : loud[-1] + RATE // 20], np.float32)
