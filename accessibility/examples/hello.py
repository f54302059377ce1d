"""Plain Kivy, with a heading and another App, that Orca reads: `python -m accessibility.examples.hello`."""

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.textinput import TextInput

from accessibility.kivy_app import AccessibleApp
from accessibility.kivy_behavior import FocusableBehavior


class Title(FocusableBehavior, Label):  # type: ignore[misc]  # Kivy is untyped
    a11y_role, a11y_level, a11y_tab_stop, a11y_live = "heading", 1, False, "polite"


class Hello(AccessibleApp):
    def build(self) -> BoxLayout:
        page, words = BoxLayout(), Title(text="Who are you?")
        who = TextInput(hint_text="Your name", multiline=False)
        greet = Button(text="Greet", on_release=lambda _: setattr(words, "text", f"Hello, {who.text}!"))
        for widget in (words, who, greet):
            page.add_widget(widget)
        return page


if __name__ == "__main__":
    Hello().run()
