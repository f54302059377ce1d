"""WayStrip: a strip above the voice bar while a way is on: what is marked now, paging, and a pause for dwelling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics import Color, Rectangle

from app.ui.kit import Kit
from app.ui.style import Size, Style
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import BodyText


class WayStrip(Column):
    """``page`` scrolls the screen a page on (1) or back (-1)."""

    a11y_role = "region"

    def __init__(self, kit: Kit, page: Callable[[int], object]) -> None:
        self._kit = kit
        super().__init__(kit.look, steps=0.5)
        self.a11y_name = kit.text("way-strip")
        with self.canvas.before:
            self._ground_colour = Color()
            self._ground = Rectangle()
        self.bind(pos=self._lay_ground, size=self._lay_ground)
        self._state = BodyText(look=kit.look, words="", chrome=True, bold=True, size_name=Size.SMALL)
        self._shelf = Shelf(kit.look, steps=1)
        self.pages = [self._button("way-page-down", lambda: page(1)), self._button("way-page-up", lambda: page(-1))]
        self.add_widget(self._state)
        self.add_widget(self._shelf)
        self.restyle(kit.look.style)

    def add_button(self, words_id: str, do: Callable[[], object]) -> PushButton:
        """One more button, before those that page, whichever came first."""
        button = self._button(words_id, do)
        self._shelf.add_widget(button, index=sum(page.parent is not None for page in self.pages))
        return button

    def remove_button(self, button: PushButton) -> None:
        """Take it away again."""
        self._shelf.remove_widget(button)

    def offer_pages(self, offered: bool) -> None:
        """Paging is only there where there is more than fits."""
        for button in self.pages:
            if offered != (button.parent is not None):
                (self._shelf.add_widget if offered else self._shelf.remove_widget)(button)

    def let_go(self) -> None:
        """It goes somewhere else: the focus does not go along, but back to where it was before a dialog came."""
        for button in self._shelf.children:
            button.focus = False

    def say(self, text: str) -> None:
        """What is marked, or what the way is doing."""
        self._state.words = text

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_ground"):
            side, above = style.px(16), style.px(8)
            self.margins = (side, above, side, above)
            self._lay_ground()

    def _button(self, words_id: str, do: Callable[[], object]) -> PushButton:
        look = self._kit.look
        return PushButton(look, self._kit.text(words_id), do, kind="tool", chrome=True, size_name=Size.SMALL)

    def _lay_ground(self, *_: Any) -> None:
        self._ground_colour.rgba = self.look.colour("card")
        self._ground.pos, self._ground.size = self.pos, self.size
