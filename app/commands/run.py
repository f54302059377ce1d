"""``tingjian run``: the client's window."""

from __future__ import annotations

import argparse
import os
import sys

from app import bootstrap, launch_memory
from app.commands.errors import CommandError
from app.commands.options import add_bank_options, bank_of
from app.config import Places
from app.ui.ways.choice import FIELDS
from app.words import LANGUAGES


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "run",
        help="open the client",
        description="Opens the client's window. Without --bank it starts a bank on this machine.",
    )
    add_bank_options(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="language (the last one used, at first zh-CN)")
    parser.add_argument("--way", choices=tuple(FIELDS), default="", help="work it by switch, resting pointer or keypad")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from app.ui.fonts import FontMissing

    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CommandError("there is no display here; 'tingjian text' works without, 'tingjian tour' brings its own")
    launch_memory.begin()
    try:
        with bank_of(args) as bank:
            bootstrap.run_client(bank, args.lang, Places.of_this_user(), args.way)
    except FontMissing as error:
        raise CommandError(str(error)) from error
    return 0
