"""Plain Kivy, with a heading and a bridge, that Orca reads: `python -m accessibility.examples.hello`."""

from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.textinput import TextInput

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.providers.platform import platform_provider


class Title(FocusableBehavior, Label):  # type: ignore[misc]  # Kivy is untyped
    a11y_role, a11y_level, a11y_tab_stop, a11y_live = "heading", 1, False, "polite"


class Hello(App):  # type: ignore[misc]
    def build(self) -> BoxLayout:
        page, words = BoxLayout(), Title(text="Who are you?")
        who = TextInput(hint_text="Your name", multiline=False)
        greet = Button(text="Greet", on_release=lambda _: setattr(words, "text", f"Hello, {who.text}!"))
        for widget in (words, who, greet):
            page.add_widget(widget)
        return page

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)


if __name__ == "__main__":
    Hello().run()
