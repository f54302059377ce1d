"""Buttons: primary, secondary, quiet, and the big menu button; their words wrap, they act on release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics import Color, SmoothLine
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.label import Label

from accessibility.kivy_behavior import FocusableBehavior
from app.ui.look import Look
from app.ui.style import Size, Style
from app.ui.widgets.surface import Ring, Surface
from app.ui.widgets.text import Words, text_width

# kind: (fill, fill while pressed, ink, edge)
_KINDS = {
    "primary": ("accent", "accent_down", "on_accent", ""),
    "secondary": ("card", "soft", "accent", "edge"),
    "quiet": ("", "soft", "accent", ""),
    "tool": ("soft", "card", "on_soft", "edge"),
    "menu": ("card", "soft", "text", "edge"),
}


class PushButton(Ring, Surface, Words, FocusableBehavior, ButtonBehavior, Label):
    """A button with words on it; ``on_release`` does it, so that sliding off takes it back (WCAG 2.5.2)."""

    a11y_role = "button"

    def __init__(
        self,
        look: Look,
        words: str,
        do: Callable[[], object],
        *,
        kind: str = "secondary",
        size_name: Size = Size.BODY,
        chrome: bool = False,
        hint: str = "",
        **kwargs: Any,
    ) -> None:
        self.kind, self.size_name, self.chrome = kind, size_name, chrome
        self._do = do
        super().__init__(
            look=look, words=words, bold=True, size_hint_y=None, halign="center", valign="middle", **kwargs
        )
        self.a11y_name, self.a11y_description = words, hint
        self.bind(width=self.flow, words=self._said, texture_size=self._grow, state=self._press_look)
        self.flow()

    def on_release(self) -> None:
        """Do what the button says."""
        self._do()

    def restyle(self, style: Style) -> None:
        self.font_size = style.chrome_sp(self.size_name) if self.chrome else style.sp(self.size_name)
        self._press_look()
        super().restyle(style)
        self._grow()
        self.flow()

    def natural_width(self) -> float:
        """Width in pixels with the words on one line."""
        wanted = text_width(self.words, self.font_size, True) + 2 * self._side() + 2
        return max(wanted, self.look.style.target)

    def room(self) -> float:
        return float(self.width) - 2 * self._side()

    def _side(self) -> float:
        return self.look.style.px(12 if self.chrome else 20)

    def _said(self, *_: Any) -> None:
        self.a11y_name = self.words
        self.flow()
        if self.parent is not None and hasattr(self.parent, "_trigger_layout"):
            self.parent._trigger_layout()

    def _grow(self, *_: Any) -> None:
        style = self.look.style
        self.height = max(style.target, self.texture_size[1] + style.px(16 if self.chrome else 20))

    def _press_look(self, *_: Any) -> None:
        fill, down, ink, edge = _KINDS[self.kind]
        self.fill, self.edge = (down if self.state == "down" else fill), edge
        self.color = self.look.colour(ink)
        self.repaint()


ARROW = 0.32
"""Half the height of a menu button's arrow, as a share of its words' size."""


class MenuButton(PushButton):
    """A big card to press: its words at the left, an arrow at the right."""

    surface_radius = 16.0
    ring_radius = 16.0

    def __init__(self, look: Look, words: str, do: Callable[[], object], **kwargs: Any) -> None:
        super().__init__(look, words, do, kind="menu", size_name=Size.STRONG, **kwargs)
        self.halign = "left"
        with self.canvas.after:
            self._arrow_colour = Color(0, 0, 0, 0)
            self._arrow = SmoothLine(width=1, overdraw_width=2)
        self.bind(pos=self._point, size=self._point)
        self._point()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_arrow"):
            self._point()

    def room(self) -> float:
        return float(self.width) - 2 * self._side() - self._arrow_room()

    def _arrow_room(self) -> float:
        return self._reach() + self.look.style.px(22)

    def _reach(self) -> float:
        """Half of the arrow's height in pixels: it grows with the words."""
        return self.look.style.sp(self.size_name) * ARROW

    def _grow(self, *_: Any) -> None:
        style = self.look.style
        self.height = max(style.target + style.px(24), self.texture_size[1] + style.px(44))
        self.padding = (self._side(), 0, self._side() + self._arrow_room(), 0)

    def flow(self, *args: Any) -> None:
        super().flow(*args)
        self.text_size = (float(self.width), None)  # Kivy takes the padding off again

    def _point(self, *_: Any) -> None:
        self._arrow_colour.rgba = self.look.colour("accent")
        reach, middle = self._reach(), self.center_y
        tip = self.right - self._side()
        self._arrow.width = reach * 0.16
        self._arrow.points = [tip - reach, middle + reach, tip, middle, tip - reach, middle - reach]
