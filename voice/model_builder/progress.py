"""Where a training stands: its running average, the file from which it goes on, and how many phones it gets wrong."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path

import torch
from rapidfuzz.distance import Levenshtein

from voice.model_builder.batches import batch
from voice.model_builder.chance import Chance
from voice.model_builder.corpus import Utterance
from voice.model_builder.network import Network
from voice.model_builder.phones import BLANK


class Checkpoint:
    """The state of a training, chance included, and the running average of its weights."""

    def __init__(self, path: Path, network: Network, optimiser: torch.optim.Optimizer, chance: Chance) -> None:
        self._path = path
        self._network = network
        self._optimiser = optimiser
        self._chance = chance
        self._average = {name: value.clone() for name, value in network.state_dict().items()}

    def load(self) -> int:
        """Go on where the file says; returns the step, 0 without a file."""
        if not self._path.exists():
            return 0
        stored = torch.load(self._path, weights_only=True)
        self._network.load_state_dict(stored["network"])
        self._optimiser.load_state_dict(stored["optimiser"])
        self._average = stored["average"]
        self._chance.restore(stored["chance"])
        return int(stored["step"])

    def save(self, step: int) -> None:
        """Write the file at once: a broken build leaves no half of one."""
        part = self._path.with_suffix(".part")
        stored = {
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "average": self._average,
            "chance": self._chance.states(),
            "step": step,
        }
        torch.save(stored, part)
        part.replace(self._path)

    def average(self, decay: float) -> None:
        """Take the present weights into the average; ``decay`` 0 forgets what was before."""
        with torch.no_grad():
            for name, value in self._network.state_dict().items():
                kept = self._average[name]
                if decay and value.dtype.is_floating_point:
                    kept.mul_(decay).add_(value, alpha=1 - decay)
                else:
                    kept.copy_(value)

    def averaged(self) -> Network:
        """A copy of the network with the averaged weights."""
        network = copy.deepcopy(self._network)
        network.load_state_dict(self._average)
        network.eval()
        return network


def phone_errors(network: Network, utterances: Sequence[Utterance], size: int = 32) -> float:
    """The part of all phones that are wrong, missing or too many when the best output of each moment is taken."""
    wrong = total = 0
    ordered = sorted(utterances, key=lambda one: len(one.frames))
    network.eval()
    with torch.no_grad():
        for at in range(0, len(ordered), size):
            chosen = batch(ordered[at : at + size], network.pace, None)
            best = network(chosen.frames).argmax(-1).numpy()
            for row, moments, labels in zip(best, chosen.moments, chosen.labels, strict=True):
                wrong += Levenshtein.distance(collapsed(row[:moments]), labels.tolist())
                total += len(labels)
    return wrong / max(1, total)


def collapsed(outputs: Sequence[int]) -> list[int]:
    """Outputs of one moment each as phones: repeated ones once, blanks left out."""
    found: list[int] = []
    before = BLANK
    for output in outputs:
        if output not in (before, BLANK):
            found.append(int(output))
        before = output
    return found
