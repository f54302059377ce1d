"""HeldKeys: tells a press from its repetitions; Kivy passes both on alike."""

import time
from collections.abc import Callable

SILENCE = 1.5
"""Seconds. A key that is held repeats sooner than that, on any platform; longer ago, its coming up was not seen: it
came up in another window, or was used up by somebody else."""


class HeldKeys:
    """Told of every key that goes down or comes up."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._down: dict[int, float] = {}

    def down(self, key: int) -> bool:
        """Whether this only repeats a press (EN 301 549, 5.7)."""
        now = self._clock()
        before = self._down.get(key)
        self._down[key] = now
        return before is not None and now - before < SILENCE

    def up(self, key: int) -> None:
        self._down.pop(key, None)
