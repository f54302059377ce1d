"""Presses: which presses of the twelve keys count, for hands that tremble or are slow to let go; pure."""

import time
from collections.abc import Callable

from accessibility.held_keys import HeldKeys


class Presses:
    """Told of every press, by whichever way it comes, and of the ups and downs of keys.

    `ignore_again`: seconds in which a second press of the same key is none (EN 301 549, 5.8). They are counted from
    the last that was felt of that key, be it a press that did not count or its coming up: a hand that trembles on and
    on presses once.
    """

    def __init__(self, ignore_again: float = 0.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.ignore_again, self._clock = ignore_again, clock
        self._held = HeldKeys(clock)
        self._last, self._at = "", float("-inf")

    def repeats(self, code: int) -> bool:
        """The keyboard's key of that code went down: whether it only repeats itself (EN 301 549, 5.7)."""
        return self._held.down(code)

    def up(self, code: int, key: str | None) -> None:
        """The keyboard's key of that code came up; `key`: which of the twelve it is, if any."""
        self._held.up(code)
        if key is not None and key == self._last:
            self._at = self._clock()

    def counts(self, key: str) -> bool:
        """One of the twelve was pressed: whether that is a press. Other keys are never too soon."""
        now = self._clock()
        again = key == self._last and now - self._at < self.ignore_again
        self._last, self._at = key, now
        return not again
