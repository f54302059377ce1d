"""Waiting for what the bus tells: trees are read when something is another, and seldom otherwise."""

from __future__ import annotations

import threading

import pytest

from accessibility.probe import atspi
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Event

AGES = 3600.0
TOLD = Event("object:state-changed:focused", 0.0, 1, 0, "", "push button", "确认", "/1")


@pytest.fixture
def bus() -> Bus:
    """One that no process tells anything."""
    return Bus(Desktop())


@pytest.mark.timeout(20)
@pytest.mark.parametrize("later", [False, True], ids=["while it is read", "afterwards"])
def test_a_tree_is_read_again_when_something_is_told(bus: Bus, monkeypatch: pytest.MonkeyPatch, later: bool) -> None:
    """At once: it would wait an hour without the event."""
    monkeypatch.setattr(atspi, "_SELDOM", AGES)
    readings: list[int] = []

    def read() -> bool:
        readings.append(bus.mark())
        if len(readings) == 1:
            told = threading.Timer(0.05 if later else 0.0, bus._take, [TOLD])
            told.start()
            if not later:
                told.join()
        return len(readings) == 2

    assert bus.until(read, "another tree")
    assert readings == [0, 1]


@pytest.mark.timeout(20)
def test_events_of_before_are_no_news(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atspi, "_SELDOM", 0.2)
    monkeypatch.setattr(atspi, "_BURST", 0.0)
    bus._take(TOLD)
    readings: list[int] = []
    with pytest.raises(NotThereError, match="waited 1 s for what never comes"):
        bus.until(lambda: readings.append(1), "what never comes", timeout=1)
    assert 2 <= len(readings) <= 7, "now and then, for not all is told, and no more often"
