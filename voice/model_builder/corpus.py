"""The training corpus: numbered shards of features and labels, made from seeds, kept, and never made twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from voice.model_builder.augmentation import at_rate, worn
from voice.model_builder.features import RATE, Frames, Sound, cepstra
from voice.model_builder.phones import PhoneSet

_FRAMES_A_PHONE = 3
"""At the slower pace a network looks every third frame: an utterance with less for its phones cannot be aligned."""

_SHORTEST = 3200  # samples

_OTHER_THROATS = (0.85, 1.2)
"""How much faster and higher what is heard once more is played."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Features with the network outputs that they should give."""

    frames: Frames
    labels: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Clean sound at 16 kHz and the phones in it."""

    sound: Sound
    phones: tuple[str, ...]


class Speaker(Protocol):
    """A source of speech: a synthesiser, or recordings put together anew."""

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """Some voice says the text in some manner, or nothing when it cannot."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a shard is made: who speaks how often, and what is said."""

    speakers: tuple[tuple[float, Speaker], ...]
    text: Callable[[random.Random], str]
    phones: PhoneSet
    wears: int = 1
    """How often each is heard, in another room and by another throat each time: for speech that takes long to make."""


def utterances(recipe: Recipe, seed: tuple[int, ...], babble: Sound | None) -> tuple[list[Utterance], Sound | None]:
    """What is made from one seed, with the clean sound; nothing when it came out too short or could not be said."""
    rng = random.Random("/".join(map(str, seed)))  # noqa: S311 - a repeatable sample, no secret
    chance = np.random.default_rng(seed)
    weights = [share for share, _ in recipe.speakers]
    speaker = rng.choices([one for _, one in recipe.speakers], weights)[0]
    spoken = speaker.speak(recipe.text(rng), rng)
    if spoken is None or len(spoken.sound) < _SHORTEST:
        return [], None
    labels = np.array(recipe.phones.labels(spoken.phones), np.int16)
    made: list[Utterance] = []
    for again in range(recipe.wears):
        sound = at_rate(spoken.sound, RATE, rng.uniform(*_OTHER_THROATS)) if again else spoken.sound
        frames = cepstra(worn(sound, chance, babble))
        if len(labels) and len(frames) >= _FRAMES_A_PHONE * (len(labels) + 2):
            made.append(Utterance(frames, labels))
    return made, spoken.sound if made else None


def make_shards(
    folder: Path, recipe: Recipe, *, seed: int, shards: int, size: int, tell: Callable[[str], None]
) -> list[Path]:
    """Make the shards that are not there yet, ``size`` utterances each; returns the files of all of them.

    Each sentence has a seed of its own, so that one that fails leaves the others as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{seed}-{number:03d}.npz" for number in range(shards)]
    for number, path in enumerate(paths):
        if path.exists():
            continue
        made: list[Utterance] = []
        babble: Sound | None = None
        for at in range(-(-size // recipe.wears)):
            heard, sound = utterances(recipe, (seed, number, at), babble)
            made += heard
            babble = babble if sound is None else sound
        save(path, made)
        tell(f"speech: {path.name}, {len(made)} utterances, {sum(len(u.frames) for u in made) / 360_000:.2f} h")
    return paths


def save(path: Path, utterances: list[Utterance]) -> None:
    """Write a shard at once: a broken build leaves no half of one."""
    part = path.with_suffix(".part.npz")
    np.savez(
        part,
        frames=np.concatenate([u.frames for u in utterances]).astype(np.float16),
        labels=np.concatenate([u.labels for u in utterances]),
        sizes=np.array([(len(u.frames), len(u.labels)) for u in utterances], np.int32),
    )
    part.replace(path)


def load(path: Path) -> Iterator[Utterance]:
    """The utterances of a shard; the features stay half-precision until they are used."""
    with np.load(path) as stored:
        frames, labels, sizes = stored["frames"], stored["labels"], stored["sizes"]
    at = spot = 0
    for long, many in sizes:
        yield Utterance(frames[at : at + long], labels[spot : spot + many])
        at, spot = at + long, spot + many
