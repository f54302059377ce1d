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

    aim(place): what stands there; becomes it something else, the rest begins anew, for the customer has not seen it
    yet. What stood there before the click, which may change the screen, is given to clicked(aimed) after it. Places are
    in window pixels with y up.
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
        self._held: set[str] = set()
        self._aimed: Any = None
        self._ticking: Any = None
        self._events = {
            "mouse_pos": self._moved,
            "on_cursor_enter": self._entered,
            "on_cursor_leave": self._left,
            "on_mouse_down": self._button_down,
            "on_mouse_up": self._button_up,
            "on_touch_down": self._touched,
            "focus": self._window_focus,
        }

    def start(self) -> None:
        """Follow the pointer."""
        self._window.bind(**self._events)
        self._ticking = Clock.schedule_interval(lambda dt: self.tick(), TICK)

    def close(self) -> None:
        """Follow it no more."""
        self._window.unbind(**self._events)
        if self._ticking is not None:
            self._ticking.cancel()
        self._progress(None, 0.0)

    def tick(self) -> None:
        """Time has passed."""
        now, place = self._now(), self._dwell.place
        if place is None or self._dwell.is_spent:
            self._progress(None, 0.0)
            return
        aimed = self._aim(place)
        wanted = self._may_click(place)
        if not wanted or aimed is not self._aimed:
            self._dwell.again(now)
        self._aimed = aimed
        self._progress(place if wanted else None, self._dwell.progress(now))
        done = self._dwell.tick(now)
        if done is not None:
            self._click(done)

    def _moved(self, window: Any, place: Point) -> None:
        at = float(place[0]), float(place[1])
        if self._held:  # a drag is no rest, and where it ends nothing more is to happen
            self._dwell.spend(at)
        else:
            self._dwell.move(at, self._now())

    def _entered(self, window: Any) -> None:
        """Kivy tells no move of a pointer that comes back to where it left."""
        self._moved(window, window.mouse_pos)

    def _left(self, *_: Any) -> None:
        self._dwell.leave()

    def _button_down(self, window: Any, x: float, y: float, button: str, modifiers: Any) -> None:
        if button.startswith("scroll"):
            self._dwell.again(self._now())  # something else may rest under the pointer now
        else:
            self._held.add(button)
            self._moved(window, window.mouse_pos)  # who presses a button needs no help with it

    def _button_up(self, window: Any, x: float, y: float, button: str, modifiers: Any) -> None:
        self._held.discard(button)

    def _window_focus(self, window: Any, focused: bool) -> None:
        """A button that is down comes up in another window, which tells nobody: no rest would ever click again."""
        if not focused:
            self._held.clear()

    def _touched(self, window: Any, touch: Any) -> bool:
        """Nor does who touches the screen."""
        place = self._dwell.place
        if place is not None and not isinstance(touch, RestTouch) and not touch.is_mouse_scrolling:
            self._dwell.spend(place)
        return False

    def _click(self, place: Point) -> None:
        aimed = self._aimed
        right, up = self._window.to_normalized_pos(*place)
        touch = RestTouch("dwell", next(self._ids), (right, up, "left"), is_touch=True, type_id="touch")
        EventLoop.post_dispatch_input("begin", touch)
        touch.update_time_end()
        EventLoop.post_dispatch_input("end", touch)
        self._clicked(aimed)


class RestTouch(MouseMotionEvent):  # type: ignore[misc]  # Kivy is untyped
    """A left click that nobody's finger made."""
