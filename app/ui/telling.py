"""Teller: has a message heard without moving the focus, by whichever way the platform's reader listens to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


class Teller:
    """On Linux a changed description of the focused widget, elsewhere an announcement.

    Orca speaks a description that changes under the focus in every version, announcements only in new ones; both
    together would be heard twice there.
    """

    def __init__(self, bridge: Any, platform: str = sys.platform) -> None:
        self._bridge, self._by_description = bridge, platform == "linux"
        self._restore: Callable[[], None] = lambda: None

    def tell(self, text: str) -> None:
        """Have it heard."""
        focused = self._bridge.focus.current
        if not (self._by_description and focused is not None):
            self._bridge.announce(text)
            return
        self._restore()
        self._lend(focused, text)

    def _lend(self, widget: Any, text: str) -> None:
        """The description holds the message until the focus leaves; then it is the widget's own again."""
        own = widget.a11y_description

        def give_back(*_: Any) -> None:
            widget.unbind(focus=give_back)
            self._restore = lambda: None
            if widget.a11y_description == text:
                widget.a11y_description = own

        widget.a11y_description = text
        widget.bind(focus=give_back)
        self._restore = give_back
