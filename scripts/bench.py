"""``make bench``: every figure in one table, beside its target and, where there is one, a peer in the same run."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_bank
import bench_client
import bench_focus
import bench_voice


@dataclass(frozen=True)
class Figure:
    """One line: what is measured, its unit, the most it should be (None: no target), the peer's key."""

    key: str
    text: str
    unit: str
    at_most: float | None = None
    peer: str = ""


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "client": bench_client.measure,
    "focus": bench_focus.measure,
    "voice": bench_voice.measure,
    "bank": bench_bank.measure,
}


def table(found: dict[str, dict[str, float]], figures: tuple[tuple[str, Figure], ...]) -> list[str]:
    """Lines for a terminal: figure, value, target, peer, and whether it holds."""
    lines = [f"{'':54} {'here':>10} {'target':>9} {'peer':>9}"]
    for part, figure in figures:
        values = found.get(part, {})
        if figure.key not in values:
            continue
        value = values[figure.key]
        target = "" if figure.at_most is None else f"{figure.at_most:g}"
        peer = f"{values[figure.peer]:.2f}" if figure.peer in values else ""
        verdict = "" if figure.at_most is None else ("ok" if value <= figure.at_most else "MISSED")
        named = f"{figure.text}, {figure.unit}".removesuffix(", ")
        lines.append(f"{named:54} {value:10.2f} {target:>9} {peer:>9}  {verdict}")
    return lines


def main() -> int:
    """Measure, print, write JSON. 0 even when a target is missed: a figure is not a test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/bench.json"))
    parser.add_argument("--only", choices=PARTS, action="append")
    args = parser.parse_args()
    found: dict[str, dict[str, float]] = {}
    for name, measure in PARTS.items():
        if args.only and name not in args.only:
            continue
        print(f"measuring {name} …", flush=True)  # noqa: T201 - a command's output
        found[name] = measure()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.platform()}
    args.out.write_text(json.dumps({"machine": machine, **found}, indent=1), encoding="utf8")
    print("\n".join(table(found, FIGURES)))  # noqa: T201
    print(f"\n{args.out}")  # noqa: T201
    return 0


FIGURES: tuple[tuple[str, Figure], ...] = (
    ("client", Figure("launch_s", "launch to accessible window", "s", 1.0)),
    ("client", Figure("resident_mib", "client's memory, voice model loaded", "MiB", 250)),
    ("focus", Figure("kivy_window_s", "ten buttons: launch to accessible window", "s", None, "qt_window_s")),
    ("focus", Figure("kivy_focus_median_ms", "key to focus event, median", "ms", None, "qt_focus_median_ms")),
    ("focus", Figure("kivy_focus_p95_ms", "key to focus event, p95", "ms", 6, "qt_focus_p95_ms")),
    ("focus", Figure("kivy_resident_mib", "ten buttons: memory", "MiB", None, "qt_resident_mib")),
    ("focus", Figure("kivy_idle_cpu_percent", "ten buttons: at rest", "% of a core", 2, "qt_idle_cpu_percent")),
    ("client", Figure("idle_cpu_percent", "client at rest", "% of a core", 2)),
    ("voice", Figure("text_to_sound_ms", "text to first sound", "ms", 60)),
    ("voice", Figure("text_to_sound_worst_ms", "text to first sound, worst of ten", "ms")),
    ("voice", Figure("stop_ms", "stop to silence", "ms", 60)),
    ("voice", Figure("stop_worst_ms", "stop to silence, worst of ten", "ms")),
    ("voice", Figure("model_load_ms", "voice model loads in", "ms")),
    ("voice", Figure("recogniser_real_time_factor", "recogniser, work over length of sound", "", 0.3)),
    ("voice", Figure("end_of_speech_to_result_ms", "end of speech to result (700 ms are the pause)", "ms")),
    ("bank", Figure("bank_transfers_1_client_per_second", "transfers, one client", "a second")),
    ("bank", Figure("bank_transfers_4_clients_per_second", "transfers, four clients", "a second")),
    ("bank", Figure("bank_transfer_p95_ms", "quote and confirmation, p95", "ms")),
)

if __name__ == "__main__":
    raise SystemExit(main())
