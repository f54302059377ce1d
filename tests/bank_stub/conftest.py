"""A seeded bank in a file of its own, with a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bank_stub.clock import Clock
from bank_stub.seed import seed
from bank_stub.services import Services
from bank_stub.store import Store
from tests.bank_process import BankProcess, running_bank

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # 12:00 at the bank


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the first data; made once, copied for each test."""
    file = tmp_path_factory.mktemp("seeded") / "bank.sqlite3"
    store = Store(f"sqlite:///{file}")
    assert seed(store, Clock(lambda: NOON))
    store.close()
    return file


@pytest.fixture
def database(seeded_file: Path, tmp_path: Path) -> str:
    """The URL of a fresh copy of the first data."""
    return f"sqlite:///{shutil.copy(seeded_file, tmp_path / 'bank.sqlite3')}"


@pytest.fixture
def bank(database: str) -> Iterator[Services]:
    """The bank's services at noon."""
    services = Services(Store(database), Clock(lambda: NOON))
    yield services
    services.store.close()


@pytest.fixture(scope="session")
def process() -> Iterator[BankProcess]:
    """A real bank process that takes no orders to go wrong."""
    with running_bank() as running:
        yield running
