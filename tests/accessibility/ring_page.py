"""Stock buttons on grounds of their own, without a mixin: the program that shows the focus ring of the engine.

Each button, pressed, moves and grows by a row of its own height.
"""

import sys

from accessibility import loop

loop.configure()

# ruff: noqa: E402
from kivy.app import App
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button

from accessibility.bridge import AccessibilityBridge
from accessibility.providers.platform import platform_provider

GROUNDS = {"black": 0.0, "dark": 0.12, "grey": 0.5, "light": 0.9, "white": 1.0}
SIZE, MOVED = (140.0, 50.0), (33.0, 7.0)


class Strip(BoxLayout):
    """A flat ground around one button of the same colour, words and all.

    `off`: how much of a pixel it stands beside the whole ones, as layouts leave it.
    """

    def __init__(self, name: str, grey: float, off: float) -> None:
        super().__init__(padding=(20 + off, 20 + off, 20, 20))
        self.button = Button(
            text=name, size=SIZE, size_hint=(None, None), background_normal="", background_down="",
            background_color=(grey, grey, grey, 1), color=(grey, grey, grey, 1),
        )  # fmt: skip
        self.button.bind(on_release=self._move)
        self.add_widget(self.button)
        with self.canvas.before:
            Color(grey, grey, grey, 1)
            self._ground = Rectangle()
        self.bind(pos=self._lay, size=self._lay)

    def _lay(self, *_: object) -> None:
        self._ground.pos, self._ground.size = self.pos, self.size

    def _move(self, button: Button) -> None:
        across, grown = MOVED
        self.padding = (20 + across, 20, 20, 20)
        button.size = (SIZE[0] + grown, SIZE[1] + grown)


class Rings(App):
    title = "Rings"

    def build(self) -> BoxLayout:
        rows = BoxLayout(orientation="vertical")
        for number, (name, grey) in enumerate(GROUNDS.items()):
            rows.add_widget(Strip(name, grey, number * 0.25 % 1))
        return rows

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()


if __name__ == "__main__":
    sys.exit(Rings().run())
