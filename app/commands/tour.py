"""``tingjian tour``: a synthetic customer does the main job in four ways while you watch the transcript."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from app import bootstrap
from app.commands.errors import CommandError
from app.words import LANGUAGES


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "tour",
        help="watch the main job done in four ways",
        description="Plays the main job by eye, by screen reader, by voice and by text, on a virtual screen and sound"
        " card, prints what is said, heard and shown, and writes an HTML report with pictures.",
    )
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("out/tour"), help="folder (out/tour)")
    parser.add_argument("--lang", choices=LANGUAGES, default="zh-CN", help="language (zh-CN)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from accessibility.probe.errors import DesktopError
    from app.local_bank import BankNotStarted, local_bank
    from app.tour.play import play
    from app.tour.report import write_report
    from app.tour.story import Story

    def tell(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    try:
        story = Story(args.out, tell)
        with tempfile.TemporaryDirectory(prefix="tour-") as folder, local_bank(Path(folder)) as bank:
            address = bootstrap.BankAddress(bank.url, bank.certificate_authority)
            play(bank, bootstrap.make_bank(address, "app"), args.lang, story)
    except (BankNotStarted, DesktopError) as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"cannot write the report: {error}") from error
    tell(f"\nReport: {write_report(story, args.lang)}")
    if story.failed:
        raise CommandError("failed: " + ", ".join(chapter.title for chapter in story.failed))
    return 0
