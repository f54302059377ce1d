"""Recorded people, put together as they were said: whole words, or syllable by syllable."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from voice.model_builder.augmentation import at_rate
from voice.model_builder.corpus import Speaker, Spoken
from voice.model_builder.errors import BuildProblem
from voice.model_builder.features import RATE, Sound
from voice.model_builder.language import Language
from voice.model_builder.recordings import Recordings, sound_of
from voice.model_builder.trials import Trial, padded
from voice.numbers.english import say_whole

_SEED = 778


class RecordedSpeakers:
    """See ``Speaker``. Whole recorded words one after another, as they were said, only faster or slower."""

    def __init__(self, language: Language, recordings: Recordings) -> None:
        self._language = language
        self._recordings = recordings

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``."""
        words = rng.random() < 0.7
        speaker = self._recordings.speakers - 1 if words else rng.randrange(self._recordings.speakers)
        pieces = self._recordings.cover(text, speaker)
        if pieces is None:
            return None
        sound = np.zeros(0, np.float32)
        for piece in pieces:
            sound = joined(sound, sound_of(piece.path), rng)
        sound = at_rate(sound, RATE, rng.uniform(0.8, 1.25))
        return Spoken(sound, self._language.pronunciations(text)[0])


class RecordedWords:
    """See ``Speaker``. English words, one a file: ``seven.wav``, or ``7.wav`` as telephone exchanges have them."""

    def __init__(self, language: Language, folder: Path) -> None:
        """Raises :class:`BuildProblem`: nothing of the kind is there."""
        self._language = language
        found = ((word_of(path.stem), path) for path in sorted(folder.glob("*.*")))
        self._words = {word: path for word, path in found if word}
        if not self._words:
            raise BuildProblem(f"{folder} holds no recordings of words")

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``."""
        words = text.split()
        if not words or any(word not in self._words for word in words):
            return None
        sound = np.zeros(0, np.float32)
        for word in words:
            sound = joined(sound, sound_of(self._words[word]), rng)
        sound = at_rate(sound, RATE, rng.uniform(0.85, 1.2))
        phones = [phone for word in words for phone in self._language.pronunciations(word)[0]]
        return Spoken(sound, tuple(phones))


def word_of(name: str) -> str:
    """What a file of this name says: itself, or the number."""
    if not name.isascii() or not name.isdigit():
        return name if name.isascii() and name.isalpha() else ""
    said = say_whole(int(name))
    return said if said.isalpha() else ""


def trials_of(speaker: Speaker, name: str, texts: Sequence[str]) -> Iterator[Trial]:
    """Each text that the recordings cover; the same every time."""
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    for text in texts:
        spoken = speaker.speak(text, rng)
        if spoken is not None:
            yield Trial(text, name, padded(spoken.sound / np.abs(spoken.sound).max()))


def joined(sound: Sound, following: Sound, rng: random.Random) -> Sound:
    """Two recordings one after the other, with a short overlap or a short pause."""
    following = following * (0.5 / (np.abs(following).max() + 1e-6)) * rng.uniform(0.6, 1)
    if not len(sound) or rng.random() >= 0.75:
        pause = np.zeros(int(rng.uniform(0, 0.15) * RATE), np.float32)
        return np.asarray(np.concatenate([sound, pause, following]), np.float32)
    size = min(int(rng.uniform(0.03, 0.16) * RATE), len(sound), len(following))
    ramp = np.linspace(0, 1, size, dtype=np.float32)
    both = sound[-size:] * (1 - ramp) + following[:size] * ramp
    return np.asarray(np.concatenate([sound[:-size], both, following[size:]]), np.float32)
