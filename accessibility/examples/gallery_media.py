"""The gallery's page of a film, which exists by its length alone, and of pages that are leafed through."""

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.uix.pagelayout import PageLayout
from kivy.uix.videoplayer import VideoPlayer

from accessibility.examples.gallery_look import Card, Page, Words
from accessibility.kivy_behavior import AccessibleBehavior


class Player(VideoPlayer):  # type: ignore[misc]  # Kivy is untyped
    """Needs no decoder: where it is sent to is where it is."""

    def seek(self, percent: float, precise: bool = True) -> None:
        self.position = percent * self.duration


class Leaves(AccessibleBehavior, PageLayout): ...  # type: ignore[misc]


def media(announce: Callable[..., Any]) -> Page:
    film = Player(duration=100, position=50, volume=0.5, size_hint_y=None, height=dp(240))
    leaves = Leaves(a11y_name="Contract", size_hint_y=None, height=dp(120))
    for words in ("What it is", "What it costs", "How it ends"):
        leaves.add_widget(Words(text=words))
    return Page(Card("Film", film), Card("Pages", leaves))
