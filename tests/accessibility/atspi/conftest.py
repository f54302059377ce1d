"""One desktop and one client of its bus for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from tests.accessibility.atspi.served import Served


@pytest.fixture(scope="module")
def desk() -> Iterator[Desktop]:
    with Desktop(screen_reader=True) as desktop:
        yield desktop


@pytest.fixture(scope="module")
def bus(desk: Desktop) -> Iterator[Bus]:
    with Bus(desk) as client:
        yield client


@pytest.fixture
def served(desk: Desktop, bus: Bus) -> Iterator[Served]:
    program = Served(desk, bus)
    yield program
    program.close()
