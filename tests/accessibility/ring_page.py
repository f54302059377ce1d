"""Stock buttons on grounds of their own, without a mixin: the program that shows the focus ring of the engine.

Each button, pressed, moves and grows by a row of its own height. With "scrolled" they stand in a ScrollView that is
scrolled by half a pixel beside the whole ones, as a finger or a wheel leaves it.
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
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from accessibility.bridge import AccessibilityBridge
from accessibility.providers.platform import platform_provider

GROUNDS = {"black": 0.0, "dark": 0.12, "grey": 0.5, "light": 0.9, "white": 1.0}
SIZE, MOVED = (140.0, 50.0), (33.0, 7.0)
HIDDEN, SCROLLED = 21.0, 10.5
"""Pixels of the scrolled page that are out of sight, and how many of them above."""


class Strip(BoxLayout):
    """A flat ground around one button of the same colour, words and all.

    `off`: how much of a pixel it stands beside the whole ones, as layouts leave it. `below`: free pixels below it.
    """

    def __init__(self, name: str, grey: float, off: float, below: float = 20) -> None:
        super().__init__(padding=(20 + off, 20 + off, 20, below))
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

    def build(self) -> Widget:
        return scrolled() if "scrolled" in sys.argv else self._still()

    def _still(self) -> BoxLayout:
        rows = BoxLayout(orientation="vertical")
        for number, (name, grey) in enumerate(GROUNDS.items()):
            rows.add_widget(Strip(name, grey, number * 0.25 % 1))
        return rows

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()


def scrolled() -> ScrollView:
    rows = BoxLayout(orientation="vertical", size_hint_y=None)
    for name, grey in GROUNDS.items():
        rows.add_widget(Strip(name, grey, 0, below=40))
    view = ScrollView(scroll_y=1 - SCROLLED / HIDDEN, bar_width=0)
    view.bind(height=lambda _, height: setattr(rows, "height", height + HIDDEN))
    view.add_widget(rows)
    return view


if __name__ == "__main__":
    sys.exit(Rings().run())
