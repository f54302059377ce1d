"""Keeping: a network that is trained on with hard speech must not unlearn what it heard rightly before.

What is trained on is never all that will be heard. Pulling the scores towards those of the network before, where that
one was right, leaves the rest of it in place (Li and Hoiem, Learning without Forgetting, 2016).
"""

from __future__ import annotations

import torch
from torch import Tensor

from voice.model_builder.batches import Batch
from voice.model_builder.network import Network
from voice.model_builder.precision import quick
from voice.model_builder.progress import collapsed


class Keeping:
    """The network before, and how much its scores count: beside 1 for the loss a phone of what is learnt."""

    def __init__(self, before: Network, share: float) -> None:
        """``before`` scores at the pace of the network that learns."""
        self._before = before.eval()
        self._share = share

    def loss(self, scores: Tensor, chosen: Batch) -> Tensor:
        """How far ``scores`` (batch, moments, outputs; log probabilities) went from those of the network before.

        Kullback-Leibler divergence a phone of the batch; utterances that the network before heard wrong count nothing.
        """
        with torch.no_grad(), quick():
            before = self._before(chosen.frames).float()
        counted = torch.zeros(before.shape[:2])
        for row, (moments, labels) in enumerate(zip(chosen.moments, chosen.labels, strict=True)):
            if collapsed(before[row, :moments].argmax(-1).tolist()) == labels.tolist():
                counted[row, :moments] = 1.0
        apart = (before.exp() * (before - scores)).sum(-1)
        phones = sum(len(labels) for labels in chosen.labels)
        return self._share * (apart * counted).sum() / phones
