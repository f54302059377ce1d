"""Exploring by touch: what lies under the finger is spoken; a double tap, or lifting, presses it.

The mouse pointer can be told what it is on as well; its clicks stay what they are.
"""

import time
from collections.abc import Callable
from typing import Any

from accessibility.node import Node
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.places import under
from accessibility.voicing.reader import Reader

DOUBLE = 0.5
"""Seconds between two taps that belong together, as on phones."""

TAP = 0.35
"""Seconds that a tap lasts at most; longer is exploring."""


class Pointer:
    """Stands before the window's own handling of touches while the reader speaks and exploring is wanted."""

    def __init__(self, reader: Reader, explorer: Explorer, clock: Callable[[], float] = time.monotonic) -> None:
        self._reader, self._explorer, self._clock = reader, explorer, clock
        self._window: Any = None
        self._over = 0
        self._down_at = self._tap_at = float("-inf")

    def start(self, window: Any) -> None:
        self._window = window
        window.bind(on_touch_down=self._down, on_touch_move=self._move, on_touch_up=self._up)
        window.bind(mouse_pos=self._mouse)

    def close(self) -> None:
        if self._window is not None:
            self._window.unbind(on_touch_down=self._down, on_touch_move=self._move, on_touch_up=self._up)
            self._window.unbind(mouse_pos=self._mouse)
            self._window = None

    def _takes(self, touch: Any) -> bool:
        return self._reader.speaks and self._reader.settings.explore and "button" not in touch.profile

    def _down(self, window: Any, touch: Any) -> bool:
        if not self._takes(touch):
            return False
        self._down_at, self._over = self._clock(), 0
        self._reader.output.stop()
        self._look(touch.x, touch.y)
        return True

    def _move(self, window: Any, touch: Any) -> bool:
        if not self._takes(touch):
            return False
        self._look(touch.x, touch.y)
        return True

    def _up(self, window: Any, touch: Any) -> bool:
        if not self._takes(touch):
            return False
        now = self._clock()
        if self._reader.settings.lift_presses:
            if self._over:
                self._explorer.press()
        elif now - self._down_at <= TAP:
            if now - self._tap_at <= DOUBLE:
                self._explorer.press()
                self._tap_at = float("-inf")
            else:
                self._tap_at = now
        return True

    def _mouse(self, window: Any, position: tuple[float, float]) -> None:
        if self._reader.speaks and self._reader.settings.pointer:
            self._look(*position)

    def _look(self, x: float, y: float) -> None:
        """Kivy's y grows upwards, a node's downwards."""
        found = under(self._reader.nodes, self._reader.root, x, self._window.height - y)
        if found is not None and found.id != self._over:
            self._visit(found)
        elif found is None:
            self._over = 0

    def _visit(self, node: Node) -> None:
        self._over = node.id
        self._explorer.visit(node)
