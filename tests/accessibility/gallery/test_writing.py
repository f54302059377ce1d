"""Asked for over the real bus and done: fields are edited, and what is written is announced."""

from __future__ import annotations

from typing import Any

import pytest

from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until
from tests.accessibility.gallery.shown import Shown

pytestmark = pytest.mark.screen


def test_a_field_is_edited_in_every_way(shown: Shown) -> None:
    shown.page("Fields")
    name = shown.find("entry", "Name")

    def edit(method: str, signature: str, *values: Any, text: str) -> None:
        shown.ask(name, "EditableText", method, signature, *values)
        until(lambda: shown.bus.look(name).text == text, f"{method} to make {text!r} of {shown.bus.look(name).text!r}")

    edit("SetTextContents", "s", "Wang Fang", text="Wang Fang")
    edit("InsertText", "isi", 4, "王 ", 4, text="Wang王  Fang")
    edit("DeleteText", "ii", 4, 6, text="Wang Fang")
    edit("CopyText", "ii", 0, 5, text="Wang Fang")
    edit("PasteText", "i", 9, text="Wang FangWang ")
    edit("CutText", "ii", 4, 9, text="WangWang ")
    edit("PasteText", "i", 0, text=" FangWangWang ")
    assert shown.ask(name, "Text", "SetCaretOffset", "i", 2)
    until(lambda: shown.bus.look(name).caret == 2, "the caret to be set")
    assert shown.ask(name, "Text", "AddSelection", "ii", 1, 5)
    until(lambda: shown.bus.look(name).selections == ((1, 5),), "a selection")
    assert shown.ask(name, "Text", "SetSelection", "iii", 0, 5, 9)
    until(lambda: shown.bus.look(name).selections == ((5, 9),), "another selection")
    assert shown.ask(name, "Text", "RemoveSelection", "i", 0)
    until(lambda: shown.bus.look(name).selections == (), "no selection")
    account = shown.find("entry", "Account")
    with pytest.raises(NotThereError):
        shown.bus.set_text(account, "0")


def test_an_error_that_is_mended_goes_from_everywhere(shown: Shown) -> None:
    shown.page("Fields")
    amount = shown.find("entry", "Amount")
    shown.bus.set_text(amount, "12")
    shown.until("entry", "Amount", lambda it: "invalid-entry" not in it.states and it.description == "In yuan")
    since = shown.bus.mark()
    shown.bus.set_text(amount, "12y")
    shown.until("entry", "Amount", lambda it: "invalid-entry" in it.states and "error-message" in it.relations)
    shown.bus.wait_for(lambda e: e.type == "object:announcement" and "digits" in str(e.data), "the error", since)


@pytest.mark.parametrize(
    ("key", "words"), [("Write", "You: message 1"), ("Save", "Saved again"), ("Warn", "The line is down")]
)
def test_what_is_live_is_announced(shown: Shown, key: str, words: str) -> None:
    shown.page("Messages")
    since = shown.bus.mark()
    shown.act("push button", key)
    shown.bus.wait_for(lambda e: e.type == "object:announcement" and e.data == words, f"{words!r}", since)
