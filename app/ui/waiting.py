"""Waiting: says that the bank is at work when it takes longer than a moment, and takes that back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from accessibility.announcer import Kind
from app.ui.look import Look
from app.ui.telling import Teller
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText
from app.words import Words

BUSY_AFTER = 0.3
"""Seconds of the bank's silence after which waiting is shown and told."""


class Waiting:
    """A strip that ``place(strip)`` puts into the window for as long as it waits."""

    def __init__(self, look: Look, words: Words, teller: Teller, place: Callable[[Any], object]) -> None:
        self._message, self._teller, self._place = words.message("stage-busy"), teller, place
        self._soon: Any = None
        self._strip = Column(look, steps=0, inset=1)
        self._strip.a11y_role, self._strip.a11y_live = "status", "off"  # told as a message
        self._strip.add_widget(BodyText(look=look, words=self._message.screen, bold=True))

    def follow(self, busy: bool) -> None:
        """The bank is at work, or it is not; more to do before it has answered is the same wait, told once."""
        if self._soon is not None:
            self._soon.cancel()
            self._soon = None
        if busy and self._strip.parent is None:
            self._soon = Clock.schedule_once(lambda _: self._show(), BUSY_AFTER)
        elif not busy and self._strip.parent is not None:
            self._strip.parent.remove_widget(self._strip)

    def _show(self) -> None:
        self._place(self._strip)
        self._teller.tell(self._message, Kind.PROGRESS)
