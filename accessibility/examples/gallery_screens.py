"""The gallery's page of what comes and goes: screens, a key that takes itself away, and a flood of changes."""

from collections.abc import Callable
from typing import Any

from kivy.uix.screenmanager import NoTransition, Screen, ScreenManager

from accessibility.examples.gallery_look import ROW, Card, Key, Page, Words

FLOOD = 10_000


def screens(announce: Callable[..., object]) -> Page:
    return Page(Card("Screens", _manager()), Card("What goes", _leaving()), Card("A flood", *_flood()))


def _manager() -> ScreenManager:
    manager = ScreenManager(transition=NoTransition(), size_hint_y=None, height=3 * ROW)
    for name, other in (("First", "Second"), ("Second", "First")):
        screen = Screen(name=name)
        screen.add_widget(Card(f"{name} screen", _to(manager, other)))
        manager.add_widget(screen)
    return manager


def _to(manager: ScreenManager, name: str) -> Key:
    return Key(text=f"To the {name.lower()} screen", on_release=lambda _: setattr(manager, "current", name))


def _leaving() -> Key:
    """Pressed, it is no more."""

    def leave(key: Any) -> None:
        key.parent.remove_widget(key)

    return Key(text="Take this away", on_release=leave)


def _flood() -> tuple[Words, Key]:
    words = Words(text="No changes yet")

    def flood(_: Any) -> None:
        for number in range(1, FLOOD + 1):
            words.text = f"Change {number}"

    return words, Key(text="Change it all the time", on_release=flood)
