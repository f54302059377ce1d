"""KeyPage: keys in rows, each a target whose sign has the customer's text size; those that do not fit are paged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.effects.scroll import ScrollEffect
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.look import Look, Styled
from app.ui.style import Style
from app.ui.ways.cover import GAP
from app.ui.ways.keys import KeyRow, SignKey, height_for_text, sign_size, width_for

BAR, BESIDE = 10.0, 4.0
"""The scroll bar's width, and the space between it and the keys, in dp."""


class KeyPage(Styled, AccessibleBehavior, ScrollView):
    """``across`` keys stand in a row, or as many as there is room for; each is in its place as long as the window stays
    as it is."""

    def __init__(self, look: Look, keys: Sequence[SignKey], across: int) -> None:
        self._keys, self._most, self._across = keys, across, 0
        self._pitch = 0.0
        self._inside = BoxLayout(orientation="vertical", size_hint_y=None)
        super().__init__(look=look, do_scroll_x=False, scroll_type=["bars", "content"], effect_cls=ScrollEffect)
        self.add_widget(self._inside)
        self.bind(size=self._arrange)
        self._fill(across)
        self.restyle(look.style)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._inside.children)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.size_hint_min_y = style.target
        if hasattr(self, "_inside") and self._inside.parent is not None:
            self.bar_width = style.px(BAR)
            self.bar_color = self.bar_inactive_color = self.look.colour("edge")
            self._inside.spacing = style.px(GAP)
            self._arrange()

    def update_from_scroll(self, *args: Any) -> None:
        """Onto whole rows: half a key is no target (WCAG 2.5.8)."""
        super().update_from_scroll(*args)
        if self.do_scroll_y and self._pitch:
            above = self.g_translate.y + self._inside.height - self.top
            self.g_translate.y = self.top - self._inside.height + round(above / self._pitch) * self._pitch

    def _arrange(self, *_: Any) -> None:
        """Rows so high that the signs are as large as the customer's text, but at least two of them in sight where
        that leaves each a target."""
        style, gap = self.look.style, float(self._inside.spacing)
        high = max(style.target, min(height_for_text(style), (self.height - gap) / 2))
        beside = style.px(BAR + BESIDE)
        self._fill(self._fitting(self.width, high))
        is_long = self._high(high, self.count) > self.height + 1
        if is_long:
            self._fill(self._fitting(self.width - beside, high))
            seen = max(1, int((self.height + gap) // (high + gap)))
            high = max(style.target, (self.height - gap * (seen - 1)) / seen)
        self._pitch = high + gap
        self._inside.padding = (0, 0, beside if is_long else 0, 0)
        self._inside.height = self._high(high, self.count) if is_long else self.height
        self.do_scroll_y = is_long
        if not is_long:
            self.scroll_y = 1.0
        self._trigger_update_from_scroll()

    def _high(self, row: float, count: int) -> float:
        """Pixels that so many rows are high."""
        return count * row + (count - 1) * float(self._inside.spacing)

    def _fitting(self, width: float, high: float) -> int:
        """How many keys stand in a row; the widest single sign decides, a word gets smaller to fit."""
        style, size = self.look.style, sign_size(self.look.style, high)
        gap = style.px(KeyRow.gap)
        least = max(width_for(key.text, size, style) for key in self._keys if len(key.text) == 1)
        return max(1, min(self._most, int((width + gap) // (least + gap))))

    def _fill(self, across: int) -> None:
        """So many in a row; a last row that is not full leaves the others' room free."""
        if across == self._across:
            return
        self._across = across
        for row in self._inside.children:
            row.clear_widgets()
        self._inside.clear_widgets()
        for first in range(0, len(self._keys), across):
            self._inside.add_widget(KeyRow(self.look, self._keys[first : first + across]))
        self.size_hint_y = self.count
