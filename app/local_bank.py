"""A bank on this machine, in its own process, for a client that was given no other."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

READY = "ready "
_GRACE_SECONDS = 5


class BankNotStarted(Exception):
    """The bank's process ended before it served; its last line says why."""


@dataclass(frozen=True, slots=True)
class LocalBank:
    """Where it serves, whom to trust, and what it keeps."""

    url: str
    certificate_authority: Path
    database: Path


@contextlib.contextmanager
def local_bank(folder: Path) -> Iterator[LocalBank]:
    """Start the stub on a free port of the loopback, with its files in ``folder``; end it on leaving."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "bank.sqlite3"
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "bank_stub", "--port", "0"),
            *("--database", f"sqlite:///{database.absolute()}", "--data-dir", str(folder.absolute())),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield LocalBank(_ready(process), folder / "ca.pem", database)
    finally:
        _end(process)


def _ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline()
    if not line.startswith(READY):
        said = process.stderr.read().strip().splitlines()
        raise BankNotStarted(said[-1] if said else "the bank ended without a word")
    return line.removeprefix(READY).strip()


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
