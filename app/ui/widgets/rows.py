"""Rows: what has been answered and quoted, as a list of label and value."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.look import Look
from app.ui.style import Size
from app.ui.widgets.button import PushButton
from app.ui.widgets.card import Card
from app.ui.widgets.layout import Beside, Column
from app.ui.widgets.text import BodyText


class Row(Beside):
    """One label with its value, and a button to change it where it can be changed."""

    a11y_role = "listitem"

    def __init__(self, look: Look, label: str, value: str) -> None:
        super().__init__(look)
        self.a11y_name = f"{label} {value}"
        texts = Column(look, steps=0.25)
        self._value = BodyText(look=look, words=value, size_name=Size.STRONG, bold=True, told=False)
        texts.add_widget(BodyText(look=look, words=label, ink="muted", size_name=Size.SMALL, told=False))
        texts.add_widget(self._value)
        self.add_widget(texts)

    def room_wanted(self) -> float:
        return self._value.natural_width()

    def offer_change(self, words: str, change: Callable[[], object]) -> None:
        """Add the button."""
        self.add_widget(PushButton(self.look, words, change))


class Rows(Card):
    """A list of rows."""

    a11y_role = "list"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look=look, steps=2.5)
        self.a11y_name = name


class Line(Card):
    """One entry of a list that is a sentence by itself: an account, a transaction."""

    a11y_role = "listitem"

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look=look, inset=2)
        self.a11y_name = words
        self.add_widget(BodyText(look=look, words=words, told=False))


class Lines(Column):
    """A list of such entries."""

    a11y_role = "list"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look=look, steps=1)
        self.a11y_name = name
