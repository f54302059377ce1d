"""A choice, values in words, live regions and plain text: what Orca is told in `test_telling`."""

import sys
from typing import Any

from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.spinner import Spinner

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.providers.platform import platform_provider
from tests.accessibility.page import Heading, Key

CITIES = ("Bern", "Rome", "Oslo")


class City(FocusableBehavior, Spinner): ...


class Words(AccessibleBehavior, Label): ...


class Telling(App):
    title = "Telling"

    def build(self) -> BoxLayout:
        page = BoxLayout(orientation="vertical")
        for widget in self.parts():
            page.add_widget(widget)
        return page

    def parts(self) -> list[Any]:
        self.city = City(a11y_name="City", text="Bern", values=CITIES)
        self.step = Key(text="Step", a11y_value="one of three")
        return [
            Heading(text="Values"),
            self.city,
            self.step,
            Key(text="Travel", on_release=lambda _: self.travel()),
        ]

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)

    def travel(self) -> None:
        self.city.text = "Rome"


if __name__ == "__main__":
    sys.exit(Telling().run())
