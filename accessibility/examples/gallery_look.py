"""How the gallery looks: quiet colours, room, and a heading, a card and a grid to build pages from."""

from typing import Any

from kivy.graphics import Color, RoundedRectangle
from kivy.metrics import dp, sp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.checkbox import CheckBox
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.slider import Slider
from kivy.uix.spinner import Spinner
from kivy.uix.switch import Switch
from kivy.uix.textinput import TextInput
from kivy.uix.togglebutton import ToggleButton

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.kivy_labelled import FlowingLabel

# On GROUND: INK 15.9:1, QUIET 8.0:1, ERROR 7.6:1; white on BRAND 7.2:1 (WCAG 1.4.6 wants 7:1).
GROUND, CARD, INK, QUIET = (0.96, 0.96, 0.97, 1), (1, 1, 1, 1), (0.1, 0.11, 0.14, 1), (0.29, 0.31, 0.36, 1)
BRAND, SOFT, ERROR = (0.11, 0.31, 0.62, 1), (0.87, 0.91, 0.97, 1), (0.62, 0.07, 0.1, 1)
ROW = dp(48)


def paint(widget: Any, colour: tuple[float, ...], radius: float = 0.0) -> None:
    """A ground behind the widget that follows it."""
    with widget.canvas.before:
        Color(*colour)
        shape = RoundedRectangle(pos=widget.pos, size=widget.size, radius=[radius])

    def follow(*_: Any) -> None:
        shape.pos, shape.size = widget.pos, widget.size

    widget.bind(pos=follow, size=follow)


FLAT = {"background_normal": "", "background_disabled_normal": "", "size_hint_y": None, "height": ROW}


class Heading(FocusableBehavior, FlowingLabel):
    a11y_role, a11y_level, a11y_tab_stop = "heading", 2, False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"color": INK, "font_size": sp(20), "bold": True} | kwargs))


class Words(FlowingLabel):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"color": QUIET, "font_size": sp(16)} | kwargs))


class Key(AccessibleBehavior, Button):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(FLAT | {"background_color": BRAND, "color": CARD} | kwargs))


class Toggle(AccessibleBehavior, ToggleButton):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(FLAT | {"background_down": "", "background_color": QUIET, "color": CARD} | kwargs))
        self.bind(state=self._look)
        self._look()

    def _look(self, *_: Any) -> None:
        self.background_color = BRAND if self.state == "down" else QUIET


class Check(AccessibleBehavior, CheckBox):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"color": INK, "size_hint": (None, None), "size": (ROW, ROW)} | kwargs))


class Flip(AccessibleBehavior, Switch):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"size_hint": (None, None), "size": (dp(96), ROW)} | kwargs))


class Level(AccessibleBehavior, Slider):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        look = {"size_hint_y": None, "height": ROW, "value_track": True, "value_track_color": BRAND}
        super().__init__(**(look | kwargs))


class Field(AccessibleBehavior, TextInput):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        look = {"size_hint_y": None, "height": ROW, "multiline": False, "unfocus_on_touch": False}
        look |= {"background_normal": "", "background_active": "", "background_color": SOFT, "foreground_color": INK}
        look |= {"font_size": sp(18), "hint_text_color": QUIET, "cursor_color": BRAND, "padding": (dp(14), dp(12))}
        super().__init__(**(look | kwargs))


class Choice(AccessibleBehavior, Spinner):  # type: ignore[misc]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(FLAT | {"background_color": BRAND, "color": CARD} | kwargs))


class Card(AccessibleBehavior, BoxLayout):  # type: ignore[misc]
    """A white card with a heading: a named region."""

    a11y_role = "region"

    def __init__(self, title: str, *widgets: Any, **kwargs: Any) -> None:
        look = {"orientation": "vertical", "size_hint_y": None, "padding": dp(16), "spacing": dp(10)}
        super().__init__(**(look | {"a11y_name": title} | kwargs))
        paint(self, CARD, dp(12))
        self.bind(minimum_height=self.setter("height"))
        for widget in (Heading(text=title), *widgets):
            self.add_widget(widget)


class Page(ScrollView):  # type: ignore[misc]
    """Cards below one another."""

    def __init__(self, *cards: Any) -> None:
        super().__init__(bar_width=dp(6), scroll_type=["bars", "content"])
        column = BoxLayout(orientation="vertical", size_hint_y=None, padding=dp(20), spacing=dp(16))
        column.bind(minimum_height=column.setter("height"))
        for card in cards:
            column.add_widget(card)
        self.add_widget(column)


def beside(*widgets: Any, height: float = ROW, **kwargs: Any) -> BoxLayout:
    """Widgets in one row."""
    row = BoxLayout(size_hint_y=None, height=height, spacing=dp(12), **kwargs)
    for widget in widgets:
        row.add_widget(widget)
    return row


def said(text: str) -> Label:
    """A short text beside a control."""
    label = Label(text=text, color=INK, font_size=sp(16), halign="left", valign="middle")
    label.bind(size=lambda it, size: setattr(it, "text_size", size))
    return label
