"""A whole transfer by one switch, by two, by resting the pointer and by twelve keys, checked against the bank."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

import pytest

from accessibility.dwell import DwellSettings
from accessibility.keypad.settings import KeypadSettings
from accessibility.preferences import Preferences
from accessibility.probe.keys import Keys
from accessibility.switch.settings import ScanMode, SwitchSettings
from app.config import Settings
from app.local_bank import LocalBank
from app.tour.stage import CUSTOMER, PASSWORD, running_client
from tests.bank_process import BankProcess, running_bank
from tests.journeys.hands import Resting, Scanning, TwelveKeys
from tests.journeys.watched import WatchedClient, watched

pytestmark = [pytest.mark.screen, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def bank() -> Iterator[BankProcess]:
    with running_bank() as process:
        yield process


class Books:
    """What left the account since the test began."""

    def __init__(self, bank: BankProcess) -> None:
        self._bank, self._before = bank, len(bank.transfers(CUSTOMER))

    @property
    def booked(self) -> list[tuple[int, str]]:
        assert self._bank.ledger_sum() == 0
        return [(row["amount_cents"], row["channel"]) for row in self._bank.transfers(CUSTOMER)[self._before :]]


@pytest.fixture
def books(bank: BankProcess) -> Books:
    return Books(bank)


@contextlib.contextmanager
def client(bank: BankProcess, **preferences: Any) -> Iterator[WatchedClient]:
    """The real client with these chosen; its screens keep the rules on the way and at the end of it."""
    local = LocalBank(bank.url, bank.ca_file, bank.database_path)
    with running_client(local, "zh-CN", settings=Settings(preferences=Preferences(**preferences))) as shown:
        followed = watched(shown)
        followed.look()
        yield followed
        followed.look()


def test_by_one_switch(bank: BankProcess, books: Books) -> None:
    """One key, pressed when the mark is right; everything else is waiting."""
    crowd = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))  # as slow as the machine makes the eyes of the test
    pace = min(2.5, 0.35 * crowd)
    scan = SwitchSettings(on=True, interval=pace, first_pause=0.0, repeats=20, group_repeats=20, ignore_again=0.0)
    with client(bank, switch=scan) as shown, Keys(shown.desktop) as keys:
        Scanning(shown, keys).transfer()
    assert books.booked == [(500_00, "app")]


def test_by_two_switches(bank: BankProcess, books: Books) -> None:
    """One key moves, one chooses; time does nothing."""
    scan = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
    with client(bank, switch=scan) as shown, Keys(shown.desktop) as keys:
        Scanning(shown, keys, next_key="space").transfer()
    assert books.booked == [(500_00, "app")]


def test_by_a_pointer_that_rests(bank: BankProcess, books: Books) -> None:
    """No button is pressed from beginning to end."""
    with client(bank, dwell=DwellSettings(on=True, rest=0.3)) as shown:
        Resting(shown).transfer()
    assert books.booked == [(500_00, "app")]


def test_by_twelve_keys(bank: BankProcess, books: Books) -> None:
    """Like a telephone menu; nothing of the password is shown or told."""
    with client(bank, keypad=KeypadSettings(on=True)) as shown, Keys(shown.desktop) as keys:
        TwelveKeys(shown, keys).transfer()
        told = " ".join(f"{seen.name} {seen.description}" for seen in shown.tree().walk())
    assert PASSWORD not in told
    assert books.booked == [(500_00, "app")]
