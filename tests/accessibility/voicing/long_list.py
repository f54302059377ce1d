"""A list of a thousand between two buttons, explored as it is spoken: the mouth ends each utterance when it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.providers.log import LogProvider
from accessibility.providers.several import Several
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.reader import Reader
from accessibility.voicing.settings import VoicingSettings
from tests.accessibility.fake_window import FakeWindow, frame
from tests.accessibility.voicing.reader_screen import WORDS, Mouth


class Rows(AccessibleBehavior, RecycleView):
    """Five rows and a bit are seen at a time."""


class Spoken:
    """The window, the reader before it, and what is said."""

    def __init__(self, count: int, viewclass: Any = Label) -> None:
        layout = RecycleBoxLayout(
            default_size=(None, 50), default_size_hint=(1, None), size_hint_y=None, orientation="vertical"
        )
        layout.bind(minimum_height=layout.setter("height"))
        self.rows = Rows(size_hint_y=None, height=270)
        self.rows.add_widget(layout)
        self.rows.viewclass = viewclass
        self.rows.data = [{"text": f"i{number}"} for number in range(count)]
        self.first, self.last = Button(text="first"), Button(text="last")
        box = BoxLayout(orientation="vertical", size=(800, 600))
        for widget in (self.first, self.rows, self.last):
            box.add_widget(widget)
        self.window, self.mouth = FakeWindow(), Mouth()
        self.window.add_widget(box)
        self.reader = Reader(self.mouth, WORDS, VoicingSettings(on=True))
        frame()
        self.bridge = AccessibilityBridge(self.window, "Test", Several([LogProvider(is_listening=False), self.reader]))
        self.bridge.start()
        frame(4)
        self.reader.turn(True)
        frame()
        self.explorer = Explorer(self.reader)
        self.mouth.take()

    def explore(self, step: int) -> str:
        """What is said on the way to the next thing."""
        self.explorer.go(step)
        frame(3)
        return said(self.mouth)

    def read_all(self) -> Iterator[str]:
        """Each thing that is read, until a sound says that it is the end."""
        self.explorer.read_on()
        while self.mouth.said:
            line = self.mouth.lines[-1]
            yield said(self.mouth)
            frame(3)
            assert line.done is not None
            line.done(True)


def said(mouth: Mouth) -> str:
    """The names of what was said."""
    return " / ".join(line.split(",")[0] for line in mouth.take())


@contextmanager
def spoken(count: int, viewclass: Any = Label) -> Iterator[Spoken]:
    made = Spoken(count, viewclass)
    yield made
    made.bridge.close()
