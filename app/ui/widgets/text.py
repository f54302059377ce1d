"""Text that wraps at good places, grows with its words and is told as it was written."""

from __future__ import annotations

from typing import Any

from kivy.core.text import Label as Measured
from kivy.properties import StringProperty
from kivy.uix.label import Label

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from app.ui.line_break import wrap
from app.ui.look import Mixed, Styled
from app.ui.style import Size, Style
from app.ui.widgets.surface import Ring

LINE_HEIGHT = 1.12
"""On top of the font's own 1.45 em: lines stand 1.6 em apart (WCAG 1.4.8 asks for 1.5)."""


def text_width(words: str, font_size: float, bold: bool) -> float:
    """Width in pixels of the widest line of ``words``."""
    measured = Measured(font_size=font_size, bold=bold)
    return max((float(measured.get_extents(line)[0]) for line in words.split("\n")), default=0.0)


class Words(Mixed):
    """Mixin for Kivy labels: ``words`` as written; ``text`` gets line breaks to fit :meth:`room`."""

    words = StringProperty("")

    def room(self) -> float:
        """Width for the text in pixels."""
        return float(self.width)

    def flow(self, *_: Any) -> None:
        """Break the words for the room there is."""
        room = self.room()
        if room <= 1:
            return
        measured = Measured(font_size=self.font_size, bold=self.bold)
        self.text_size = (room, None)
        self.text = wrap(self.words, room, lambda part: float(measured.get_extents(part)[0]))


class BodyText(Styled, Words, AccessibleBehavior, Label):
    """A paragraph."""

    size_name = Size.BODY
    ink = "text"
    chrome = False
    """In a strip that stays in sight, so with capped growth."""
    told = True
    """False when something around it is told in its place, or it would be read twice."""

    def __init__(self, **kwargs: Any) -> None:
        for name in ("size_name", "ink", "chrome", "told"):
            if name in kwargs:
                setattr(self, name, kwargs.pop(name))
        super().__init__(size_hint_y=None, height=0, halign="left", valign="top", line_height=LINE_HEIGHT, **kwargs)
        self.bind(width=self.flow, words=self._said, texture_size=self._grow)
        self._said()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.font_size = style.chrome_sp(self.size_name) if self.chrome else style.sp(self.size_name)
        self.color = self.look.colour(self.ink)
        self.flow()

    def recolour(self, ink: str) -> None:
        """Use another theme colour."""
        self.ink = ink
        self.color = self.look.colour(ink)

    def natural_width(self) -> float:
        """Width in pixels on one line."""
        return text_width(self.words, self.font_size, self.bold) + 2

    def _said(self, *_: Any) -> None:
        self.a11y_name = self.words
        self.a11y_hidden = not (self.told and self.words)
        self.flow()

    def _grow(self, *_: Any) -> None:
        self.height = self.texture_size[1] if self.words else 0


class Told(Ring, BodyText, FocusableBehavior):
    """Text that the focus can go to by program, so that a reader that misses live regions speaks it too."""

    ring_radius = 4.0
    a11y_tab_stop = False

    def ring_size(self) -> tuple[float, float]:
        """Around the words, not the whole line."""
        return min(float(self.width), text_width(self.text, self.font_size, self.bold)), float(self.height)


class Heading(Told):
    """A title."""

    a11y_role = "heading"

    def __init__(self, level: int = 1, **kwargs: Any) -> None:
        kwargs.setdefault("size_name", Size.HEADING if level == 1 else Size.TITLE)
        super().__init__(bold=True, **kwargs)
        self.a11y_level = level
