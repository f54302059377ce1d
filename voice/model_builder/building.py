"""The whole way from nothing to a trained network: voices, speech, features, training."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from voice.model_builder import voices
from voice.model_builder.corpus import Recipe, Speaker, Utterance, load, make_shards
from voice.model_builder.errors import BuildProblem
from voice.model_builder.espeak import Espeak
from voice.model_builder.language import Language
from voice.model_builder.network import Network, from_weights, to_weights
from voice.model_builder.speakers import SyntheticSpeakers
from voice.model_builder.texts import Texts
from voice.model_builder.training import Plan, Trainer
from voice.model_builder.weights import EVERY_30_MS, Pace, Weights
from voice.model_builder.widening import widened

_SPEEDS = {"zh": (110, 320), "en": (100, 240)}
_CASTS = 8
"""Times 225 invented speakers."""
_MEASURED = 1500
"""Utterances from which the features' mean and deviation are taken."""
USUAL_SIZE = (512, 160)
"""Units of a layer and of the bottleneck before it."""
_PLAIN = 0.25
_PLAIN_VOICES = 0.25, (0.96, 1.08)
"""The part of espeak-ng's speech in voices mostly as they come, with few invented ones, hardly higher or lower: of odd
throats alone a network learned little about a plain one (docs/voice-model-notes.md)."""
_WEARS = 4
"""How often a neural voice's sentence is heard."""
Tell = Callable[[str], None]
Speakers = Sequence[tuple[float, Speaker]]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much speech to make, in shards of ``size`` utterances, and the seed from which all of it comes."""

    shards: int = 24
    size: int = 1000
    seed: int = 1


def make_speech(
    folder: Path,
    language: Language,
    texts: Texts,
    amount: Amount,
    human: Speakers,
    tell: Tell,
    neural: Speakers = (),
) -> list[Path]:
    """Shards of features in ``folder``; those that are there stay.

    ``human`` and ``neural`` are other speakers with their shares of all of it. What neural ones say takes a hundred
    times as long to make, so that each sentence of theirs is heard several times over, in shards of their own.

    Raises:
        BuildProblem: the shares are more than the whole.
    """
    by_neural = sum(share for share, _ in neural)
    left = round(1.0 - by_neural - sum(share for share, _ in human), 9)  # as tenths are no exact numbers
    if left < 0:
        raise BuildProblem(f"the other speakers' shares are {1 - left:.0%} of the speech: make them smaller")
    data = [voices.make_data(folder / f"cast{cast}", cast) for cast in range(_CASTS)]

    def text(rng: random.Random) -> str:
        return texts.draw(rng)

    def shards_of(name: str, shares: Speakers, part: float, wears: int = 1) -> list[Path]:
        recipe = Recipe(tuple(shares), text, language.phones, wears)
        size = round(part * amount.size)
        where = folder / f"{name}-{language.code}"
        return make_shards(where, recipe, seed=amount.seed, shards=amount.shards, size=size, tell=tell)

    with contextlib.ExitStack() as stack:
        casts = [stack.enter_context(Espeak(one)) for one in data]
        speeds = _SPEEDS[language.code[:2]]
        odd = SyntheticSpeakers(language, casts, data[0], speeds)
        plain = SyntheticSpeakers(language, casts, data[0], speeds, *_PLAIN_VOICES)
        synthetic = (((1 - _PLAIN) * left, odd), (_PLAIN * left, plain))
        shards = shards_of("speech", (*synthetic, *human), 1.0 - by_neural)
        return [*shards, *shards_of("neural", neural, by_neural, _WEARS)] if neural else shards


def train(
    shards: Sequence[Path],
    outputs: int,
    plan: Plan,
    checkpoint: Path,
    start: Weights | None,
    tell: Tell,
    size: tuple[int, int] | None = None,
    pace: Pace | None = None,
) -> Weights:
    """Train on shards; ``start`` are weights to go on from, else the network begins with chance.

    ``size`` is how many units its layers and bottlenecks have, as in :data:`USUAL_SIZE`; a ``start`` with fewer is
    widened. ``pace`` is the one of ``start`` where none is given, or else 30 ms. Of a ``start`` with another pace, or
    of another language, nothing can be kept (``plan.keep``): its scores say something else.
    """
    torch.manual_seed(plan.seed)
    utterances: list[Utterance] = [one for path in shards for one in load(path)]
    hours = sum(len(one.frames) for one in utterances) / 360_000
    tell(f"train: {len(utterances)} utterances, {hours:.1f} h, {plan.steps} steps")
    network, before = _beginning(start, outputs, size, pace)
    sample = np.concatenate([one.frames.astype(np.float32) for one in utterances[:_MEASURED]])
    network.normalise_by(torch.from_numpy(sample.mean(0)), torch.from_numpy(sample.std(0)))
    trainer = Trainer(network, utterances, plan, checkpoint, tell, before)
    return to_weights(trainer.run(even=start is None))


def _beginning(
    start: Weights | None, outputs: int, size: tuple[int, int] | None, pace: Pace | None
) -> tuple[Network, Network | None]:
    """The network that is trained, and the one whose scores can be kept, where there is one."""
    if start is None:
        return Network(*(size or USUAL_SIZE), outputs, pace or EVERY_30_MS), None
    network = from_weights(start.at(pace or start.pace), outputs)
    comparable = network.pace == start.pace and len(start["out"]) == outputs
    before = from_weights(start, outputs) if comparable else None
    return (widened(network, *size) if size else network), before
