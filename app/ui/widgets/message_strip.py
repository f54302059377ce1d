"""MessageStrip: a message that stands nowhere else, above the voice strip for as long as it takes to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from app.ui.look import Look
from app.ui.style import Size
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.surface import Surface
from app.ui.widgets.text import BodyText

LEAST_SECONDS = 6.0
SECONDS_A_CHARACTER = 0.25
"""Four Chinese characters a second: slow reading."""


def reading_seconds(text: str) -> float:
    """How long a text is shown before the customer's own factor on time limits."""
    return max(LEAST_SECONDS, SECONDS_A_CHARACTER * len(text))


class MessageStrip(Surface, Column):
    """Takes room of its own, so it covers nothing. It stands in the tree for who looks there; readers have heard what
    it says already, so it is not told again when it comes.

    A touch on it or Esc takes it away; so does time, where the customer has set a limit, and the button that a warning
    has, in reach of Tab, of a switch and of a resting pointer.
    """

    a11y_role = "status"
    a11y_live = "off"
    fill = "notice_card"
    edge = "accent"
    surface_radius = 0.0

    def __init__(self, look: Look, front: Callable[[], Any], back: Callable[[], object]) -> None:
        """``front`` is what is in front now; its ``add_message`` takes the strip in. ``back`` takes the focus elsewhere
        before the button goes.
        """
        super().__init__(look=look, steps=1, inset=1.5)
        self._front, self._back = front, back
        self._place: Any = None
        self._ending: Any = None
        self._said = BodyText(look=look, words="", ink="on_notice", chrome=True)
        self.button = PushButton(look, "", self._press, kind="tool", chrome=True, size_name=Size.SMALL)
        self._shelf = Shelf(look)
        self._shelf.add_widget(self.button)
        self.add_widget(self._said)

    def show(self, text: str, seconds: float | None, button: str = "") -> None:
        """Show a text; without a limit it stays until it is taken away or another one comes.

        ``button``: the words of the button that takes it away; empty for none.
        """
        self._said.words, self.button.words = text, button
        if bool(button) != (self._shelf.parent is not None):
            (self.add_widget if button else self.remove_widget)(self._shelf)
        if self.parent is None:
            self._enter(self._front())
        if self._ending is not None:
            self._ending.cancel()
        self._ending = Clock.schedule_once(lambda _: self.leave(), seconds) if seconds is not None else None

    def follow(self) -> None:
        """Something came in front of the rest, or went: a message nobody has read yet stands there, not behind it."""
        if self.parent is not None and self._front() is not self._place:
            self.parent.remove_widget(self)
            self._enter(self._front())

    def _enter(self, place: Any) -> None:
        self._place = place
        place.add_message(self)

    def _press(self) -> None:
        self._back()
        self.leave()

    def leave(self) -> bool:
        """Take it away; False, for Escape goes on to what else it means."""
        if self.parent is not None:
            self.parent.remove_widget(self)
        return False

    def on_touch_down(self, touch: Any) -> bool:
        if self.collide_point(*touch.pos):
            self.leave()
            return True
        return bool(super().on_touch_down(touch))
