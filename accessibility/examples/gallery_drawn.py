"""The gallery's page of what is drawn without widgets of its own, links and keys, and of what fingers move."""

from collections.abc import Callable
from typing import Any

from kivy.config import ConfigParser
from kivy.metrics import dp
from kivy.uix.label import Label
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.scatter import Scatter
from kivy.uix.settings import InterfaceWithNoMenu, Settings
from kivy.uix.vkeyboard import VKeyboard

from accessibility.examples.gallery_look import INK, Card, Page, Words

SETTINGS = """[
    {"type": "string", "title": "Printer", "section": "gallery", "key": "printer"},
    {"type": "options", "title": "Paper", "section": "gallery", "key": "paper", "options": ["A4", "A3"]}
]"""


def drawn(announce: Callable[..., Any]) -> Page:
    return Page(_links(), _moved(), _keys(), _settings())


def _links() -> Card:
    followed = Words(text="Nothing followed yet")
    text = "Read the [ref=fees][u]table of [b]fees[/b][/u][/ref] and the [ref=rules][u]rules[/u][/ref] first."
    contract = Words(text=text, markup=True)
    contract.bind(on_ref_press=lambda _, ref: setattr(followed, "text", f"Followed {ref}"))
    return Card("Links in a text", contract, followed)


def _moved() -> Card:
    ground = RelativeLayout(size_hint_y=None, height=dp(160))
    photo = Scatter(size_hint=(None, None), size=(dp(120), dp(60)), pos=(dp(200), dp(50)))
    photo.add_widget(Label(text="Map", color=INK, size=photo.size))
    ground.add_widget(photo)
    return Card("Moved by fingers", ground)


def _keys() -> Card:
    written = Words(text="Written: ")

    def write(_: Any, text: str) -> None:
        written.text += text

    keys = VKeyboard(layout="qwerty", do_translation=False, do_rotation=False, do_scale=False)
    keys.bind(on_textinput=write, on_key_down=lambda _, special, text, modifiers: write(_, text or f"<{special}>"))
    return Card("Keys on the screen", written, keys)


def _settings() -> Card:
    config = ConfigParser()
    config.setdefaults("gallery", {"printer": "Hall", "paper": "A4"})
    settings = Settings(interface_cls=InterfaceWithNoMenu, size_hint_y=None, height=dp(220))
    settings.add_json_panel("Printing", config, data=SETTINGS)
    return Card("Settings", settings)
