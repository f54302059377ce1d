"""Presses: which of a switch's ups and downs count, for hands that tremble, slip or cannot let go; pure."""

from enum import StrEnum

from accessibility.switch.settings import Accept, SwitchSettings


class Switch(StrEnum):
    """The two switches; who has one only has SELECT."""

    NEXT = "next"
    SELECT = "select"


class Presses:
    """Fed with every down and up and the time in seconds; answers with the switch when a press counts."""

    def __init__(self, settings: SwitchSettings) -> None:
        self._settings = settings
        self._down: dict[Switch, float] = {}
        self._counted: set[Switch] = set()
        self._last = float("-inf")

    def down(self, switch: Switch, now: float) -> Switch | None:
        """The switch went down; a key that repeats itself is down once."""
        if switch in self._down:
            return None
        self._down[switch] = now
        return self._held(switch, now) if self._settings.accept is Accept.PRESS else None

    def tick(self, now: float) -> Switch | None:
        """Time has passed: a press that has to be held may count now."""
        if self._settings.accept is Accept.RELEASE:
            return None
        return next((found for switch in list(self._down) if (found := self._held(switch, now))), None)

    def up(self, switch: Switch, now: float) -> Switch | None:
        """The switch came up."""
        counted = None
        if switch in self._down and self._settings.accept is Accept.RELEASE:
            counted = self._held(switch, now)
        self._down.pop(switch, None)
        self._counted.discard(switch)
        return counted

    def forget(self) -> None:
        """Nothing is down any more, and nothing that was counts: what comes up elsewhere is not told."""
        self._down.clear()
        self._counted.clear()

    def _held(self, switch: Switch, now: float) -> Switch | None:
        """The switch, when it has been down for long enough, once, and not too soon after the last one."""
        if switch in self._counted or now - self._down[switch] < self._settings.hold:
            return None
        self._counted.add(switch)
        if now - self._last < self._settings.ignore_again:
            return None
        self._last = now
        return switch
