"""A real bank in its own process, for tests: over HTTPS, with its ledger readable from the file."""

from __future__ import annotations

import selectors
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

START_SECONDS = 60.0
STOP_SECONDS = 15.0


@dataclass(frozen=True)
class BankProcess:
    """A running bank. The ledger is read past the bank, straight from its database."""

    url: str
    ca_file: Path
    database_path: Path
    process: subprocess.Popen[bytes]

    def ledger_sum(self) -> int:
        """The sum of all postings in cents: zero, or money was made or lost."""
        return int(self._rows("SELECT COALESCE(SUM(amount_cents), 0) AS cents FROM postings")[0]["cents"])

    def balance_cents(self, account: str) -> int:
        """What the postings of one account add up to; ``account`` is its id or its last four digits."""
        query = (
            "SELECT SUM(p.amount_cents) AS cents FROM accounts a LEFT JOIN postings p ON p.account_id = a.id "
            "WHERE a.id = ? OR substr(a.number, -4) = ? GROUP BY a.id"
        )
        rows = self._rows(query, account, account)
        assert len(rows) == 1, f"{account!r} names {len(rows)} accounts"
        return int(rows[0]["cents"] or 0)

    def transfers(self, customer: str | None = None) -> list[dict[str, Any]]:
        """Confirmed transfers, oldest first, each with its ``channel``; of one customer number or of all."""
        query = (
            "SELECT t.*, x.channel FROM transfers t JOIN transactions x ON x.id = t.transaction_id "
            "WHERE ? IS NULL OR t.customer_number = ? ORDER BY t.transaction_id"
        )
        return [dict(row) for row in self._rows(query, customer, customer)]

    def fault(self, kind: str, *, times: int = 1, method: str = "", path: str = "", seconds: float = 1.0) -> None:
        """Let the next ``times`` fitting requests go wrong; the bank must run with ``faults=True``."""
        order = {"kind": kind, "times": times, "method": method, "path": path, "seconds": seconds}
        self._order("POST", "/faults", order)

    def clear_faults(self) -> None:
        """Nothing goes wrong any more."""
        self._order("DELETE", "/faults", None)

    def advance(self, seconds: float) -> None:
        """Move the bank's clock ahead; the bank must run with ``faults=True``."""
        self._order("POST", "/faults/clock", {"seconds": seconds})

    def _order(self, method: str, path: str, body: dict[str, Any] | None) -> None:
        with requests.Session() as session:
            session.trust_env = False
            answer = session.request(method, self.url + path, json=body, verify=str(self.ca_file), timeout=10)
        assert answer.status_code == 204, answer.text

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(f"file:{self.database_path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(query, values).fetchall()


@contextmanager
def running_bank(
    directory: Path | None = None, *, port: int = 0, host: str = "127.0.0.1", faults: bool = False
) -> Iterator[BankProcess]:
    """A bank on a free port, its data in ``directory`` (or in one that goes with it), stopped at the end."""
    if directory is None:
        with (
            tempfile.TemporaryDirectory(prefix="bank-", ignore_cleanup_errors=True) as fresh,
            running_bank(Path(fresh), port=port, host=host, faults=faults) as bank,
        ):
            yield bank
        return
    database = directory / "bank.sqlite3"
    command = [sys.executable, "-m", "bank_stub", "--host", host, "--port", str(port)]
    command += ["--database", f"sqlite:///{database}", *(["--faults"] if faults else [])]
    with (directory / "bank.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log)
    try:
        url = _ready_url(process, directory / "bank.log")
        yield BankProcess(url, directory / "ca.pem", database, process)
    finally:
        _stop(process)


def _ready_url(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address in the bank's one line ``ready https://…``."""
    assert process.stdout is not None
    deadline = time.monotonic() + START_SECONDS
    line = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not line.endswith(b"\n") and selector.select(max(0.0, deadline - time.monotonic())):
            chunk = process.stdout.read1(4096)  # type: ignore[attr-defined]
            if not chunk:
                break
            line += chunk
    word, _, url = line.decode().strip().partition(" ")
    if word != "ready":
        raise AssertionError(f"the bank did not start: {line!r} {log.read_text()}")
    return url


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdout is not None
    process.stdout.close()
