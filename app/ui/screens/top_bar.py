"""TopBar: the same commands in the same place on every screen: home, chat, text size, theme, settings, help."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.kit import Kit
from app.ui.style import Size, Style
from app.ui.widgets.button import PushButton
from app.ui.widgets.layout import Shelf
from app.ui.widgets.text import BodyText

Run = Callable[[str], None]


class TopBar(Shelf):
    """Scrolls with its screen, so that large text keeps the whole window. ``run`` takes a command's name."""

    a11y_role = "navigation"

    def __init__(self, kit: Kit, run: Run) -> None:
        self._kit = kit
        super().__init__(kit.look, steps=1)
        self.a11y_name = kit.text("ui-bar")
        for command in ("home", "chat"):
            self._add(command, run)
        self._add("smaller", run)
        self._percent = BodyText(look=kit.look, words="100 %", chrome=True, size_name=Size.SMALL, ink="muted")
        self.add_widget(self._percent)
        self._add("larger", run)
        self._theme = self._add("theme", run)
        self._add("settings", run)
        self._add("help", run)
        self.restyle(kit.look.style)

    def _add(self, command: str, run: Run) -> PushButton:
        kit = self._kit
        words = kit.text(f"ui-{command}", theme=kit.look.style.theme.id)
        button = PushButton(kit.look, words, lambda: run(command), kind="tool", chrome=True, size_name=Size.SMALL)
        longer = f"ui-{command}-name"
        if kit.words.has(longer):
            button.a11y_name = kit.text(longer)
        self.add_widget(button)
        return button

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_theme"):
            self._percent.words = self._kit.text("ui-percent", percent=round(style.scale * 100))
            self._theme.words = self._kit.text("ui-theme", theme=style.theme.id)
