"""``make bench``: every figure in one table, beside its target and the same figure of its peers in the same run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_bank
import bench_client
import bench_hearing
import bench_numbers
import bench_sphinx
import bench_talk
import bench_toolkits
import bench_voice
from bench_figures import FIGURES, Verdict, judge, table
from bench_pages import toolkits
from bench_voice_figures import VOICE_FIGURES

from scripts.bench_hearing_others import CLIPS_VARIABLE, clips_folder

Figures = dict[str, dict[str, float]]

QUICK_SIZES, QUICK_PRESSES = (10, 1000), 20


def parts(quick: bool, full: bool = False, clips: Path | None = None) -> dict[str, Callable[[], dict[str, float]]]:
    """What is measured, by the name of the option ``--only``."""
    sizes, presses = (QUICK_SIZES, QUICK_PRESSES) if quick else (bench_toolkits.SIZES, bench_toolkits.PRESSES)
    numbers = bench_numbers.QUICK if quick else bench_numbers.FULL if full else bench_numbers.USUAL
    return {
        "toolkits": partial(bench_toolkits.measure, sizes, presses),
        "client": bench_client.measure,
        "voice": bench_voice.measure,
        "hearing": partial(bench_hearing.measure, quick, clips),
        "numbers": partial(bench_numbers.measure, numbers),
        "talk": partial(bench_talk.measure, 3 if quick else 9),
        "sphinx": partial(bench_sphinx.measure, quick),
        "bank": bench_bank.measure,
    }


def main() -> int:
    """Measure, print, write JSON. 0 even when a target is missed: a figure is not a test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/bench.json"))
    parser.add_argument("--only", choices=parts(False), action="append")
    parser.add_argument("--quick", action="store_true", help="fewer sizes and key presses: does it work at all?")
    parser.add_argument("--full", action="store_true", help="1,000 amounts and 1,000 digit strings in each language")
    parser.add_argument(
        "--clips", type=Path, default=clips_folder(), help=f"WAV files of people who say other things; {CLIPS_VARIABLE}"
    )
    parser.add_argument("--note", default="", help="what else is to be known of this run: what the machine did beside")
    args = parser.parse_args()
    found: Figures = {}
    for name, measure in parts(args.quick, args.full, args.clips).items():
        if args.only and name not in args.only:
            continue
        say(f"measuring {name} …")
        found[name] = measure()
    verdicts = judge(found, (*FIGURES, *VOICE_FIGURES))
    missing = {toolkit.name: toolkit.missing for toolkit in toolkits() if toolkit.missing}
    if lost := bench_sphinx.missing():
        missing["pocketsphinx"] = lost
    if args.clips is None:
        missing["a folder of people's clips"] = f"name one with --clips or {CLIPS_VARIABLE}"
    write(args.out, found, verdicts, missing, args.note)
    say("\n".join(table(verdicts, missing)))
    say(f"\n{args.out}")
    return 0


def write(file: Path, found: Figures, verdicts: list[Verdict], missing: dict[str, str], note: str = "") -> None:
    """All of it as JSON: the machine, each figure, each target and whether it is met; ``note`` is of this run."""
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "date": time.strftime("%Y-%m-%d"),
        "note": note,
    }
    targets = {
        verdict.figure.label: {"value": verdict.value, "target": verdict.target, "met": verdict.met}
        for verdict in verdicts
        if verdict.met is not None
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = {"machine": machine, **found, "targets": targets, "not_here": missing}
    file.write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf8")


def say(text: str) -> None:
    """A line of this command's output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
