"""Transfers a second through the bank: quote and confirm over HTTPS, by one customer and by four at once."""

from __future__ import annotations

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from app.bank.http import HttpBank
from app.domain.money import Money
from app.domain.payments import TransferOrder
from app.domain.secret import Secret

CLIENTS = 4


def measure(seconds: float = 5.0) -> dict[str, float]:
    """Figures of a fresh bank in a process of its own, each measured for ``seconds``.

    ``…_per_second`` count whole transfers (two requests each); ``…_ms`` are one customer's, quote to receipt.
    Raises RuntimeError when the ledger does not hold exactly what was confirmed.
    """
    with _bank() as (url, folder):
        ca_file = folder / "ca.pem"
        alone = _transfers(url, ca_file, 1, seconds)
        with ThreadPoolExecutor(CLIENTS) as pool:
            each = list(pool.map(lambda at: _transfers(url, ca_file, at + 1, seconds), range(CLIENTS)))
        together = sum(len(done) for done in each)
        _check(folder, len(alone) + together)
    times = sorted(1000 * taken for taken in alone)
    return {
        "bank_transfers_1_client_per_second": len(alone) / sum(alone),
        "bank_transfers_4_clients_per_second": together / seconds,
        "bank_transfer_median_ms": statistics.median(times),
        "bank_transfer_p95_ms": times[int(len(times) * 0.95)],
    }


def _transfers(url: str, ca_file: Path, place: int, seconds: float) -> list[float]:
    """How long each transfer of one cent took, one after the other, by the demonstration customer ``place``."""
    bank = HttpBank(url, ca_file, channel="terminal")
    bank.sign_in(f"{10_000_000 + place}", Secret(f"demo{place:02d}{place:02d}"))
    order = TransferOrder(bank.accounts()[0].id, bank.payees()[0].id, Money(1))
    taken: list[float] = []
    end = time.perf_counter() + seconds
    while (start := time.perf_counter()) < end:
        bank.confirm_transfer(bank.quote_transfer(order).id, str(uuid4()))
        taken.append(time.perf_counter() - start)
    bank.close()
    return taken


def _check(folder: Path, confirmed: int) -> None:
    """The ledger, read past the bank, holds each confirmed transfer and nothing else moved."""
    with closing(sqlite3.connect(f"file:{folder / 'bank.sqlite3'}?mode=ro", uri=True)) as ledger:
        held = ledger.execute("SELECT COUNT(*) FROM transfers").fetchone()[0]
        total = ledger.execute("SELECT SUM(amount_cents) FROM postings").fetchone()[0]
    if (held, total) != (confirmed, 0):
        raise RuntimeError(f"{confirmed} transfers confirmed, {held} in the ledger, sum {total}")


@contextmanager
def _bank() -> Iterator[tuple[str, Path]]:
    with tempfile.TemporaryDirectory(prefix="bench-bank-") as folder:
        command = [sys.executable, "-m", "bank_stub", "--port", "0", "--data-dir", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            word, _, url = process.stdout.readline().strip().partition(" ")
            try:
                if word != "ready":
                    raise RuntimeError("the bank did not start")
                yield url, Path(folder)
            finally:
                process.terminate()
                process.wait(15)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(), indent=2) + "\n")
