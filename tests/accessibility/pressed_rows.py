"""Rows of a long list that are pressed, alone or within a card; what was pressed is written down."""

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button

pressed: list[str] = []


class Row(Button):
    def on_release(self) -> None:
        pressed.append(self.text)


class Card(BoxLayout):
    """A row with a button in it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.add_widget(Row())

    @property
    def text(self) -> str:
        return str(self.children[0].text)

    @text.setter
    def text(self, text: str) -> None:
        self.children[0].text = text
