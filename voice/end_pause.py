"""EndPause: how long a silence ends a sentence; it lengthens by itself for whoever is cut off again and again."""

from __future__ import annotations

LONGEST = 4.0
"""Seconds; nobody waits longer after every sentence."""

_CUT_OFFS = 2
_LONGER = 1.5


class EndPause:
    """Starts with the customer's own setting and never gets shorter than that."""

    def __init__(self, seconds: float) -> None:
        self._seconds = self._chosen = seconds
        self._cut_offs = 0

    @property
    def seconds(self) -> float:
        """The silence that ends a sentence now."""
        return self._seconds

    def set(self, seconds: float) -> None:
        """What the customer has chosen; the same as before changes nothing, so that other settings may change."""
        if seconds != self._chosen:
            self._seconds, self._chosen, self._cut_offs = seconds, seconds, 0

    def cut_off(self) -> bool:
        """A sentence was cut off in the middle; True when the pause was lengthened."""
        self._cut_offs += 1
        if self._cut_offs < _CUT_OFFS or self._seconds >= LONGEST:
            return False
        self._seconds, self._cut_offs = min(LONGEST, self._seconds * _LONGER), 0
        return True
