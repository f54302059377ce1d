"""WayStrip: a strip above the voice bar while a way is on: what is marked now, paging, and a pause for dwelling."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.graphics import Color, Rectangle

from app.ui.kit import Kit
from app.ui.style import Size, Style
from app.ui.ways.strip_buttons import StripButton, StripRow
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText

SIGNS = {
    "way-page-down": "▼", "way-page-up": "▲", "way-item-next": "▶", "way-item-back": "◀", "way-item-press": "●",
}  # fmt: skip
"""What stands for the words of a button where there is no room for them; its name stays."""

STEADY_LINES = 2
"""So many lines of what is marked have their room from the beginning where keys stand above them."""


class _State(BodyText):
    """What is marked; ``steady``: it never gets lower, for keys stand above it that must not move."""

    steady = False
    _most = 0.0

    def hold(self, steady: bool) -> None:
        """Be steady from now on, or not."""
        if steady != self.steady:
            self.steady, self._most = steady, 0.0
            self._grow()

    def restyle(self, style: Style) -> None:
        self._most = 0.0
        super().restyle(style)

    def _grow(self, *_: Any) -> None:
        super()._grow()
        if self.steady:
            line = float(self.texture_size[1]) / max(1, self.text.count("\n") + 1)
            self._most = max(self._most, STEADY_LINES * line, float(self.texture_size[1]))
            self.height = self._most


class WayStrip(Column):
    """``page`` scrolls the screen a page on (1) or back (-1); ``item`` has the reader go to the next (1) or the former
    (-1) thing on it, or press that which it came to (0).
    """

    a11y_role = "region"

    def __init__(self, kit: Kit, page: Callable[[int], object], item: Callable[[int], object]) -> None:
        self._kit, self._tight = kit, False
        super().__init__(kit.look, steps=0.5)
        self.a11y_name = kit.text("way-strip")
        with self.canvas.before:
            self._ground_colour = Color()
            self._ground = Rectangle()
        self.bind(pos=self._lay_ground, size=self._lay_ground)
        self._state = _State(look=kit.look, words="", chrome=True, bold=True, size_name=Size.SMALL)
        self._shelf = StripRow(kit.look, steps=1)
        self.pages = [self._button("way-page-down", lambda: page(1)), self._button("way-page-up", lambda: page(-1))]
        self.items = [
            self._button("way-item-next", lambda: item(1)),
            self._button("way-item-back", lambda: item(-1)),
            self._button("way-item-press", lambda: item(0)),
        ]
        self.add_widget(self._state)
        self.add_widget(self._shelf)
        self.restyle(kit.look.style)

    def add_button(self, words_id: str, do: Callable[[], object]) -> StripButton:
        """One more button, before those that page, whichever came first."""
        button = self._button(words_id, do)
        others = (*self.pages, *self.items)
        self._shelf.add_widget(button, index=sum(other.parent is not None for other in others))
        return button

    def remove_button(self, button: StripButton) -> None:
        """Take it away again."""
        self._shelf.remove_widget(button)

    def offer(self, *, pages: bool, items: bool) -> None:
        """Paging is only there where there is more than fits; what goes from thing to thing where touch explores."""
        wanted = [*(self.pages if pages else ()), *(self.items if items else ())]
        present = [button for button in self._shelf.children[::-1] if button in self.pages or button in self.items]
        if wanted == present:
            return
        for button in present:
            if button not in wanted:
                self._shelf.remove_widget(button)
        for after, button in enumerate(reversed(wanted)):
            if button.parent is None:
                self._shelf.add_widget(button, index=after)

    def suit(self, *, steady: bool, tight: bool) -> None:
        """``steady``: keys stand above it, which must not move with what is marked. ``tight``: there is no room but for
        one row of buttons; what is marked is seen by its mark.
        """
        self._state.hold(steady)
        if tight != self._tight:
            self._tight = self._shelf.tight = tight
            (self.remove_widget if tight else partial(self.add_widget, index=1))(self._state)
            self.restyle(self.look.style)
        for button in self._shelf.children:
            if button.is_tight != tight:
                button.tighten(tight)

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
            side, above = style.px(4 if self._tight else 16), style.px(0 if self._tight else 8)
            self.margins = (side, above, side, above)
            self._lay_ground()

    def _button(self, words_id: str, do: Callable[[], object]) -> StripButton:
        return StripButton(self._kit.look, self._kit.text(words_id), do, SIGNS.get(words_id, ""))

    def _lay_ground(self, *_: Any) -> None:
        self._ground_colour.rgba = self.look.colour("card")
        self._ground.pos, self._ground.size = self.pos, self.size
