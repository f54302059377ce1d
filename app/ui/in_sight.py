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

    def focus(self, widget: Any) -> None:
        """Give the focus at once, and keep it in sight."""
        self._bridge.flush()  # only what has been told can take the focus
        self._bridge.focus.focus(widget)
        self._keep(widget, SETTLING)

    def hold(self) -> None:
        """The layout changes around what has the focus."""
        if (held := self._bridge.focus.current) is not None:
            self._keep(held, SETTLING)

    def _keep(self, widget: Any, frames: int) -> None:
        """From the top of the screen, scrolled only as far as the focus needs."""

        def settle(_: float) -> None:
            if self._bridge.focus.current is widget:
                if (page := self._page()) is not None:
                    page.from_top_to(widget)
                self._bridge.focus.focus(widget)
                if frames > 1:
                    self._keep(widget, frames - 1)

        Clock.schedule_once(settle, 0)
