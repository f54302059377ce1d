"""Banner: something said once, in sight until it is closed or the next thing is said."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.look import Look
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.surface import Surface
from app.ui.widgets.text import Told


class Banner(Surface, Column):
    """A status, or an alert, told apart by role and by the weight of the edge, not by colour alone."""

    surface_radius = 12.0

    def __init__(self, look: Look, close_words: str, leave: Callable[[], object]) -> None:
        """``leave`` takes the focus elsewhere before the button to close goes."""
        super().__init__(look=look, steps=1)
        self._leave = leave
        self.said = Told(look=look, words="", a11y_live="off")  # what it says is told as a message
        self._close = Shelf(look)
        self._close.add_widget(PushButton(look, close_words, self._close_it))
        self.say("")

    def _close_it(self) -> None:
        self._leave()
        self.say("")

    @property
    def words(self) -> str:
        """What it says; empty when it is not in sight."""
        return str(self.said.words)

    def say(self, text: str, *, alert: bool = False) -> None:
        """Show a text, or nothing."""
        self.said.words = text
        self.said.a11y_role = "alert" if alert else "status"
        self.said.recolour("error" if alert else "on_notice")
        ground = ("error_card", "error") if alert else ("notice_card", "accent")
        self.fill, self.edge = ground if text else ("", "")
        self.edge_width = 3.0 if alert else 1.5
        self.inset = 2 if text else 0
        self.restyle(self.look.style)
        if bool(text) == bool(self.children):
            return
        self.clear_widgets()
        if text:
            self.add_widget(self.said)
            self.add_widget(self._close)
