"""Flash: a frame around the window that lights up for a message, for who does not hear its sound."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Line

from app.ui.look import Look

ON, OFF = 0.25, 0.25
"""Seconds: two flashes a second, where WCAG 2.3.1 allows three."""

TIMES = 3
STEADY = 2.0
"""Seconds without a flicker for who wants no motion."""

WIDTH = 12.0
"""Of the frame in dp: under a quarter of any ten degrees of sight."""


def flash_plan(reduce_motion: bool) -> list[tuple[float, bool]]:
    """When (seconds from now) the frame is lit and when it goes out."""
    if reduce_motion:
        return [(0.0, True), (STEADY, False)]
    return [(turn * (ON + OFF) + late, lit) for turn in range(TIMES) for late, lit in ((0.0, True), (ON, False))]


class Flash:
    """Draws on the window itself, above everything, and takes no room and no touch.

    Messages that come while it flashes are worth one more flash after it: begun anew by each, a burst of them would
    flicker faster than WCAG 2.3.1 allows.
    """

    def __init__(self, look: Look, window: Any) -> None:
        self._look, self._window = look, window
        self._planned: list[Any] = []
        self._next: tuple[bool, bool] | None = None
        with window.canvas.after:
            self._colour = Color(0, 0, 0, 0)
            self._frame = Line(width=1)

    def flash(self, *, urgent: bool, reduce_motion: bool) -> None:
        """Light up, now or after the flash that is going on: in the colour of errors when it is urgent."""
        if self._planned:
            self._next = (urgent or (self._next is not None and self._next[0]), reduce_motion)
        else:
            self._begin(urgent, reduce_motion)

    def stop(self) -> None:
        """Dark, and nothing to come."""
        for planned in self._planned:
            planned.cancel()
        self._planned.clear()
        self._next = None
        self._colour.a = 0

    def _begin(self, urgent: bool, reduce_motion: bool) -> None:
        plan = flash_plan(reduce_motion)
        self._planned = [Clock.schedule_once(lambda _, lit=lit: self._light(lit, urgent), at) for at, lit in plan]
        self._planned.append(Clock.schedule_once(self._go_on, plan[-1][0] + OFF))

    def _go_on(self, _: float) -> None:
        """One flash is over, and the dark after it."""
        self._planned.clear()
        if self._next is not None:
            (urgent, reduce_motion), self._next = self._next, None
            self._begin(urgent, reduce_motion)

    def _light(self, lit: bool, urgent: bool) -> None:
        red, green, blue, _ = self._look.colour("error" if urgent else "accent")
        self._colour.rgba = (red, green, blue, 1 if lit else 0)
        half = self._look.style.px(WIDTH) / 2
        width, height = self._window.size
        self._frame.width = half
        self._frame.rectangle = (half, half, width - 2 * half, height - 2 * half)
