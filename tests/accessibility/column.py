"""Widgets that take the focus, below one another, for a stage."""

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.slider import Slider
from kivy.uix.togglebutton import ToggleButton

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior


class Key(FocusableBehavior, Button): ...


class Title(FocusableBehavior, Label):
    a11y_role = "heading"
    a11y_tab_stop = False


class Choice(FocusableBehavior, ToggleButton): ...


class Level(FocusableBehavior, Slider):
    a11y_name = "Level"


class Group(AccessibleBehavior, BoxLayout): ...


def column(*widgets: Any, **options: Any) -> Group:
    box = Group(orientation="vertical", **{"size": (800, 600), **options})
    for widget in widgets:
        box.add_widget(widget)
    return box
