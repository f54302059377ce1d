"""Toggle: one thing that is on or off; its state stands on it as a word, a place and a colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics import Color, SmoothEllipse, SmoothRoundedRectangle

from app.ui.look import Look
from app.ui.style import Size
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText


class _Switch(PushButton):
    """The part to press: words at the left, a track with a knob at the right."""

    a11y_role = "switch"

    def __init__(self, look: Look, label: str, states: tuple[str, str], do: Callable[[], object], hint: str) -> None:
        self._plain_words, self._states = label, states
        super().__init__(look, label, do, kind="quiet", hint=hint)
        self.halign = "left"
        self.a11y_checked = False
        with self.canvas.after:
            self._rim_colour, self._rim = Color(0, 0, 0, 0), SmoothRoundedRectangle()
            self._track_colour, self._track = Color(0, 0, 0, 0), SmoothRoundedRectangle()
            self._knob_colour, self._knob = Color(0, 0, 0, 0), SmoothEllipse()
        self.bind(pos=self._draw, size=self._draw, a11y_checked=self._press_look)
        self._press_look()

    def set(self, on: bool) -> None:
        """Show and tell a state."""
        self.a11y_checked = on
        self.words = self._states[on]

    def _said(self, *_: Any) -> None:
        super()._said()
        self.a11y_name = self._plain_words  # the state is told as a state

    def _side(self) -> float:
        return 0.0  # in line with what stands above and below it

    def room(self) -> float:
        return float(self.width) - self._mark_room()

    def flow(self, *args: Any) -> None:
        super().flow(*args)
        self.text_size = (float(self.width), None)

    def _grow(self, *_: Any) -> None:
        super()._grow()
        self.padding = (0, 0, self._mark_room(), 0)

    def _mark_room(self) -> float:
        return self._high() * 1.8 + self.look.style.px(14)

    def _high(self) -> float:
        """The track grows with the words, up to a size that leaves room for them."""
        return min(max(self.look.style.px(26), self.font_size), self.look.style.px(40))

    def _press_look(self, *_: Any) -> None:
        super()._press_look()
        self.color = self.look.colour("text")
        if hasattr(self, "_knob"):
            self._draw()

    def _draw(self, *_: Any) -> None:
        on, look, high = bool(self.a11y_checked), self.look, self._high()
        wide, line = high * 1.8, look.style.px(2.5)
        left, below = self.right - wide, self.center_y - high / 2
        self._rim_colour.rgba = look.colour("accent" if on else "edge")
        self._track_colour.rgba = look.colour("accent" if on else "card")
        self._knob_colour.rgba = look.colour("on_accent" if on else "edge")
        for shape, inset in ((self._rim, 0.0), (self._track, line)):
            shape.pos, shape.size = (left + inset, below + inset), (wide - 2 * inset, high - 2 * inset)
            shape.radius = [high / 2 - inset]
        knob = high - 4 * line
        self._knob.size = (knob, knob)
        self._knob.pos = (left + wide - knob - 2 * line if on else left + 2 * line, below + 2 * line)


class Toggle(Column):
    """A switch with a hint below it."""

    def __init__(
        self, look: Look, label: str, states: tuple[str, str], do: Callable[[], object], *, hint: str = ""
    ) -> None:
        """``states``: the words to show while it is off and on; ``label`` is told with the state itself."""
        super().__init__(look=look, steps=0.75)
        self.switch = _Switch(look, label, states, do, hint)
        self.add_widget(self.switch)
        if hint:
            self.add_widget(BodyText(look=look, words=hint, ink="muted", size_name=Size.SMALL, told=False))

    @property
    def on(self) -> bool:
        """Its state."""
        return bool(self.switch.a11y_checked)

    def set(self, on: bool) -> None:
        """Show and tell a state."""
        self.switch.set(on)
