"""The options of scripts/voice_model.py."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from voice.model_builder.weights import PACES


def parser(langs: Sequence[str], work: Path, about: str) -> argparse.ArgumentParser:
    """All commands, for these languages; ``work`` is where speech and progress are kept."""
    found = argparse.ArgumentParser(description=about)
    commands = found.add_subparsers(dest="command", required=True)
    build = commands.add_parser("graphs", help="build the graphs of the shipped models from the flows")
    build.add_argument("lang", nargs="*", default=[], help=" or ".join(langs) + "; all when left out")
    build.add_argument("--material", default="", help="JSON file of another product's sentences, and --out its model")
    build.add_argument("--out", default="", help="a copy of a shipped model, whose graphs are replaced")
    syllables = commands.add_parser("syllables", help="one speaker of Debian's gcin-voice as a folder of recordings")
    syllables.add_argument("source", help="/usr/share/gcin-voice/ogg")
    syllables.add_argument("--voice", default="5", help="5 (CC BY) or 3 (GPL)")
    syllables.add_argument("--out", required=True, help="folder for --recordings or --people")
    clips = commands.add_parser("clips", help="people of Debian's pocketsphinx-testdata as a folder for --clips")
    clips.add_argument("source", help="/usr/share/pocketsphinx/test/data")
    clips.add_argument("--out", required=True, help="folder for --clips")
    train, measure = (
        commands.add_parser("train", help="a model from nothing, or on from --start"),
        commands.add_parser("measure", help="what a model hears, as a table"),
    )
    for command in (train, measure):
        command.add_argument("lang", choices=list(langs))
        command.add_argument("--recordings", default="", help="folder with words/ and syllables*/ of people")
        command.add_argument("--styles", default="", help="folder with styles of further neural voices")
    _train_options(train, work)
    _measure_options(measure)
    return found


def _train_options(command: argparse.ArgumentParser, work: Path) -> None:
    command.add_argument("--size", type=int, default=1000, help="utterances of a shard")
    command.add_argument("--work", default=str(work), help="where speech and progress are kept")
    command.add_argument("--out", default="", help="model folder to write; one in --work when left out")
    command.add_argument("--neural", type=float, help="share of neural voices; 0.12 with --styles, else 0")
    command.add_argument("--flite", type=float, default=0.0, help="share of flite's English voices: 0.1")
    command.add_argument("--start", default="", help="model folder whose network is trained on")
    command.add_argument("--every", type=int, choices=PACES, help="ms between two scores; those of --start, or 30")
    command.add_argument(
        "--units", type=int, nargs=2, metavar=("LAYER", "BOTTLENECK"), help="a --start with fewer is widened"
    )
    command.add_argument("--shards", type=int, default=40, help="how many times --size utterances to make")
    command.add_argument(
        "--steps", type=int, nargs="+", default=[15_500], metavar="N",
        help="batches, a number a round: each with new speech beside the old, at half the rate",
    )  # fmt: skip
    command.add_argument("--even-steps", type=int, default=700, help="evenly spread labels at the start")
    command.add_argument("--rate", type=float, default=2e-3)
    command.add_argument("--keep", type=float, default=0.0, help="how much to stay as --start is: 0.3")
    command.add_argument("--seed", type=int, default=101)
    command.add_argument("--threads", type=int, default=1, help="another number adds up in another order")


def _measure_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--size", type=int, default=300, help="utterances a row")
    command.add_argument("--model", default="", help="model folder; the shipped one when left out")
    command.add_argument("--clips", default="", help="folder with manifest.tsv and clips of people")
    command.add_argument("--neural", type=int, default=0, help="so many utterances a row by neural voices: 60")
    command.add_argument("--people", default="", help="folder of somebody's recorded syllables or words")
    command.add_argument("--verbose", action="store_true", help="name what was misheard")
