"""One bank for all journeys, and its books since a journey began."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.local_bank import LocalBank
from app.tour.stage import CUSTOMER
from tests.bank_process import BankProcess, running_bank


@pytest.fixture(scope="session")
def bank() -> Iterator[BankProcess]:
    """For the whole run: it takes seconds to start, and every journey looks at what it did alone."""
    with running_bank() as process:
        yield process


@pytest.fixture
def local(bank: BankProcess) -> LocalBank:
    """The same bank, as a client is told of it."""
    return LocalBank(bank.url, bank.ca_file, bank.database_path)


class Books:
    """What left the customer's accounts since the journey began."""

    def __init__(self, bank: BankProcess) -> None:
        self._bank, self._before = bank, len(bank.transfers(CUSTOMER))

    @property
    def booked(self) -> list[tuple[int, str]]:
        """Amount in cents and channel of each transfer; the books must balance."""
        assert self._bank.ledger_sum() == 0
        return [(row["amount_cents"], row["channel"]) for row in self._bank.transfers(CUSTOMER)[self._before :]]


@pytest.fixture
def books(bank: BankProcess) -> Books:
    return Books(bank)
