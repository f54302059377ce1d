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

    A touch or Esc takes away what was said last; so does time, where the customer has set a limit. A warning has a
    button for that, in reach of Tab, of a switch and of a resting pointer: it stays until it is answered or over, and
    what else is said meanwhile stands below it.
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
        self._warning, self._said = _Words(look, self._end_warning), _Words(look, self._end_message)
        self.button = PushButton(look, "", self._end_warning, kind="tool", chrome=True, size_name=Size.SMALL)
        self._shelf = Shelf(look)
        self._shelf.add_widget(self.button)
        self.add_widget(self._said)

    @property
    def warns(self) -> bool:
        """Something stands there that waits for an answer."""
        return bool(self._warning.words)

    def show(self, text: str, seconds: float | None, button: str = "") -> None:
        """Show a text; without a limit it stays until it is taken away or another one of its sort comes.

        ``button``: the words of the button that a warning is answered by; empty for what needs no answer.
        """
        if button:
            self.button.words = button
        (self._warning if button else self._said).show(text, seconds)
        self._arrange()
        if self.parent is not None:
            self.parent.remove_widget(self)  # the place shows what is new, not what stood there
        self._enter(self._front())

    def follow(self) -> None:
        """Something came in front of the rest, or went: a message nobody has read yet stands there, not behind it."""
        if self.parent is not None and self._front() is not self._place:
            self.parent.remove_widget(self)
            self._enter(self._front())

    def end_warning(self) -> None:
        """What was warned of has come, or has been averted."""
        if self.warns:
            self._end_warning()

    def leave(self) -> bool:
        """Take away what was said last; False, for Escape goes on to what else it means."""
        if self._said.words:
            self._end_message()
        else:
            self.end_warning()
        return False

    def _enter(self, place: Any) -> None:
        self._place = place
        place.add_message(self)

    def _end_warning(self) -> None:
        self._back()
        self._warning.end()
        self._arrange()

    def _end_message(self) -> None:
        self._said.end()
        self._arrange()

    def _arrange(self) -> None:
        """Hold what there is to say, a warning first; go when there is nothing."""
        wanted = [self._warning, self._shelf, self._said] if self.warns else [self._said]
        if self.children[::-1] != wanted:
            for part in self.children[:]:
                self.remove_widget(part)
            for part in wanted:
                self.add_widget(part)
        if not (self.warns or self._said.words) and self.parent is not None:
            self.parent.remove_widget(self)

    def on_touch_down(self, touch: Any) -> bool:
        if not self.collide_point(*touch.pos):
            return bool(super().on_touch_down(touch))
        if self._said.words and self._said.collide_point(*touch.pos):
            self._end_message()
        else:
            (self._end_warning if self.warns else self._end_message)()
        return True


class _Words(BodyText):
    """A text with its own end; ``over`` is called when its time has passed."""

    def __init__(self, look: Look, over: Callable[[], object]) -> None:
        self._over = over
        self._ending: Any = None
        super().__init__(look=look, words="", ink="on_notice", chrome=True)

    def show(self, text: str, seconds: float | None) -> None:
        """Say this for so long; None: without a limit."""
        self.end()
        self.words = text
        if seconds is not None:
            self._ending = Clock.schedule_once(lambda _: self._over(), seconds)

    def end(self) -> None:
        """Say nothing."""
        self.words = ""
        if self._ending is not None:
            self._ending.cancel()
        self._ending = None
