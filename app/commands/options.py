"""Options that several commands share: which bank to talk to."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

from app import bootstrap
from app.commands.errors import CommandError
from app.config import Places
from app.domain.errors import Problem
from app.local_bank import BankNotStarted, local_bank


def add_bank_options(parser: argparse.ArgumentParser) -> None:
    """``--bank`` and ``--ca``."""
    parser.add_argument("--bank", metavar="URL", help="address of the bank (default: start one on this machine)")
    parser.add_argument(
        "--ca", metavar="FILE", type=Path, help="certificate authority to trust for --bank (default: this machine's)"
    )


@contextlib.contextmanager
def bank_of(args: argparse.Namespace) -> Iterator[bootstrap.BankAddress]:
    """The bank that the command line asks for, started when it asks for none."""
    places = Places.of_this_user()
    if args.bank is None:
        try:
            with local_bank(places.bank) as bank:
                yield bootstrap.BankAddress(bank.url, bank.certificate_authority)
        except BankNotStarted as error:
            raise CommandError(f"the bank did not start: {error}") from error
        return
    authority = args.ca or places.certificate_authority
    if not args.bank.startswith("https://"):
        raise CommandError("--bank must be an https:// address", 2)
    if not authority.is_file():
        raise CommandError(f"no certificate authority at {authority}; name one with --ca", 2)
    address = bootstrap.BankAddress(args.bank, authority)
    try:
        bootstrap.check_reachable(address)
    except Problem as problem:
        raise CommandError(f"no bank answers at {args.bank} ({problem.code})") from problem
    yield address
