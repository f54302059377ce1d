"""The network: a factored time-delay network that sees 0.6 s and gives a set of phone scores at each of its pace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray
from torch import Tensor, nn

from voice.model_builder.features import COEFFICIENTS
from voice.model_builder.weights import LAYERS, SKIP, SPLICE, Matrices, Pace, Weights

_EPSILON = 1e-5


class Normalisation(nn.BatchNorm1d):
    """Batch normalisation over utterances and time, without scale and shift of its own."""

    def __init__(self, size: int) -> None:
        super().__init__(size, affine=False, eps=_EPSILON)

    def forward(self, frames: Tensor) -> Tensor:
        batch, time, size = frames.shape
        flat: Tensor = super().forward(frames.reshape(batch * time, size))
        return flat.view(batch, time, size)


class Layer(nn.Module):
    """Three moments, ``delay`` steps apart, through a narrow bottleneck, with a way around it."""

    def __init__(self, hidden: int, bottleneck: int, delay: int) -> None:
        super().__init__()
        self.delay = delay
        self.narrow = nn.Linear(3 * hidden, bottleneck, bias=False)
        self.wide = nn.Linear(bottleneck, hidden)
        self.normalise = Normalisation(hidden)

    def forward(self, frames: Tensor) -> Tensor:
        """One multiplication and shifted sums, instead of copying three moments side by side."""
        delay, size = self.delay, self.narrow.weight.shape[0]
        time, hidden = frames.shape[1] - 2 * delay, frames.shape[2]
        stacked = self.narrow.weight.view(size, 3, hidden).transpose(0, 1).reshape(3 * size, hidden)
        parts = functional.linear(frames, stacked)
        early, now, late = (parts[:, k * delay : k * delay + time, k * size : (k + 1) * size] for k in range(3))
        deep: Tensor = self.normalise(functional.relu(self.wide(early + now + late)))
        return deep


class Network(nn.Module):
    """Input (batch, frames, 40) cepstra; output (batch, time, outputs) log-probabilities."""

    def __init__(
        self, hidden: int, bottleneck: int, outputs: int, pace: Pace, drop: float = 0.1, last: int = 128
    ) -> None:
        super().__init__()
        self.pace = pace
        self.mean = nn.Parameter(torch.zeros(COEFFICIENTS), requires_grad=False)
        self.scale = nn.Parameter(torch.ones(COEFFICIENTS), requires_grad=False)
        self.first = nn.Linear(len(SPLICE) * COEFFICIENTS, hidden)
        self.first_normalise = Normalisation(hidden)
        self.layers = nn.ModuleList(Layer(hidden, bottleneck, delay) for delay in pace.delays)
        self.last = nn.Linear(hidden, last)
        self.last_normalise = Normalisation(last)
        self.out = nn.Linear(last, outputs)
        self.drop = drop

    def forward(self, frames: Tensor) -> Tensor:
        state = self.last_normalise(self._deep(frames))
        return functional.log_softmax(self.out(state).float(), -1)

    def _deep(self, frames: Tensor) -> Tensor:
        frames = (frames - self.mean) * self.scale
        if torch.is_autocast_enabled("cpu"):
            frames = frames.bfloat16()
        span = len(SPLICE)
        time = frames.shape[1] - span + 1
        spliced = torch.cat([frames[:, at : at + time : self.pace.subsampling] for at in range(span)], -1)
        state = self.first_normalise(functional.relu(self.first(spliced)))
        for layer in self.layers:
            delay = int(layer.delay)
            state = self._dropped(layer(state)) + SKIP * state[:, delay : state.shape[1] - delay]
        deep: Tensor = functional.relu(self.last(state))
        return deep

    def normalise_by(self, mean: Tensor, deviation: Tensor) -> None:
        """Take the mean and deviation of the features (40 each) out of the input; what is computed stays the same."""
        span = len(SPLICE)
        with torch.no_grad():
            old_mean, old_scale = self.mean.clone(), self.scale.clone()
            self.mean.copy_(mean)
            self.scale.copy_(1 / deviation)
            shift = ((mean - old_mean) * old_scale).repeat(span)
            self.first.bias += self.first.weight @ shift
            self.first.weight *= (old_scale / self.scale).repeat(span)

    def unfold_last(self, batches: Iterable[Tensor]) -> None:
        """Take the last normalisation out of the output layer, where stored weights hold it; what is computed stays.

        A training normalises each batch, and without this twice: it began by undoing what had been learned. For the
        same reason ``batches`` are to be like those of the training, changes and padding included.
        """
        self.eval()
        with torch.no_grad():
            deep = torch.cat([self._deep(frames).flatten(0, 1) for frames in batches])
            mean, variance = deep.mean(0), deep.var(0)
            self.out.bias.add_(self.out.weight @ mean)
            self.out.weight.mul_((variance + _EPSILON).sqrt())
            self.last_normalise.running_mean = mean
            self.last_normalise.running_var = variance

    def _dropped(self, state: Tensor) -> Tensor:
        """Dropout with one mask over time: a stronger regulariser than one for each moment, and cheaper."""
        if not self.training or not self.drop:
            return state
        kept = torch.rand(state.shape[0], 1, state.shape[2]) > self.drop
        return state * (kept.to(state.dtype) / (1 - self.drop))


def to_weights(network: Network) -> Weights:
    """What the network has learned, with normalisations folded to scales and shifts."""
    values = {name: value.detach().double().numpy() for name, value in network.state_dict().items()}

    def folded(name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        scale = 1 / np.sqrt(values[f"{name}.running_var"] + _EPSILON)
        return scale, -values[f"{name}.running_mean"] * scale

    span = len(SPLICE)
    stretch, shift = np.tile(values["scale"], span), np.tile(-values["mean"] * values["scale"], span)
    first = values["first.weight"]
    found: Matrices = {"first": first * stretch, "first_bias": values["first.bias"] + first @ shift}
    found["first_scale"], found["first_shift"] = folded("first_normalise")
    for at in range(LAYERS):
        found[f"narrow{at}"] = values[f"layers.{at}.narrow.weight"]
        found[f"wide{at}"] = values[f"layers.{at}.wide.weight"]
        found[f"wide{at}_bias"] = values[f"layers.{at}.wide.bias"]
        found[f"scale{at}"], found[f"shift{at}"] = folded(f"layers.{at}.normalise")
    scale, shift = folded("last_normalise")
    found |= {"last": values["last.weight"], "last_bias": values["last.bias"]}
    found["out"] = values["out.weight"] * scale
    found["out_bias"] = values["out.bias"] + values["out.weight"] @ shift
    return Weights({name: value.astype(np.float32) for name, value in found.items()}, network.pace)


def from_weights(weights: Weights, outputs: int, drop: float = 0.1) -> Network:
    """A network that goes on from weights; with other phones than theirs, the last layer begins anew.

    Before it is trained on: ``unfold_last``.
    """
    hidden, bottleneck = weights["wide0"].shape
    network = Network(hidden, bottleneck, outputs, weights.pace, drop, weights["last"].shape[0])
    values = network.state_dict()

    def unfold(name: str, scale: NDArray[Any], shift: NDArray[Any]) -> None:
        values[f"{name}.running_var"] = torch.from_numpy(1 / scale.astype(np.float64) ** 2 - _EPSILON).float()
        values[f"{name}.running_mean"] = torch.from_numpy(-shift.astype(np.float64) / scale).float()

    def put(name: str, value: NDArray[Any]) -> None:
        values[name] = torch.from_numpy(np.array(value))

    put("first.weight", weights["first"])
    put("first.bias", weights["first_bias"])
    unfold("first_normalise", weights["first_scale"], weights["first_shift"])
    for at in range(LAYERS):
        put(f"layers.{at}.narrow.weight", weights[f"narrow{at}"])
        put(f"layers.{at}.wide.weight", weights[f"wide{at}"])
        put(f"layers.{at}.wide.bias", weights[f"wide{at}_bias"])
        unfold(f"layers.{at}.normalise", weights[f"scale{at}"], weights[f"shift{at}"])
    put("last.weight", weights["last"])
    put("last.bias", weights["last_bias"])
    if weights["out"].shape[0] == outputs:
        put("out.weight", weights["out"])
        put("out.bias", weights["out_bias"])
    network.load_state_dict(values)
    return network
