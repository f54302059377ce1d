"""Chance of a training, as a place that can be written down: one that goes on draws what it would have drawn."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from voice.model_builder.batches import groups
from voice.model_builder.corpus import Utterance
from voice.model_builder.weights import Pace

States = dict[str, Tensor | str]
"""As ``torch.save`` keeps it and ``torch.load`` reads it without running anything."""


class Chance:
    """Which utterances meet and how each is changed, from one seed; and torch's own draws, as they stand."""

    def __init__(self, seed: int) -> None:
        self.order = random.Random(seed)  # noqa: S311 - a repeatable sample, no secret
        self.changes = np.random.default_rng(seed)
        self._turn = self.order.getstate()
        self._met = self._skipped = 0

    def turn(self, utterances: Sequence[Utterance], pace: Pace) -> Iterator[list[Utterance]]:
        """The groups of a turn through the utterances; after :meth:`restore` those that are left of it."""
        self._turn, skipped, self._skipped = self.order.getstate(), self._skipped, 0
        for met, group in enumerate(groups(utterances, pace, self.order), 1):
            self._met = met
            if met > skipped:
                yield group

    def states(self) -> States:
        """Where it stands within a turn."""
        version, numbers, spare = self._turn
        drawn = {"turn": [version, list(numbers), spare], "met": self._met, "changes": self.changes.bit_generator.state}
        return {"drawn": json.dumps(drawn), "dropped": torch.get_rng_state()}

    def restore(self, states: States) -> None:
        """Stand there again."""
        dropped = states["dropped"]
        assert isinstance(dropped, Tensor)
        drawn = json.loads(str(states["drawn"]))
        version, numbers, spare = drawn["turn"]
        self.order.setstate((version, tuple(numbers), spare))
        self._skipped = drawn["met"]
        self.changes.bit_generator.state = drawn["changes"]
        torch.set_rng_state(dropped)
