"""The help dialog: what is wanted here, and every key of the window as it is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.modalview import ModalView

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.keys import ALSO, FIXED, table
from app.ui.kit import Kit
from app.ui.look import Look, Styled
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Page, Shelf
from app.ui.widgets.rows import Line, Lines
from app.ui.widgets.surface import Surface
from app.ui.widgets.text import BodyText, Heading
from app.words import Message


class _Panel(Surface, Styled, AccessibleBehavior, BoxLayout):
    """The ground of the dialog, above the veil over the screen."""

    fill = "page"
    edge = "edge"
    surface_radius = 18.0

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__(look=look, orientation="vertical", padding=look.style.px(4))
        self.paged = page
        """What the page buttons scroll."""
        self.add_widget(page)

    def add_strip(self, strip: Any) -> None:
        """Keep the strip of a way in sight, at the foot."""
        self.add_widget(strip)


class PageDialog(AccessibleBehavior, ModalView):
    """A modal page with a button to close at the top; Esc closes it too. Fill :attr:`column` from below the title."""

    def __init__(self, kit: Kit, title: str, said: str, closed: Callable[[], object]) -> None:
        """``said`` stands below the title and is read with it."""
        self.kit = kit
        super().__init__(
            background="", background_color=(0, 0, 0, 0), overlay_color=(0, 0, 0, 0.6),
            size_hint=(0.94, 0.94), auto_dismiss=True,
        )  # fmt: skip
        self.a11y_name = title
        page = Page(kit.look)
        self.column = page.column
        self.heading = Heading(look=kit.look, words=title)
        self.said = BodyText(look=kit.look, words="")
        self.say(said)
        close = Shelf(kit.look)
        close.add_widget(PushButton(kit.look, kit.text("ui-close"), self.dismiss))
        for part in (close, self.heading, self.said):
            self.column.add_widget(part)
        self.panel = _Panel(kit.look, page)
        self.add_widget(self.panel)
        self.bind(on_dismiss=lambda *_: closed())

    @property
    def read(self) -> tuple[Message, ...]:
        """What is only read, beside what stands below the title."""
        return ()

    def say(self, text: str) -> None:
        """What stands below the title."""
        self.heading.a11y_description = self.said.words = text


class HelpDialog(PageDialog):
    """The heading takes the focus and carries the help for this step; below stand the keys, always the true ones.

    ``change_keys`` opens the dialog in which they are changed.
    """

    def __init__(
        self, kit: Kit, help_text: str, closed: Callable[[], object], change_keys: Callable[[], object] | None = None
    ) -> None:
        super().__init__(kit, kit.text("ui-help-title"), help_text, closed)
        self.column.add_widget(Heading(look=kit.look, words=kit.text("ui-keys-title"), level=2))
        if change_keys is not None:
            shelf = Shelf(kit.look)
            shelf.add_widget(PushButton(kit.look, kit.text("keys-change"), change_keys))
            self.column.add_widget(shelf)
        self._lines = self._keys()
        self.column.add_widget(self._lines)

    def show_keys(self) -> None:
        """Show them anew, as they are now."""
        self.column.remove_widget(self._lines)
        self._lines = self._keys()
        self.column.add_widget(self._lines)

    @property
    def read(self) -> tuple[Message, ...]:
        """Every key with what it does."""
        kit = self.kit
        shown = [(command, shown_keys(kit, keys)) for command, keys in table(kit.preferences().shortcuts).shown()]
        return tuple(
            kit.message("ui-key-line", keys=names, does=kit.text(f"ui-key-{command}"))
            for command, names in (*FIXED, *shown)
            if names
        )

    def _keys(self) -> Column:
        lines = Lines(self.kit.look, self.kit.text("ui-keys-title"))
        for line in self.read:
            lines.add_widget(Line(self.kit.look, line.screen))
        return lines


def shown_keys(kit: Kit, keys: tuple[str, ...]) -> str:
    """Keys as they are shown: without the second place of the same one."""
    return kit.text("ui-or").join(key for key in keys if key not in ALSO)
