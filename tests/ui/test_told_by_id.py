"""What the ways and the forms tell has an id and all its forms, and is shown where nothing in sight says it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.announcer import Announcer, Kind
from accessibility.announcer import Message as Told
from accessibility.keypad.offer import Offer
from app.dialogue.phrase import phrase
from app.domain.errors import Problem
from app.flows.view import Notice, View
from app.keeper import Keeper
from app.ui.kit import Kit
from app.ui.screens.chat import ChatScreen
from app.ui.screens.settings import _Restore
from app.ui.telling import Teller
from app.ui.ways.choice import turned
from app.ui.ways.panel import WritingPanel
from app.ui.ways.ways import Ways
from app.words import LANGUAGES, Words


class Ear:
    """What listens to a teller, and the kit that tells through it."""

    def __init__(self, lang: str = "zh-CN") -> None:
        self.heard: list[Told] = []
        announcer, nothing = Announcer(), None
        announcer.listen(self.heard.append)
        bridge = SimpleNamespace(announcer=announcer, focus=SimpleNamespace(current=None))
        self.teller = Teller(bridge, "win32", lang)
        screen: Any = nothing
        self.kit = Kit(screen, Words.load(lang), {}, print, print, self.teller.tell,
                       note=self.teller.note, tell_on_screen=self.teller.tell_on_screen)  # fmt: skip


def panel(ear: Ear, *, secret: bool) -> WritingPanel:
    """The keys for a field, without a window."""
    keys = WritingPanel.__new__(WritingPanel)
    keys._kit, keys._secret, keys._typed = ear.kit, secret, ""
    keys._show = lambda: None  # type: ignore[method-assign]
    return keys


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keys_for_a_field_tell_by_id(lang: str) -> None:
    ear = Ear(lang)
    keys = panel(ear, secret=False)
    keys._type("7")
    keys._take(Offer("查询余额", "查询余额", "查询余额"))
    keys._delete()
    assert [message.id for message in ear.heard] == ["panel-typed"] * 3
    assert "查询余" in ear.heard[-1].text, "what is left of it"


def test_of_a_secret_they_tell_how_much_and_of_nothing_that_it_is_nothing() -> None:
    ear = Ear()
    keys = panel(ear, secret=True)
    for sign in "Q7":
        keys._type(sign)
    keys._delete()
    keys._delete()
    assert [message.id for message in ear.heard] == ["panel-count"] * 3 + ["panel-empty"]
    assert not [message for message in ear.heard if {"Q", "7", "•"} & set(message.text + message.spoken)]


def test_what_the_focus_goes_to_is_noted_in_all_its_forms() -> None:
    ear = Ear()
    problem = ear.kit.problem(Problem("empty", field="amount"))
    ear.kit.note(Kind.ERROR, problem)
    heard = ear.heard[0]
    assert (heard.id, heard.text, heard.spoken) == ("problem-empty", problem.screen, problem.speech)
    assert heard.by_focus


@pytest.mark.parametrize("command", ["scan", "dwell", "keypad"])
def test_a_way_that_goes_is_shown_to_have_gone(command: str) -> None:
    """Its strip or its pad goes with it: nothing else would say so to who does not hear."""
    ear, keeper = Ear(), Keeper()
    ways = Ways.__new__(Ways)
    ways._kit, ways._keeper = ear.kit, keeper
    keeper.prefer(turned(keeper.preferences, command, on=True))
    ways._toggle(command)
    assert [(message.id, message.shown) for message in ear.heard] == [("way-on", False)]


def test_what_the_screen_says_under_keys_is_told_and_seen_there() -> None:
    """The keys for a field show it above them, the pad tells it with what it offers; else the screen shows it."""
    ear, asked = Ear(), list[Any]()
    ways = Ways.__new__(Ways)
    ways._kit, ways._on, ways._panel = ear.kit, {}, None
    ear.teller.over = ways._tells
    said = ear.kit.message("home-ask")
    ear.teller.tell_on_screen(said, Kind.MESSAGE)
    ways._panel = panel(ear, secret=False)
    ear.teller.tell_on_screen(said, Kind.MESSAGE)
    assert [(message.id, message.shown) for message in ear.heard] == [("home-ask", True), ("home-ask", False)]
    ways._panel, ways._on = None, {"keypad": SimpleNamespace(screen_says=lambda *what: asked.append(what))}
    ear.teller.tell_on_screen(said, Kind.MESSAGE)
    assert asked == [(said, Kind.MESSAGE)]
    assert len(ear.heard) == 2


@pytest.mark.parametrize(("code", "told"), [("settings", 1), ("session_ends_soon", 0)])
def test_the_chat_leaves_a_warning_to_who_warns(code: str, told: int) -> None:
    """Whoever listens would hear it twice, the second time as an answer with the question of the moment."""
    ear, view = Ear(), View(notices=(Notice(code),))
    turn = SimpleNamespace(who="bank", message=phrase(view, ear.kit.words))
    chat: Any = SimpleNamespace(
        kit=ear.kit, parent=ear, _add=lambda turn: None, _dialogue=SimpleNamespace(view=view), _to_newest=lambda: None
    )
    ChatScreen._on_turn(chat, turn)
    assert len(ear.heard) == told


def test_that_nothing_was_changed_is_shown() -> None:
    ear = Ear()
    row = _Restore.__new__(_Restore)
    row._kit = ear.kit
    row._close = lambda: None  # type: ignore[method-assign]
    row._no()
    assert [(message.id, message.shown) for message in ear.heard] == [("settings-kept-as-is", False)]
