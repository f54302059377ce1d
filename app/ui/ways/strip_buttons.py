"""Buttons of the strip of a way, and the row they stand in: words where there is room, else signs for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.ui.look import Look
from app.ui.style import Size
from app.ui.ways.halves import halved
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Shelf
from app.ui.widgets.text import text_width

TWO_LINES = 0.3
"""Share of a target's height that letters have at most of which two lines are to stand on it."""


class StripButton(PushButton):
    """A button of the strip: ``short`` stands for its words, or they get smaller, where all stand in one row."""

    def __init__(self, look: Look, words: str, do: Callable[[], object], short: str = "") -> None:
        self._long, self._short = words, short
        self._tight = self._small = False
        super().__init__(look, words, do, kind="tool", chrome=True, size_name=Size.SMALL)

    def call(self, words: str) -> None:
        """Have other words."""
        self._long = words
        self.abbreviate(self._small)

    def tighten(self, tight: bool) -> None:
        """Take little room, or as much as wanted."""
        self._tight = tight
        self.abbreviate(tight and self._small)
        self.restyle(self.look.style)

    @property
    def is_tight(self) -> bool:
        return self._tight

    @property
    def is_small(self) -> bool:
        """A sign stands for its words."""
        return self._small

    def abbreviate(self, small: bool) -> None:
        """Show the sign, or the words; the name stays."""
        self._small = small and bool(self._short)
        words = self._short if self._small else self._long
        if self.words != words:
            self.words = words
            self.a11y_name = self._long

    def long_width(self) -> float:
        """Width in pixels with all words on one line."""
        return text_width(self._long, self.look.style.chrome_sp(self.size_name), True) + 2 * self._side() + 2

    def natural_width(self) -> float:
        if self._small:
            return self.look.style.target
        return self.long_width() if self._tight else super().natural_width()

    def flow(self, *args: Any) -> None:
        """On one line or two where room is scarce, whichever has the larger letters."""
        if self._tight and self.room() > 1:
            wanted = self.look.style.chrome_sp(self.size_name)
            one = wanted * min(1.0, self.room() / (text_width(self.words, wanted, True) + 1))
            two = wanted * min(1.0, self.room() / (text_width(halved(self.words), wanted, True) + 1))
            self.font_size = max(one, min(two, self.look.style.target * TWO_LINES))
        super().flow(*args)

    def _side(self) -> float:
        return self.look.style.px(6) if getattr(self, "_tight", False) else super()._side()


class StripRow(Shelf):
    """Its children side by side; ``tight``: in one row where they fit, with signs for words that do not."""

    tight = False

    def _rows(self, gap: float) -> list[list[tuple[Any, float]]]:
        children = self.children[::-1]
        if not self.tight or not children:
            return super()._rows(gap)
        room = self.width - gap * (len(children) - 1)
        fit = sum(child.long_width() for child in children) <= room
        for child in children:
            child.abbreviate(not fit)
        if sum(child.natural_width() for child in children if child.is_small) > room:
            return super()._rows(gap)
        small = sum(child.natural_width() for child in children if child.is_small)
        large = [child for child in children if not child.is_small]
        if not large:
            return [[(child, room / len(children)) for child in children]]
        left = (room - small - sum(child.long_width() for child in large)) / len(large)
        return [[(child, child.natural_width() if child.is_small else child.long_width() + left) for child in children]]
