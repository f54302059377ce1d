"""Networks that have learned nothing, for tests, and what a Kaldi file of one scores, reckoned without Kaldi."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voice.model_builder.kaldi_stream import KaldiReader
from voice.model_builder.weights import EVERY_30_MS, LAYERS, SPLICE, Pace, Weights

_AT = re.compile(r"Offset\((\w[\w.]*), (-?\d+)\)|(\w[\w.]*)")


def random_weights(outputs: int, pace: Pace = EVERY_30_MS, hidden: int = 16, narrow: int = 8) -> Weights:
    """Small ones, the same every time."""
    chance = np.random.default_rng(5)

    def matrix(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 0.1, shape).astype(np.float32)

    found = {"first": matrix(hidden, len(SPLICE) * 40), "first_bias": matrix(hidden)}
    found |= {"first_scale": abs(matrix(hidden)) + 1, "first_shift": matrix(hidden)}
    for at in range(LAYERS):
        found |= {f"narrow{at}": matrix(narrow, 3 * hidden), f"wide{at}": matrix(hidden, narrow)}
        found |= {f"wide{at}_bias": matrix(hidden), f"scale{at}": abs(matrix(hidden)) + 1, f"shift{at}": matrix(hidden)}
    found |= {"last": matrix(12, hidden), "last_bias": matrix(12)}
    return Weights(found | {"out": matrix(outputs, 12), "out_bias": matrix(outputs)}, pace)


class KaldiFile:
    """am/final.mdl as Kaldi computes it: node after node as the file's own lines connect them, one frame at a time."""

    def __init__(self, path: Path) -> None:
        reader = KaldiReader(path.read_bytes())
        reader.until(b"<Nnet3> ")
        lines = reader.until(b"\n\n").decode().split("\n")
        nodes = (line.split(" ", 3) for line in lines if line.startswith("component-node"))
        self._sources = {name.partition("=")[2]: source.partition("=")[2] for _, name, _, source in nodes}
        reader.expect("<NumComponents>")
        self._components = dict(_component(reader) for _ in range(reader.integer()))

    def scores(self, frames: NDArray[np.float32], moment: int) -> NDArray[Any]:
        """The log-probabilities at a frame. Raises ``IndexError`` where a frame beyond the sound is asked for."""
        known: dict[tuple[str, int], NDArray[Any]] = {}

        def value(name: str, at: int) -> NDArray[Any]:
            if name == "input":
                if not 0 <= at < len(frames):
                    raise IndexError(at)
                return frames[at].astype(np.float64)
            if (name, at) not in known:
                kind, parts = self._components[name]
                known[name, at] = _through(kind, parts, described(self._sources[name], at))
            return known[name, at]

        def described(source: str, at: int) -> NDArray[Any]:
            joined = re.fullmatch(r"Append\((.*)\)", source)
            if joined:
                found = [value(one[1] or one[3], at + int(one[2] or 0)) for one in _AT.finditer(joined[1])]
                return np.concatenate(found)
            added = re.fullmatch(r"Sum\((\S+), Scale\((\S+), (\S+)\)\)", source)
            return value(added[1], at) + float(added[2]) * value(added[3], at) if added else value(source, at)

        return value("lsm", moment)


def _component(reader: KaldiReader) -> tuple[str, tuple[str, list[NDArray[Any]]]]:
    reader.expect("<ComponentName>")
    name, kind = reader.token(), reader.token().strip("<>")
    parts: list[NDArray[Any]] = []
    if kind == "FixedAffineComponent":
        reader.expect("<LinearParams>")
        parts.append(reader.matrix().astype(np.float64))
        reader.expect("<BiasParams>")
        parts.append(reader.vector().astype(np.float64))
    elif kind in ("FixedScaleComponent", "FixedBiasComponent"):
        reader.token()
        parts.append(reader.vector().astype(np.float64))
    reader.until(f"</{kind}> ".encode())
    return name, (kind, parts)


def _through(kind: str, parts: list[NDArray[Any]], given: NDArray[Any]) -> NDArray[Any]:
    match kind:
        case "FixedAffineComponent":
            return np.asarray(parts[0] @ given + parts[1])
        case "FixedScaleComponent":
            return given * parts[0]
        case "FixedBiasComponent":
            return given + parts[0]
        case "RectifiedLinearComponent":
            return np.maximum(given, 0)
        case "LogSoftmaxComponent":
            return np.asarray(given - np.log(np.exp(given).sum()))
        case "NoOpComponent":
            return given
    raise AssertionError(kind)
