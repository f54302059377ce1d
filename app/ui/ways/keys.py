"""Keys painted on the screen: they fill the room they are given, and their signs fit them at every text size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from app.ui.look import Look, Styled
from app.ui.style import Size, Style
from app.ui.widgets.surface import Ring, Surface
from app.ui.widgets.text import text_width

TALL, FULL, WIDE = 0.42, 0.62, 0.9
"""Shares of a key's height and width that its sign takes: as a rule, at most where the customer's text size wants it,
and across."""


def sign_size(style: Style, height: float) -> float:
    """Pixels that a sign is large on a key so high: no smaller than the customer's text as long as the key holds it."""
    return min(style.sp(Size.HEADING), max(height * TALL, min(style.sp(Size.BODY), height * FULL)))


def height_for_text(style: Style) -> float:
    """Pixels that a key is high which holds the customer's text size, and is a target."""
    return max(style.target, style.sp(Size.BODY) / FULL)


def width_for(text: str, size: float, style: Style) -> float:
    """Pixels that a key is wide which holds these words, and is a target."""
    return max(style.target, (text_width(text, size, True) + 1) / WIDE)


class SignKey(Ring, Surface, FocusableBehavior, ButtonBehavior, Label):
    """A key with a sign; ``name`` is told where the sign says too little. Acts on release (WCAG 2.5.2)."""

    a11y_role = "button"

    def __init__(
        self, look: Look, sign: str, do: Callable[[], object], *, name: str = "", strong: bool = False
    ) -> None:
        self._do, self._strong = do, strong
        super().__init__(look=look, text=sign, bold=True, halign="center", valign="middle")
        self.a11y_name = name or sign
        self.bind(size=self._fit, text=self._fit, state=self._press_look)
        self._press_look()

    def on_release(self) -> None:
        """Do what the key says."""
        self._do()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self._press_look()
        self._fit()

    def flash(self, down: bool) -> None:
        """Look pressed, or not, for a key that was pressed elsewhere."""
        self.state = "down" if down else "normal"

    def _fit(self, *_: Any) -> None:
        room = max(1.0, self.width * WIDE)
        size = sign_size(self.look.style, self.height)
        wide = text_width(self.text, size, True) if self.text and size > 1 else 0.0
        self.font_size = max(1.0, size * min(1.0, room / wide) if wide else size)

    def _press_look(self, *_: Any) -> None:
        down = self.state == "down"
        fill, ink = ("accent", "on_accent") if self._strong else ("card", "text")
        self.fill, self.edge = ("accent_down" if self._strong else "soft") if down else fill, "edge"
        self.color = self.look.colour("on_soft" if down and not self._strong else ink)
        self.repaint()


class KeyRow(Styled, AccessibleBehavior, BoxLayout):
    """Keys side by side: one group for who scans; named by its keys. Never lower than a target."""

    a11y_role = "group"
    gap = 10.0
    """Between two keys, in dp."""

    def __init__(self, look: Look, keys: Iterable[SignKey]) -> None:
        super().__init__(look=look, orientation="horizontal")
        self.show(keys)

    def show(self, keys: Iterable[SignKey]) -> None:
        """Have these keys in place of the former ones; a row without any keeps its place and is not told."""
        self.clear_widgets()
        for key in keys:
            self.add_widget(key)
        self.a11y_name = " ".join(key.a11y_name for key in reversed(self.children))
        self.a11y_hidden = not self.children

    def share_out(self) -> None:
        """Longer words get more of the row, and no key less than a target."""
        style = self.look.style
        for key in self.children:
            key.size_hint_x, key.size_hint_min_x = width_for(key.text, style.sp(Size.BODY), style), style.target

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.spacing = style.px(self.gap)
        self.size_hint_min_y = style.target
