"""KeyPage: keys in rows that never get smaller than a target: where they do not all fit they are scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.effects.scroll import ScrollEffect
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.look import Look, Styled
from app.ui.style import Style
from app.ui.ways.keys import KeyRow, SignKey

BAR, BESIDE = 10.0, 4.0
"""The scroll bar's width, and the space between it and the keys, in dp."""


class KeyPage(Styled, AccessibleBehavior, ScrollView):
    """``across`` keys stand in a row, or as many as there is room for; each is in its place as long as the window stays
    as it is."""

    def __init__(self, look: Look, keys: Sequence[SignKey], across: int) -> None:
        self._keys, self._most, self._across = keys, across, 0
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
        if hasattr(self, "_inside") and self._inside.parent is not None:
            self.bar_width = style.px(BAR)
            self.bar_color = self.bar_inactive_color = self.look.colour("edge")
            self._inside.spacing = style.px(8)
            self._arrange()

    def _arrange(self, *_: Any) -> None:
        style = self.look.style
        beside = style.px(BAR + BESIDE)
        self._fill(self._fitting(self.width))
        if self._needed > self.height:
            self._fill(self._fitting(self.width - beside))
        is_long = self._needed > self.height
        self._inside.padding = (0, 0, beside if is_long else 0, 0)
        self._inside.height = max(self.height, self._needed)
        self.do_scroll_y = is_long
        if not is_long:
            self.scroll_y = 1.0

    @property
    def _needed(self) -> float:
        """Pixels that the rows are high at least."""
        return self.count * self.look.style.target + (self.count - 1) * float(self._inside.spacing)

    def _fitting(self, width: float) -> int:
        gap, least = self.look.style.px(KeyRow.gap), self.look.style.target
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
