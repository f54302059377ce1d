"""The acoustic model as Kaldi reads it: am/final.mdl, written and read back without Kaldi."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from voice.model_builder.errors import BuildProblem
from voice.model_builder.features import COEFFICIENTS
from voice.model_builder.kaldi_stream import BINARY, KaldiReader, KaldiWriter
from voice.model_builder.phones import PhoneSet
from voice.model_builder.topology import Topology
from voice.model_builder.weights import LAYERS, SKIP, SPLICE, Matrices, Pace, Weights

BLANK_PRIOR = 100.0
"""By what the blank's score is divided: CTC says blank too readily. What is best is found by trying."""

_DECLARED_CONTEXT = 30
"""Frames on both sides that the file declares; Kaldi computes the true context itself."""


@dataclass(slots=True)
class _Plan:
    """Components and how they are connected, in Kaldi's order."""

    lines: list[str] = field(default_factory=list)
    components: list[tuple[str, Callable[[KaldiWriter], None]]] = field(default_factory=list)

    def add(self, name: str, source: str, write: Callable[[KaldiWriter], None]) -> str:
        self.components.append((name, write))
        self.lines.append(f"component-node name={name} component={name} input={source}")
        return name

    def affine(self, name: str, source: str, matrix: ArrayLike, bias: ArrayLike) -> str:
        def write(writer: KaldiWriter) -> None:
            writer.token("<FixedAffineComponent>")
            writer.token("<LinearParams>")
            writer.matrix(matrix)
            writer.token("<BiasParams>")
            writer.vector(bias)
            writer.token("</FixedAffineComponent>")

        return self.add(name, source, write)

    def fixed(self, name: str, source: str, kind: str, field_name: str, values: ArrayLike) -> str:
        def write(writer: KaldiWriter) -> None:
            writer.token(f"<Fixed{kind}Component>")
            writer.token(f"<{field_name}>")
            writer.vector(values)
            writer.token(f"</Fixed{kind}Component>")

        return self.add(name, source, write)

    def nonlinear(self, name: str, source: str, kind: str, size: int) -> str:
        def write(writer: KaldiWriter) -> None:
            writer.token(f"<{kind}Component>")
            writer.token("<Dim>")
            writer.integer(size)
            for statistic in ("<ValueAvg>", "<DerivAvg>"):
                writer.token(statistic)
                writer.vector([])
            writer.token("<Count>")
            writer.double(0.0)
            writer.token(f"</{kind}Component>")

        return self.add(name, source, write)

    def nothing(self, name: str, source: str, size: int) -> str:
        def write(writer: KaldiWriter) -> None:
            writer.token("<NoOpComponent>")
            writer.token("<Dim>")
            writer.integer(size)
            writer.token("<BackpropScale>")
            writer.single(1.0)
            writer.token("</NoOpComponent>")

        return self.add(name, source, write)


def write_acoustic_model(path: Path, phones: PhoneSet, weights: Weights, blank_prior: float = BLANK_PRIOR) -> None:
    """Write am/final.mdl.

    Raises:
        BuildProblem: the network is for another set of phones.
    """
    if weights["out"].shape[0] != phones.outputs:
        raise BuildProblem(f"the network has {weights['out'].shape[0]} outputs, the language needs {phones.outputs}")
    with path.open("wb") as file:
        writer = KaldiWriter(file)
        writer.raw(BINARY)
        Topology(phones).write(writer)
        _write_network(writer, weights)
        writer.token("<LeftContext>")
        writer.integer(_DECLARED_CONTEXT)
        writer.token("<RightContext>")
        writer.integer(_DECLARED_CONTEXT)
        writer.token("<Priors>")
        priors = np.ones(phones.outputs)
        priors[0] = blank_prior
        writer.vector(priors)


def _write_network(writer: KaldiWriter, weights: Weights) -> None:
    plan = _Plan([f"input-node name=input dim={COEFFICIENTS}"])
    _first(plan, weights)
    source = "bn0b"
    for at in range(LAYERS):
        source = _layer(plan, weights, at, source)
    source = plan.affine("pre", source, weights["last"], weights["last_bias"])
    source = plan.nonlinear("rp", source, "RectifiedLinear", len(weights["last_bias"]))
    source = plan.affine("fin", source, weights["out"], weights["out_bias"])
    plan.nonlinear("lsm", source, "LogSoftmax", len(weights["out_bias"]))
    plan.lines.append("output-node name=output input=lsm objective=linear")
    writer.token("<Nnet3>")
    writer.raw(b"\n" + "\n".join(plan.lines).encode() + b"\n\n")
    writer.token("<NumComponents>")
    writer.integer(len(plan.components))
    for name, write in plan.components:
        writer.token("<ComponentName>")
        writer.token(name)
        write(writer)
    writer.token("</Nnet3>")


def _first(plan: _Plan, weights: Weights) -> None:
    frames = ", ".join("input" if not at else f"Offset(input, {at})" for at in SPLICE)
    source = plan.affine("c0", f"Append({frames})", weights["first"], weights["first_bias"])
    source = plan.nonlinear("r0", source, "RectifiedLinear", len(weights["first_bias"]))
    _normalised(plan, "bn0", source, weights["first_scale"], weights["first_shift"])


def _layer(plan: _Plan, weights: Weights, at: int, source: str) -> str:
    away = weights.pace.subsampling * weights.pace.delays[at]
    narrow, wide = weights[f"narrow{at}"], weights[f"wide{at}"]
    moments = f"Append(Offset({source}, {-away}), {source}, Offset({source}, {away}))"
    deep = plan.affine(f"l{at}", moments, narrow, np.zeros(len(narrow)))
    deep = plan.affine(f"a{at}", deep, wide, weights[f"wide{at}_bias"])
    deep = plan.nonlinear(f"r{at + 1}", deep, "RectifiedLinear", len(wide))
    deep = _normalised(plan, f"ls.{at}.bn", deep, weights[f"scale{at}"], weights[f"shift{at}"])
    return plan.nothing(f"n{at}", f"Sum({deep}, Scale({SKIP}, {source}))", len(wide))


def _normalised(plan: _Plan, name: str, source: str, scale: NDArray[np.float32], shift: NDArray[np.float32]) -> str:
    source = plan.fixed(f"{name}s", source, "Scale", "Scales", scale)
    return plan.fixed(f"{name}b", source, "Bias", "Bias", shift)


def read_weights(path: Path) -> Weights:
    """The weights in a file of :func:`write_acoustic_model`, to go on training from. Raises :class:`BuildProblem`."""
    reader = KaldiReader(path.read_bytes())
    pace = _read_pace(reader)
    reader.expect("<NumComponents>")
    found: Matrices = {}
    for _ in range(reader.integer()):
        reader.expect("<ComponentName>")
        name = reader.token()
        found.update(_read_component(reader, name))
    return Weights({_NAMES[name]: value for name, value in found.items() if name in _NAMES}, pace)


def read_pace(path: Path) -> Pace:
    """How often the network in a file of :func:`write_acoustic_model` scores. Raises :class:`BuildProblem`."""
    if not path.is_file():
        raise BuildProblem(f"there is no acoustic model {path}")
    return _read_pace(KaldiReader(path.read_bytes()))


def _read_pace(reader: KaldiReader) -> Pace:
    """From the lines that say how components are connected.

    Nothing there says how often output is asked for; moments of which all layers' distances are multiples are enough.
    """
    reader.until(b"<Nnet3> ")
    away = [int(distance) for distance in _AWAY.findall(reader.until(b"\n\n"))]
    if len(away) != LAYERS or not all(away):
        raise BuildProblem("the Kaldi file is not as this builder writes it")
    subsampling = math.gcd(*away)
    return Pace(subsampling, tuple(distance // subsampling for distance in away))


def _read_component(reader: KaldiReader, name: str) -> Matrices:
    kind = reader.token().strip("<>")
    found: Matrices = {}
    if kind == "FixedAffineComponent":
        reader.expect("<LinearParams>")
        found[name] = reader.matrix()
        reader.expect("<BiasParams>")
        found[f"{name}+"] = reader.vector()
    elif kind in ("FixedScaleComponent", "FixedBiasComponent"):
        reader.token()
        found[name] = reader.vector()
    else:
        reader.until(f"</{kind}> ".encode())
        return found
    reader.expect(f"</{kind}>")
    return found


_AWAY = re.compile(rb" input=Append\(Offset\((?!input\b)[^,]+, -(\d+)\), ")
"""Of each layer, the frames between two of its three moments."""

_NAMES = {
    "c0": "first", "c0+": "first_bias", "bn0s": "first_scale", "bn0b": "first_shift",
    "pre": "last", "pre+": "last_bias", "fin": "out", "fin+": "out_bias",
    **{
        f"{kaldi}{end}": ours
        for at in range(LAYERS)
        for kaldi, end, ours in (
            (f"l{at}", "", f"narrow{at}"), (f"a{at}", "", f"wide{at}"), (f"a{at}", "+", f"wide{at}_bias"),
            (f"ls.{at}.bn", "s", f"scale{at}"), (f"ls.{at}.bn", "b", f"shift{at}"),
        )
    },
}  # fmt: skip
"""The components' names as ours; a bias is marked with a plus."""
