"""The strip that says that the bank is at work: once for each wait, however many things the bank is asked for in it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from app.ui import waiting
from app.words import Words
from tests.ui.test_signals import Moments


class Strip:
    """As much of a widget as it takes."""

    def __init__(self, *_: object, **__: object) -> None:
        self.parent: Any = None

    def add_widget(self, widget: object) -> None: ...

    def remove_widget(self, widget: Strip) -> None:
        widget.parent = None


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    clock, told, window = Moments(), list[str](), Strip()
    monkeypatch.setattr(waiting, "Clock", clock)
    monkeypatch.setattr(waiting, "Column", Strip)
    monkeypatch.setattr(waiting, "BodyText", Strip)
    teller: Any = SimpleNamespace(tell=lambda message, kind: told.append(message.id))

    def place(strip: Strip) -> None:
        assert strip.parent is None, "it stands there already"
        strip.parent = window

    look: Any = None
    return SimpleNamespace(clock=clock, told=told, waiting=waiting.Waiting(look, Words.load("en"), teller, place))


def test_a_short_wait_is_not_told(case: SimpleNamespace) -> None:
    case.waiting.follow(True)
    case.clock.run(waiting.BUSY_AFTER - 0.1)
    case.waiting.follow(False)
    case.clock.run(5.0)
    assert case.told == []


def test_a_wait_in_which_the_bank_is_asked_for_more_is_told_once(case: SimpleNamespace) -> None:
    """Signing in, and then the names and accounts."""
    for moment in (0.0, 1.0, 2.0):
        case.clock.run(moment)
        case.waiting.follow(True)
    case.clock.run(3.0)
    assert case.told == ["stage-busy"]
    case.waiting.follow(False)
    case.waiting.follow(True)
    case.clock.run(4.0)
    assert case.told == ["stage-busy"] * 2, "another wait is another message"
