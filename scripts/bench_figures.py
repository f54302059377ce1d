"""What the bench shows: each figure with its target, what it is set beside, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bench_toolkits import SIZES

PEERS = {"qt": "Qt", "gtk": "GTK 4"}


@dataclass(frozen=True)
class Figure:
    """One line. ``at_most`` or ``at_least``: its target, in its unit; ``not_above``: a peer it must not be slower than.

    ``peers``: column -> key of the same figure there.
    """

    part: str
    key: str
    text: str
    unit: str = ""
    at_most: float | None = None
    not_above: str = ""
    peers: Mapping[str, str] = field(default_factory=dict)
    at_least: float | None = None

    @property
    def label(self) -> str:
        return f"{self.text}, {self.unit}".removesuffix(", ")


@dataclass(frozen=True)
class Verdict:
    """A figure as measured. ``met`` is None where there is no target, or nothing to compare it with."""

    figure: Figure
    value: float
    peers: Mapping[str, float]
    target: float | None

    @property
    def met(self) -> bool | None:
        if self.target is None:
            return None
        return self.value >= self.target if self.figure.at_least is not None else self.value <= self.target


def judge(found: Mapping[str, Mapping[str, float]], figures: Iterable[Figure]) -> list[Verdict]:
    """Every figure that was measured, beside its target."""
    verdicts = []
    for figure in figures:
        values = found.get(figure.part, {})
        if figure.key not in values:
            continue
        peers = {column: values[key] for column, key in figure.peers.items() if key in values}
        plain = figure.at_most if figure.at_least is None else figure.at_least
        target = peers.get(figure.not_above) if figure.not_above else plain
        verdicts.append(Verdict(figure, values[figure.key], peers, target))
    return verdicts


def table(verdicts: Iterable[Verdict], missing: Mapping[str, str]) -> list[str]:
    """Lines for a terminal; a toolkit that is missing has its column all the same, and a line that says so."""
    lines = [f"{'':58}{'here':>10}{'target':>10}" + "".join(f"{name:>10}" for name in PEERS.values())]
    for verdict in verdicts:
        figure = verdict.figure
        target = "" if verdict.target is None else f"{verdict.target:.4g}"
        columns = "".join(f"{_peer(verdict, name, missing):>10}" for name in PEERS)
        word = {None: "", True: "  ok", False: "  MISSED"}[verdict.met]
        lines.append(f"{figure.label:58}{verdict.value:10.2f}{target:>10}{columns}{word}")
    lines += [f"{PEERS.get(name, name)} is not here; {how}" for name, how in missing.items()]
    judged = [verdict for verdict in verdicts if verdict.met is not None]
    lines.append(f"{sum(bool(verdict.met) for verdict in judged)} of {len(judged)} targets met")
    return lines


def _peer(verdict: Verdict, name: str, missing: Mapping[str, str]) -> str:
    if name in verdict.peers:
        return f"{verdict.peers[name]:.2f}"
    return "not here" if name in missing and name in verdict.figure.peers else ""


def _beside(name: str, text: str, unit: str, at_most: float | None = None, not_above: str = "") -> list[Figure]:
    """The same figure at every size, beside the other toolkits."""
    return [
        Figure(
            "toolkits", f"kivy_{size}_{name}", f"{size:>5,} items: {text}", unit, at_most, not_above,
            {peer: f"{peer}_{size}_{name}" for peer in PEERS},
        )
        for size in SIZES
    ]  # fmt: skip


FIGURES: tuple[Figure, ...] = (
    *_beside("launch_s", "launch to accessible window", "s"),
    *_beside("focus_median_ms", "key to focus event, median", "ms", not_above="qt"),
    *_beside("focus_p95_ms", "key to focus event, p95", "ms", not_above="qt"),
    *_beside("activation_ms", "a reader comes: main thread and answer", "ms", 50),
    *_beside("activation_wait_ms", "... until it has read all", "ms"),
    *_beside("comes_ms", "a first reader comes, and has read all", "ms"),
    *_beside("start_ms", "whole tree made of the widgets, main thread", "ms", 300),
    *_beside("first_read_ms", "first complete read by a client", "ms"),
    *_beside("read_again_ms", "... read again", "ms"),
    *_beside("label_median_ms", "one changed label, main thread, median", "ms", 1),
    *_beside("label_p95_ms", "one changed label, main thread, p95", "ms", 2),
    *_beside("label_event_median_ms", "one changed label, to its event", "ms"),
    *_beside("resident_mib", "memory", "MiB"),
    *_beside("idle_cpu_percent", "at rest", "% of a core", 2),
    Figure("client", "launch_s", "client: launch to accessible window", "s", 1.0),
    Figure("client", "resident_mib", "client: memory, voice model loaded", "MiB", 250),
    Figure("client", "idle_cpu_percent", "client: at rest", "% of a core", 2),
    Figure("voice", "text_to_sound_ms", "text to first sound", "ms", 60),
    Figure("voice", "text_to_sound_worst_ms", "text to first sound, worst of ten", "ms"),
    Figure("voice", "stop_ms", "stop to silence", "ms", 60),
    Figure("voice", "stop_worst_ms", "stop to silence, worst of ten", "ms"),
    Figure("voice", "key_to_speech_ms", "read aloud: key to first sound", "ms", 100),
    Figure("voice", "key_to_speech_worst_ms", "read aloud: key to first sound, worst of twenty", "ms"),
    Figure("voice", "key_to_silence_ms", "read aloud: key to silence", "ms", 200),
    Figure("voice", "model_load_ms", "voice model loads in", "ms"),
    Figure("voice", "recogniser_real_time_factor", "recogniser, work over length of sound", "", 0.3),
    Figure("voice", "end_of_speech_to_result_ms", "end of speech to result (700 ms are the pause)", "ms"),
    Figure("bank", "bank_transfers_1_client_per_second", "transfers, one client", "a second"),
    Figure("bank", "bank_transfers_4_clients_per_second", "transfers, four clients", "a second"),
    Figure("bank", "bank_transfer_p95_ms", "quote and confirmation, p95", "ms"),
)
