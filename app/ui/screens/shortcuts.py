"""The help dialog: what is wanted here, and every key of the window."""

from __future__ import annotations

from collections.abc import Callable

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.modalview import ModalView

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.shortcuts import ShortcutSettings
from app.ui.keys import ALSO, FIXED, table
from app.ui.kit import Kit
from app.ui.look import Styled
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Column, Page, Shelf
from app.ui.widgets.rows import Line, Lines
from app.ui.widgets.surface import Surface
from app.ui.widgets.text import BodyText, Heading


class _Panel(Surface, Styled, AccessibleBehavior, BoxLayout):
    """The ground of the dialog, above the veil over the screen."""

    fill = "page"
    edge = "edge"
    surface_radius = 18.0


class HelpDialog(AccessibleBehavior, ModalView):
    """Modal; the heading takes the focus and carries the help for this step; Esc closes."""

    def __init__(self, kit: Kit, help_text: str, closed: Callable[[], object]) -> None:
        self._kit = kit
        super().__init__(
            background="", background_color=(0, 0, 0, 0), overlay_color=(0, 0, 0, 0.6),
            size_hint=(0.94, 0.94), auto_dismiss=True,
        )  # fmt: skip
        self.a11y_name = kit.text("ui-help-title")
        page = Page(kit.look)
        heading = Heading(look=kit.look, words=kit.text("ui-help-title"))
        heading.a11y_description = help_text
        page.column.add_widget(self._close_shelf())
        page.column.add_widget(heading)
        page.column.add_widget(BodyText(look=kit.look, words=help_text))
        page.column.add_widget(self._keys())
        panel = _Panel(look=kit.look, padding=kit.look.style.px(4))
        panel.add_widget(page)
        self.add_widget(panel)
        self.bind(on_dismiss=lambda *_: closed())

    def _close_shelf(self) -> Shelf:
        shelf = Shelf(self._kit.look)
        shelf.add_widget(PushButton(self._kit.look, self._kit.text("ui-close"), self.dismiss))
        return shelf

    def _keys(self) -> Column:
        kit = self._kit
        section = Column(kit.look)
        section.add_widget(Heading(look=kit.look, words=kit.text("ui-keys-title"), level=2))
        lines = Lines(kit.look, kit.text("ui-keys-title"))
        shown = [
            (command, kit.text("ui-or").join(key for key in keys if key not in ALSO))
            for command, keys in table(ShortcutSettings()).shown()
            if keys
        ]
        for command, names in (*FIXED, *shown):
            lines.add_widget(Line(kit.look, kit.text("ui-key-line", keys=names, does=kit.text(f"ui-key-{command}"))))
        section.add_widget(lines)
        return section
