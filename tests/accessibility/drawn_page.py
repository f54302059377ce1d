"""Plain texts in every shape, and fields: the program of which it is asked where each character stands."""

import sys
from typing import Any

from kivy.config import Config

Config.set("graphics", "height", "860")  # room for each text; before Kivy's window exists

# ruff: noqa: E402
from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.providers.platform import platform_provider
from tests.accessibility.page import Field, Heading

LONG = "A sentence that is too long for its width, 所以 it goes on below,\nand a line of its own"

JUSTIFIED = "Words that are spread so that each line but the last one ends where the widget ends"
SHORTENED = "A sentence that is cut to the width of its widget, and the end of it is here"


class Words(AccessibleBehavior, Label):
    """Wrapped to its own width, in its own corner."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.bind(size=lambda it, size: setattr(it, "text_size", size))


class Drawn(App):
    title = "Drawn"

    def build(self) -> BoxLayout:
        page = BoxLayout(orientation="vertical", padding=40, spacing=10)
        for widget in self.parts():
            page.add_widget(widget)
        return page

    def parts(self) -> list[Any]:
        return [
            Heading(text="Where things stand"),
            Label(text="Plain words 转账"),
            Words(text=LONG, size_hint_x=0.3, size_hint_y=4, halign="left", valign="top"),
            Words(text="In the middle\nof it", halign="center", valign="middle", padding=(20, 4, 8, 2), size_hint_y=2),
            Words(text="To the right", halign="right", valign="bottom"),
            Words(text="Some [b]bold[/b] words", markup=True),
            Words(text=JUSTIFIED, size_hint_x=0.3, size_hint_y=4, halign="justify", valign="top"),
            Words(text=SHORTENED, size_hint_x=0.3, shorten=True, shorten_from="right"),
            Words(text=f"{SHORTENED[:10]}[b]{SHORTENED[10:]}![/b]", size_hint_x=0.3, markup=True, shorten=True),
            Words(text=SHORTENED + "?", size_hint_x=0.3, shorten=True, shorten_from="left", halign="right"),
            Field(a11y_name="One line", text="abc 转账", multiline=False),
            Field(a11y_name="Letter", text="first\n第二行", size_hint_y=2),
            Field(a11y_name="Centre", text="in the middle", multiline=False, halign="center"),
        ]

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)


if __name__ == "__main__":
    sys.exit(Drawn().run())
