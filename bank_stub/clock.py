"""The bank's clock, in the bank's zone, which drills may move ahead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

BANK_ZONE = timezone(timedelta(hours=8), "CST")
"""China has one civil time and no summer time; bank days begin at its midnight."""


def system_time() -> datetime:
    """The machine's time, aware."""
    return datetime.now(UTC)


class Clock:
    """Tells the time; ``advance`` lets a drill see a quote expire without waiting ten minutes."""

    def __init__(self, source: Callable[[], datetime] = system_time) -> None:
        self._source = source
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Aware, in :data:`BANK_ZONE`."""
        return (self._source() + self._ahead).astimezone(BANK_ZONE)

    def advance(self, seconds: float) -> None:
        """Move ahead (or back, when negative) by ``seconds``."""
        self._ahead += timedelta(seconds=seconds)
