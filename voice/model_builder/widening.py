"""Widening: a larger network that at first computes what the smaller one did, and can then learn more."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from voice.model_builder.network import Network, Normalisation


def widened(network: Network, hidden: int, bottleneck: int) -> Network:
    """A network with layers of ``hidden`` behind bottlenecks of ``bottleneck``, no smaller than the network's own.

    New units hear what the old ones hear, and nothing listens to them yet: their outgoing weights are nought (Chen,
    Goodfellow and Shlens, Net2Net, 2016, copy units instead; these begin with chance).
    """
    wide = Network(hidden, bottleneck, network.out.out_features, network.pace, network.drop, network.last.out_features)
    wide.mean.data.copy_(network.mean)
    wide.scale.data.copy_(network.scale)
    with torch.no_grad():
        _put(wide.first, network.first)
        _carry(wide.first_normalise, network.first_normalise)
        for new, old in zip(wide.layers, network.layers, strict=True):
            _put(new.narrow, old.narrow, parts=3)
            _put(new.wide, old.wide)
            _carry(new.normalise, old.normalise)
        _put(wide.last, network.last)
        _carry(wide.last_normalise, network.last_normalise)
        _put(wide.out, network.out)
    return wide


def _put(new: nn.Linear, old: nn.Linear, parts: int = 1) -> None:
    """The old weights in the first rows and columns; old units do not hear new ones.

    ``parts``: so many moments side by side in the columns.
    """
    rows = old.out_features
    into, values = (_parted(one.weight, parts) for one in (new, old))
    into[:rows].zero_()
    into[:rows, :, : values.shape[2]] = values
    if old.bias is not None:
        new.bias[:rows] = old.bias


def _parted(weight: Tensor, parts: int) -> Tensor:
    return weight.view(weight.shape[0], parts, weight.shape[1] // parts)


def _carry(new: Normalisation, old: Normalisation) -> None:
    for into, values in ((new.running_mean, old.running_mean), (new.running_var, old.running_var)):
        if into is not None and values is not None:  # they are always kept here
            into[: len(values)] = values
