"""DwellLayer: a resting pointer clicks in a Kivy window, as a real touch, so that whatever is on top gets it."""

import itertools
import time
from collections.abc import Callable
from typing import Any

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.input.providers.mouse import MouseMotionEvent

from accessibility.dwell import Dwell, DwellSettings, Point

TICK = 1 / 30


class DwellLayer:
    """may_click(place): whether a click there is wanted now. progress(place, share): to be painted.

    aim(place): what stands there before the click, which may change the screen; it is given to clicked(aimed) after
    it. Places are in window pixels with y up.
    """

    def __init__(
        self,
        window: Any,
        settings: DwellSettings,
        density: float,
        may_click: Callable[[Point], bool],
        progress: Callable[[Point | None, float], object],
        aim: Callable[[Point], Any],
        clicked: Callable[[Any], object],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._window, self._now = window, now
        self._may_click, self._progress = may_click, progress
        self._aim, self._clicked = aim, clicked
        self._dwell = Dwell(settings.rest, settings.radius * density)
        self._ids = itertools.count(1)
        self._ticking: Any = None

    def start(self) -> None:
        """Follow the pointer."""
        self._window.bind(mouse_pos=self._moved, on_cursor_leave=self._left, on_touch_down=self._pressed)
        self._ticking = Clock.schedule_interval(lambda dt: self.tick(), TICK)

    def close(self) -> None:
        """Follow it no more."""
        self._window.unbind(mouse_pos=self._moved, on_cursor_leave=self._left, on_touch_down=self._pressed)
        if self._ticking is not None:
            self._ticking.cancel()
        self._progress(None, 0.0)

    def tick(self) -> None:
        """Time has passed."""
        now = self._now()
        place = self._dwell.place
        wanted = place is not None and self._may_click(place)
        self._progress(place if wanted else None, self._dwell.progress(now))
        done = self._dwell.tick(now)
        if done is not None and wanted:
            self._click(done)

    def _moved(self, window: Any, place: Point) -> None:
        self._dwell.move((float(place[0]), float(place[1])), self._now())

    def _left(self, *_: Any) -> None:
        self._dwell.leave()

    def _pressed(self, window: Any, touch: Any) -> bool:
        if not getattr(touch, "is_dwell", False):
            self._dwell.leave()  # who presses a button needs no help with it
        return False

    def _click(self, place: Point) -> None:
        aimed = self._aim(place)
        right, up = self._window.to_normalized_pos(*place)
        touch = RestTouch("dwell", next(self._ids), (right, up, "left"), is_touch=True, type_id="touch")
        EventLoop.post_dispatch_input("begin", touch)
        touch.update_time_end()
        EventLoop.post_dispatch_input("end", touch)
        self._clicked(aimed)


class RestTouch(MouseMotionEvent):  # type: ignore[misc]  # Kivy is untyped
    """A left click that nobody's finger made."""

    is_dwell = True
