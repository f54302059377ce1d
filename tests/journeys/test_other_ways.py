"""A whole transfer by one switch, by two, by resting the pointer and by twelve keys, checked against the bank."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility.dwell import DwellSettings
from accessibility.keypad.settings import KeypadSettings
from accessibility.preferences import Preferences
from accessibility.probe.keys import Keys
from accessibility.switch.settings import ScanMode, SwitchSettings
from app.config import Settings
from app.local_bank import LocalBank
from app.tour.stage import PASSWORD, running_client
from tests.journeys.conftest import Books
from tests.journeys.hands import Resting, Scanning, TwelveKeys
from tests.journeys.watched import WatchedClient, watched

pytestmark = [pytest.mark.screen, pytest.mark.timeout(600)]


@contextlib.contextmanager
def client(local: LocalBank, **preferences: Any) -> Iterator[WatchedClient]:
    """The real client with these chosen; its screens keep the rules on the way and at the end of it."""
    with running_client(local, "zh-CN", settings=Settings(preferences=Preferences(**preferences))) as shown:
        followed = watched(shown)
        followed.look()
        yield followed
        followed.look()


def crowd() -> float:
    """How many want a processor at this moment, for each that there is: an average still counts those that are gone."""
    running, _, _ = Path("/proc/loadavg").read_text("ascii").split()[3].partition("/")
    return int(running) / (os.cpu_count() or 1)


def test_by_one_switch(local: LocalBank, books: Books) -> None:
    """One key, pressed when the mark is right; everything else is waiting."""
    pace = min(2.5, 0.35 * max(1.0, crowd()))  # as slow as the machine makes the eyes of the test
    scan = SwitchSettings(on=True, interval=pace, first_pause=0.0, repeats=20, group_repeats=20, ignore_again=0.0)
    with client(local, switch=scan) as shown, Keys(shown.desktop) as keys:
        Scanning(shown, keys).transfer()
    assert books.booked == [(500_00, "app")]


def test_by_two_switches(local: LocalBank, books: Books) -> None:
    """One key moves, one chooses; time does nothing."""
    scan = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
    with client(local, switch=scan) as shown, Keys(shown.desktop) as keys:
        Scanning(shown, keys, next_key="space").transfer()
    assert books.booked == [(500_00, "app")]


def test_by_a_pointer_that_rests(local: LocalBank, books: Books) -> None:
    """No button is pressed from beginning to end."""
    with client(local, dwell=DwellSettings(on=True, rest=0.3)) as shown:
        Resting(shown).transfer()
    assert books.booked == [(500_00, "app")]


def test_by_twelve_keys(local: LocalBank, books: Books) -> None:
    """Like a telephone menu; nothing of the password is shown or told."""
    with client(local, keypad=KeypadSettings(on=True)) as shown, Keys(shown.desktop) as keys:
        TwelveKeys(shown, keys).transfer()
        told = " ".join(f"{seen.name} {seen.description}" for seen in shown.tree().walk())
    assert PASSWORD not in told
    assert books.booked == [(500_00, "app")]
