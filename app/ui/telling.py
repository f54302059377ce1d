"""Teller: has a message heard without moving the focus, by whichever way the platform's reader listens to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from accessibility.announcer import Kind, Message

URGENT = frozenset({Kind.ERROR, Kind.TIMEOUT})


class Teller:
    """On Linux a changed description of the focused widget, elsewhere an announcement.

    Orca speaks a description that changes under the focus in every version, announcements only in new ones; both
    together would be heard twice there. Whoever else listens (reader, strip, flash) gets the message itself.
    """

    def __init__(self, bridge: Any, platform: str = sys.platform) -> None:
        self._bridge, self._by_description = bridge, platform == "linux"
        self._restore: Callable[[], None] = lambda: None

    def tell(self, text: str, kind: Kind = Kind.STATUS, *, shown: bool = True) -> None:
        """Have it heard; ``shown`` is False when nothing on the screen says the same."""
        focused = self._bridge.focus.current
        lends = self._by_description and focused is not None
        message = Message(text, kind, assertive=kind in URGENT, elsewhere=lends, shown=shown)
        self._bridge.announcer.tell(message)
        if lends and text.strip():
            self._restore()
            self._lend(focused, text)

    def show(self, text: str) -> None:
        """Have it heard, and seen for a while."""
        self.tell(text, shown=False)

    def note(self, kind: Kind, text: str) -> None:
        """Something has happened that the focus goes to: only its sound, its flash and its vibration are wanted."""
        self._bridge.announcer.tell(Message(text, kind, by_focus=True, shown=True))

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
