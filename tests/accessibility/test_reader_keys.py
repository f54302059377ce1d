"""Keys that are offered to a screen reader which is slow, silent or gone."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from jeepney import MessageType

from accessibility.providers import atspi_keys
from accessibility.providers.atspi_keys import KeyTeller

ENTER = (271, 88, None, [])


class Line:
    """A line to the registry, and a clock: what each question meets is told beforehand."""

    def __init__(self) -> None:
        self.now, self.asked = 100.0, 0
        self.meets: Iterator[bool | None] = iter(())

    def send_and_get_reply(self, call: Any, timeout: float) -> Any:
        self.asked += 1
        used = next(self.meets)
        if used is None:
            self.now += timeout
            raise TimeoutError
        header = SimpleNamespace(message_type=MessageType.method_return)
        return SimpleNamespace(header=header, body=(used,))

    def monotonic(self) -> float:
        return self.now

    def close(self) -> None: ...


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    made = Line()
    monkeypatch.setattr(atspi_keys, "time", made)
    monkeypatch.setattr(atspi_keys, "open_dbus_connection", lambda address: made)
    return made


@pytest.fixture
def teller(line: Line) -> KeyTeller:
    made = KeyTeller()
    made.start("unix:path=/here")
    return made


def test_a_reader_that_was_slow_once_gets_the_next_key(line: Line, teller: KeyTeller) -> None:
    """It was at work on the last key; without this its commands would be lost, or press what has the focus."""
    line.meets = iter((None, True))
    assert [teller.offer(True, *ENTER) for _ in range(2)] == [False, True]


def test_a_reader_that_stays_silent_does_not_hold_up_every_key(line: Line, teller: KeyTeller) -> None:
    line.meets = iter(lambda: None, False)
    began = line.now
    for _ in range(100):
        teller.offer(True, *ENTER)
        line.now += 0.1
    typing = 100 * 0.1
    assert line.now - began - typing <= 5, "seconds waited in vain"
    line.meets = iter((True, None, True))
    line.now += 5
    assert [teller.offer(True, *ENTER) for _ in range(3)] == [True, False, True], "once it answers, all is forgotten"
