"""InSight: gives the focus, and keeps what has it in sight while the layout comes to rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from app.ui.screens.screen import Screen

SETTLING = 8
"""Frames in which a new layout and its texts come to rest."""


class InSight:
    """``page`` gives the screen that scrolls with the focus, if there is one."""

    def __init__(self, bridge: Any, page: Callable[[], Screen | None]) -> None:
        self._bridge, self._page = bridge, page
        self._room = 0.0

    def focus(self, widget: Any) -> None:
        """Give the focus at once, and keep it in sight."""
        self._bridge.flush()  # only what has been told can take the focus
        self._bridge.focus.focus(widget)
        self._keep(widget, SETTLING)

    def hold(self, *, from_top: bool = False) -> None:
        """The layout changes around what has the focus."""
        if (held := self._bridge.focus.current) is not None:
            self._keep(held, SETTLING, from_top=from_top)

    def give_room(self, place: Any, height: float) -> None:
        """A strip below the screen has come or gone (WCAG 2.4.11). Who has scrolled away from the focus stays there."""
        before, self._room = self._room, height
        held = self._bridge.focus.current
        if held is not None and _is_within(held, place.get_root_window(), before):
            self.hold()

    def _keep(self, widget: Any, frames: int, *, from_top: bool = True) -> None:
        """Scrolled only as far as the focus needs, beginning at the top of the screen or where it is."""

        def settle(_: float) -> None:
            if self._bridge.focus.current is widget:
                if from_top and (page := self._page()) is not None:
                    page.from_top_to(widget)
                self._bridge.focus.focus(widget)
                if frames > 1:
                    self._keep(widget, frames - 1, from_top=from_top)

        Clock.schedule_once(settle, 0)


def _is_within(widget: Any, window: Any, height: float) -> bool:
    """Whether all of it was seen in the part of the window that was so high, from the top; nothing has moved yet."""
    _, bottom = widget.to_window(*widget.pos)
    _, top = widget.to_window(widget.right, widget.top)
    return window is not None and bottom >= window.height - height and top <= window.height
