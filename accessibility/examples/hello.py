"""Plain Kivy, with a heading and a bridge, that Orca reads: `python -m accessibility.examples.hello`."""

from typing import Any

from kivy.app import App
from kivy.core.window import Window
from kivy.lang import Builder
from kivy.uix.label import Label

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.providers.platform import platform_provider

PAGE = """
BoxLayout:
    Title:
        id: words
        text: 'Who are you?'
    TextInput:
        id: who
        hint_text: 'Your name'
        multiline: False
    Button:
        text: 'Greet'
        on_release: words.text = f'Hello, {who.text}!'; app.bridge.announce(words.text)
"""


class Title(FocusableBehavior, Label):  # type: ignore[misc]  # Kivy is untyped
    a11y_role, a11y_level, a11y_tab_stop = "heading", 1, False


class Hello(App):  # type: ignore[misc]
    def build(self) -> Any:
        return Builder.load_string(PAGE)

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)


if __name__ == "__main__":
    Hello().run()
