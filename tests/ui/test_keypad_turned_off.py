"""The keypad that is turned off stays off, and a warning that is over goes: without a window."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.announcer import Kind, Message
from app.keeper import Keeper
from app.ui.ways.keypad import KeypadWay
from app.ui.ways.signals import SignalsWay


def test_a_look_that_was_put_off_does_not_open_the_pad_again() -> None:
    """One of its keys may turn it off, as may what the screen says at that moment."""
    done: list[str] = []
    way: Any = KeypadWay.__new__(KeypadWay)
    way._pad = SimpleNamespace(open=lambda: done.append("open"), close=lambda: done.append("close"))
    way._face = way._take_focus = lambda: done.append("looked")
    way._is_on = False
    way.look()
    assert done == []


@pytest.mark.parametrize(
    ("message_id", "ended"),
    [("notice-signed_out_by_bank", True), ("notice-signed_out home-ask-signed-out", True), ("ui-text-size-is", False)],
)
def test_a_warning_of_the_end_goes_when_the_end_has_come(message_id: str, ended: bool) -> None:
    done: list[str] = []
    way: Any = SignalsWay.__new__(SignalsWay)
    way.strip = SimpleNamespace(end_warning=lambda: done.append("ended"), show=lambda *_: None)
    way._keeper = Keeper()
    way._focus, way._words = SimpleNamespace(current=None), SimpleNamespace(text=str)
    way._flash = way._window = SimpleNamespace(flash=lambda **_: None, focus=True)
    way._vibrate = lambda seconds: None
    way.on_message(Message("x", Kind.STATUS, id=message_id, shown=True))
    assert done == (["ended"] if ended else [])
