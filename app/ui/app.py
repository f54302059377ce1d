"""TingjianApp: the Kivy application; everything it works with is handed to it."""

from __future__ import annotations

from typing import Any

from kivy.app import App
from kivy.core.window import Window
from kivy.metrics import Metrics

from app.ui.keys import command_for
from app.ui.look import Look
from app.ui.parts import Parts
from app.ui.shell import Shell
from app.ui.style import Style
from app.ui.theme import theme_named


class TingjianApp(App):
    """Builds the shell, joins it to the accessibility bridge, and passes keys on."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.title = parts.words.text("ui-app-title")
        density = float(Metrics.density)
        self.look = Look(style=Style(theme_named(parts.theme), parts.text_scale / 100, density))
        self.bridge: Any = None

    def build(self) -> Shell:
        """The root widget."""
        parts = self.parts
        self.bridge = parts.make_bridge(Window, self.title)
        return Shell(
            self.look,
            parts.manager,
            parts.words,
            parts.dialogue,
            parts.voice,
            parts.flows,
            self.bridge,
            parts.remember,
        )

    def on_start(self) -> None:
        """The window exists: begin to tell, and draw the first view."""
        Window.softinput_mode = "below_target"
        self.look.bind(style=self._clear)
        self._clear()
        self.bridge.start()
        self.bridge.on_escape(self.root.escape)
        Window.bind(on_key_down=self._key)
        self.root.update(self.parts.manager.view)
        self.parts.started()

    def on_stop(self) -> None:
        """The window goes."""
        self.parts.stopping()
        self.bridge.close()

    def _clear(self, *_: Any) -> None:
        Window.clearcolor = self.look.colour("page")

    def _key(self, _window: Any, code: int, _scancode: int, _text: str | None, modifiers: list[str]) -> bool:
        command = command_for(code, modifiers)
        if command:
            self.root.run(command)
        return bool(command)
