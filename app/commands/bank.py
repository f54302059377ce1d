"""``tingjian bank``: the remote bank's stub, over HTTPS, until it is told to stop."""

from __future__ import annotations

import argparse

from app.commands.errors import CommandError
from app.config import Places


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "bank",
        help="run the bank stub",
        description="Serves the bank over HTTPS. Prints one line 'ready https://HOST:PORT' when it serves.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8443, metavar="N", help="port, 0 for a free one (8443)")
    parser.add_argument("--database", metavar="URL", help="SQLAlchemy URL (a SQLite file among the user's data)")
    parser.add_argument("--faults", action="store_true", help="take orders to go wrong, for tests and drills only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bank_stub.errors import StubError
    from bank_stub.server import run_bank

    try:
        run_bank(args.host, args.port, args.database, Places.of_this_user().bank, args.faults)
    except StubError as error:
        raise CommandError(str(error)) from error
    return 0
