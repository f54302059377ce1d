"""Runs the bank alone: ``python -m bank_stub``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bank_stub.errors import StubError
from bank_stub.server import DEFAULT_HOST, DEFAULT_PORT, run_bank


def main(arguments: list[str] | None = None) -> int:
    """0 after a clean end, 2 with one line on standard error when it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m bank_stub", description="the remote bank, over HTTPS")
    parser.add_argument("--host", default=DEFAULT_HOST)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 for a free one")
    parser.add_argument("--database", help="an SQLAlchemy URL; default: a SQLite file in the data folder")
    parser.add_argument("--data-dir", type=Path, help="where certificates are kept")
    parser.add_argument("--faults", action="store_true", help="take orders to go wrong, for drills")
    given = parser.parse_args(arguments)
    try:
        run_bank(given.host, given.port, given.database, given.data_dir, given.faults)
    except StubError as error:
        sys.stderr.write(f"bank: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
