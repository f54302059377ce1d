"""A greeting that Orca reads: `python -m accessibility.examples.hello`."""

from accessibility import loop

loop.configure()  # before Kivy's window exists

# ruff: noqa: E402
from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.textinput import TextInput

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.providers.platform import platform_provider


class Heading(FocusableBehavior, Label):  # type: ignore[misc]
    a11y_role, a11y_level, a11y_tab_stop = "heading", 1, False


class Name(AccessibleBehavior, TextInput):  # type: ignore[misc]
    a11y_name = "Your name"


class Greet(FocusableBehavior, Button): ...  # type: ignore[misc]


class Hello(App):  # type: ignore[misc]
    title = "Hello"

    def build(self) -> BoxLayout:
        self.heading, self.field = Heading(text="Who are you?"), Name(multiline=False)
        page = BoxLayout(orientation="vertical")
        for widget in (self.heading, self.field, Greet(text="Greet", on_release=lambda _: self.greet())):
            page.add_widget(widget)
        return page

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)

    def greet(self) -> None:
        self.heading.text = f"Hello, {self.field.text}!"
        self.bridge.focus.focus(self.heading)


if __name__ == "__main__":
    Hello().run()
