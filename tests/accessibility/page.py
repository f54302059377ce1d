"""A page with one of each: the program that the tests of this folder look at through the platform."""

import sys
from typing import Any

from accessibility import loop

loop.configure()

# ruff: noqa: E402
from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.image import Image
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.progressbar import ProgressBar
from kivy.uix.slider import Slider
from kivy.uix.switch import Switch
from kivy.uix.textinput import TextInput
from kivy.uix.togglebutton import ToggleButton

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.providers.platform import platform_provider


class Heading(FocusableBehavior, Label):
    a11y_role, a11y_level, a11y_tab_stop = "heading", 1, False


class Key(FocusableBehavior, Button): ...


class Field(AccessibleBehavior, TextInput): ...


class Check(FocusableBehavior, CheckBox): ...


class Flip(FocusableBehavior, Switch): ...


class Level(FocusableBehavior, Slider): ...


class Bar(AccessibleBehavior, ProgressBar): ...


class Picture(AccessibleBehavior, Image): ...


class Choice(FocusableBehavior, ToggleButton): ...


class Dialog(AccessibleBehavior, ModalView): ...


class Group(AccessibleBehavior, BoxLayout): ...


class Parts(App):
    """A window with `parts()` below one another, told to the platform."""

    def build(self) -> BoxLayout:
        self.page = BoxLayout(orientation="vertical")
        for widget in self.parts():
            self.page.add_widget(widget)
        return self.page

    def parts(self) -> list[Any]:
        raise NotImplementedError

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)

    def ask(self) -> None:
        """A dialog with one question and one answer."""
        modal = Dialog(size_hint=(0.5, 0.5), a11y_name="Question")
        box = Group(orientation="vertical")
        for widget in (Heading(text="Sure?"), Key(text="Yes", on_release=lambda _: modal.dismiss())):
            box.add_widget(widget)
        modal.add_widget(box)
        modal.open(animation=False)


class Page(Parts):
    title = "Page"

    def parts(self) -> list[Any]:
        self.status = Label(text="nothing yet")
        required = {"a11y_required": True, "a11y_invalid": "Too little", "a11y_description": "In yuan"}
        choices = Group(a11y_role="radiogroup", a11y_name="Colour")
        for name in ("red", "green"):
            choices.add_widget(Choice(text=name, group="colour"))
        return [
            Heading(text="A page"),
            self.status,
            Key(text="Press", on_release=lambda _: self.say("pressed")),
            Key(text="Off", disabled=True),
            Key(text="Announce", on_release=lambda _: self.bridge.announce("It is done")),
            Key(text="Dialog", on_release=lambda _: self.ask()),
            Check(a11y_name="Check"),
            Flip(a11y_name="Flip"),
            Level(a11y_name="Level", min=0, max=10, value=3, step=1),
            Bar(a11y_name="Bar", max=10, value=4),
            Picture(a11y_name="Picture"),
            Image(),
            choices,
            Field(a11y_name="Amount", multiline=False, **required),
            Field(a11y_name="Secret", multiline=False, password=True),
            Field(a11y_name="Letter", text="one\ntwo"),
        ]

    def say(self, text: str) -> None:
        self.status.text = text


if __name__ == "__main__":
    sys.exit(Page().run())
