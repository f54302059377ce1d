"""MessageBubble: one message of a conversation, with who said it, when, and whether it arrived."""

from __future__ import annotations

from typing import Any

from accessibility.kivy_behavior import FocusableBehavior
from app.ui.look import Look
from app.ui.ports import Turn
from app.ui.style import Size
from app.ui.widgets.layout import Column
from app.ui.widgets.surface import Ring, Surface
from app.ui.widgets.text import BodyText

WIDTH = 0.86
"""Share of the log's width; the rest shows the side it belongs to."""

LEAST = 9
"""So many characters wide at least, where the log is: an amount such as ¥50,000.00 stays in one line at 300 %."""


class MessageBubble(Ring, Surface, Column, FocusableBehavior):
    """The customer's stand at the right with an edge, the bank's at the left without; both name their sender."""

    a11y_role = "listitem"
    a11y_tab_stop = False
    surface_radius = 14.0
    ring_radius = 14.0

    def __init__(self, look: Look, *, mine: bool, meta: str, words: str) -> None:
        self.mine, self._words = mine, words
        super().__init__(look=look, steps=0.5, inset=1.75)
        self.fill, self.edge = ("soft", "accent") if mine else ("card", "line")
        self.repaint()
        self._meta = BodyText(look=look, words=meta, ink="muted", size_name=Size.SMALL, told=False)
        self._text = BodyText(look=look, words=words, ink="on_soft" if mine else "text", told=False)
        self.add_widget(self._meta)
        self.add_widget(self._text)
        self.tell(meta)

    def tell(self, meta: str) -> None:
        """Say anew who sent it, when, and what became of it."""
        self._meta.words = meta
        self.a11y_name = f"{meta}\n{self._words}"


class BubbleRow(Column):
    """A bubble at its side of the log."""

    def __init__(self, look: Look, bubble: MessageBubble, turn: Turn) -> None:
        super().__init__(look=look, steps=0)
        self.bubble, self.turn = bubble, turn
        self.add_widget(bubble)
        self.bind(width=self._place)
        self._place()

    def _place(self, *_: Any) -> None:
        least = LEAST * self.look.style.sp(Size.BODY)
        free = max(0.0, min(self.width * (1 - WIDTH), self.width - least))
        self.margins = (free, 0, 0, 0) if self.bubble.mine else (0, 0, free, 0)
        self.do_layout()
