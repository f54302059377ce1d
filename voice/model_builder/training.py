"""Training: a short start with evenly spread labels, then connectionist temporal classification (CTC).

CTC alone stays on a plateau where every moment is blank. What is kept is a running average of the weights.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from voice.model_builder.batches import Batch, batch, groups
from voice.model_builder.chance import Chance
from voice.model_builder.corpus import Utterance
from voice.model_builder.keeping import Keeping
from voice.model_builder.network import Network
from voice.model_builder.phones import BLANK
from voice.model_builder.precision import quick
from voice.model_builder.progress import Checkpoint, phone_errors

_IGNORED = -100
_CLIP = 5.0
_WARM_UP = 150
_AVERAGED_FROM = 0.3
_SLOWEST_AVERAGE = 0.998
_FIRST_LABELS = 9
_TOLD_EVERY = 50
_MEASURED = 12  # batches from which a network that goes on takes its last normalisation


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train. ``steps`` counts batches of about 90 s of speech; every ``save_every`` of
    them it is written down where the training stands. ``keep`` is how much the network before pulls (:class:`Keeping`).
    """

    steps: int
    even_steps: int = 700
    rate: float = 2e-3
    decay: float = 2e-3
    seed: int = 0
    save_every: int = 500
    keep: float = 0.0


class Trainer:
    """One training that can be broken off and taken up again, to the same end; ends after ``plan.steps``."""

    def __init__(
        self,
        network: Network,
        utterances: Sequence[Utterance],
        plan: Plan,
        checkpoint: Path,
        tell: Callable[[str], None],
        before: Network | None = None,
    ) -> None:
        """``checkpoint`` is the file from which a training that was broken off goes on; ``before`` is what to keep."""
        self._network = network
        self._plan = plan
        self._tell = tell
        self._keeping = Keeping(before, plan.keep) if before is not None and plan.keep else None
        self._chance = Chance(plan.seed)
        order = list(range(len(utterances)))
        self._chance.order.shuffle(order)
        kept = min(150, len(order) // 10)
        self._checked = [utterances[at] for at in order[:kept]]
        self._trained = [utterances[at] for at in order[kept:]]
        weights = [value for value in network.parameters() if value.requires_grad]
        self._optimiser = torch.optim.AdamW(weights, lr=plan.rate, weight_decay=plan.decay)
        self._checkpoint = Checkpoint(checkpoint, network, self._optimiser, self._chance)
        self._losses: list[float] = []
        self._begun = time.monotonic()

    def run(self, *, even: bool) -> Network:
        """Train; ``even`` begins with the evenly spread labels, which a network that can hear already does not need."""
        step = self._checkpoint.load()
        if not step:
            self._spread_evenly() if even else self._take_up()
        while step < self._plan.steps:
            for group in self._chance.turn(self._trained, self._network.pace):
                self._learn(self._batch(group), step)
                step += 1
                self._report(step)
                if step >= self._plan.steps:
                    break
        network = self._checkpoint.averaged()
        self._tell(f"done: {self._errors(network)}")
        return network

    def _take_up(self) -> None:
        sample = islice(groups(self._trained, self._network.pace, self._chance.order), _MEASURED)
        self._network.unfold_last(self._batch(group).frames for group in sample)
        self._tell(f"train: begun with {self._errors(self._network)}")

    def _spread_evenly(self) -> None:
        short = [one for one in self._trained if len(one.labels) <= _FIRST_LABELS]
        for step in range(self._plan.even_steps):
            chosen = self._batch([self._chance.order.choice(short) for _ in range(24)])
            scores = self._scores(chosen)
            targets = evenly(chosen)[:, : scores.shape[1]]
            loss = functional.nll_loss(scores.flatten(0, 1), targets.flatten(), ignore_index=_IGNORED)
            self._improve(loss, self._plan.rate)
            if (step + 1) % _TOLD_EVERY == 0:
                self._tell(f"start: step {step + 1} of {self._plan.even_steps}, loss {loss.item():.3f}")

    def _batch(self, group: Sequence[Utterance]) -> Batch:
        return batch(group, self._network.pace, self._chance.changes)

    def _learn(self, chosen: Batch, step: int) -> None:
        scores = self._scores(chosen)
        lengths = torch.tensor([len(labels) for labels in chosen.labels])
        labels = torch.from_numpy(np.concatenate(chosen.labels).astype(np.int64))
        losses = functional.ctc_loss(
            scores.transpose(0, 1), labels, torch.tensor(chosen.moments), lengths, BLANK, "none", zero_infinity=True
        )
        loss = (losses / lengths).mean()
        if self._keeping is not None:
            loss = loss + self._keeping.loss(scores, chosen)
        done = step / self._plan.steps
        self._improve(loss, self._plan.rate * min(1.0, (step + 1) / _WARM_UP) * _cosine(done))
        decay = min(_SLOWEST_AVERAGE, (1 + step) / (10 + step)) if done > _AVERAGED_FROM else 0.0
        self._checkpoint.average(decay)
        self._losses.append(loss.item())

    def _scores(self, chosen: Batch) -> Tensor:
        self._network.train()
        with quick():
            scores: Tensor = self._network(chosen.frames)
        return scores.float()

    def _improve(self, loss: Tensor, rate: float) -> None:
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), _CLIP)
        self._optimiser.step()

    def _report(self, step: int) -> None:
        if step % _TOLD_EVERY == 0:
            loss = sum(self._losses) / len(self._losses)
            self._losses.clear()
            spent = time.monotonic() - self._begun
            self._tell(f"train: step {step} of {self._plan.steps}, loss {loss:.3f}, {spent:.0f} s")
        if step % self._plan.save_every == 0 or step == self._plan.steps:
            self._checkpoint.save(step)
            self._tell(f"train: step {step}, {self._errors(self._checkpoint.averaged())}")

    def _errors(self, network: Network) -> str:
        return f"{phone_errors(network, self._checked):.1%} of the phones wrong"


def evenly(chosen: Batch) -> Tensor:
    """Targets (batch, moments): each utterance's labels spread evenly over where its energy says there is speech."""
    targets = np.full((len(chosen.moments), max(chosen.moments)), _IGNORED, np.int64)
    for row, (moments, labels) in enumerate(zip(chosen.moments, chosen.labels, strict=True)):
        begin, end = _speech(chosen, row, moments)
        targets[row, :begin] = targets[row, end:moments] = BLANK
        places = np.round(np.linspace(begin, end, len(labels) + 1)).astype(int)
        for label, first, last in zip(labels, places, places[1:], strict=False):
            targets[row, first:last] = label
    return torch.from_numpy(targets)


def _speech(chosen: Batch, row: int, moments: int) -> tuple[int, int]:
    every = chosen.pace.subsampling
    padding = (chosen.frames.shape[1] - every * max(chosen.moments)) // 2
    energy = chosen.frames[row, padding : padding + every * moments : every, 0].numpy()
    energy = np.convolve(energy, np.ones(3) / 3, "same")
    low, high = np.percentile(energy, 10), np.percentile(energy, 95)
    loud = np.where(energy > low + 0.45 * (high - low))[0]
    return (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, moments)


def _cosine(done: float) -> float:
    return max(0.01, 0.5 * (1 + math.cos(math.pi * done)))
