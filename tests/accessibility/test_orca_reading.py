"""What Orca says and what its braille line shows while somebody reads, edits, chooses, errs and waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from accessibility.probe.waiting import until
from tests.accessibility.listening import Listening

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reading() -> Iterator[Listening]:
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca:
        orca.launch(
            [sys.executable, "-m", "tests.accessibility.reading_page"], "Letters", cwd=ROOT, tries=1, timeout=40
        )
        desk.wait_for_window("Reading")
        with Bus(desk, ["object:state-changed:focused"]) as bus:
            yield Listening(desk, orca, bus, "Reading")


def test_a_heading_has_its_level(reading: Listening) -> None:
    assert any("Letters 标题 水平 1" in words for words in reading.orca.said())


def test_single_characters_under_the_caret(reading: Listening) -> None:
    reading.focus("entry", "Plain")
    reading.feels("Plain ab 转账")
    reading.says_exactly("a", "Home")
    reading.says_exactly("b", "Right")
    reading.says_exactly("", "Right")  # a space; the synthesiser has a word for it
    reading.says_exactly("转", "Right")
    reading.says_exactly("账", "Right")
    reading.says_exactly("转", "Left")


def test_words_under_the_caret(reading: Listening) -> None:
    reading.focus("entry", "Empty")
    reading.focus("entry", "Plain")
    reading.says_exactly("a", "Home")
    for key, word in (("Right", "ab"), ("Right", "转账"), ("Left", "转账"), ("Left", "ab")):
        since = reading.orca.mark()
        reading.desk.hold("ctrl")
        reading.desk.hold(key)
        reading.desk.let_go(key)  # before Ctrl, as a hand does and xdotool's "ctrl+Right" does not
        reading.desk.let_go("ctrl")
        until(lambda word=word, since=since: word in reading.orca.said(since), f"Orca to say {word!r}")  # type: ignore[misc]
    reading.press("End")


def test_words_selection_and_deletion(reading: Listening) -> None:
    reading.focus("entry", "Empty")
    reading.focus("entry", "Plain")
    reading.says_exactly("a", "Home")
    reading.hears("已选中", "shift+Right")
    reading.hears("取消选中", "Left")
    reading.says_exactly("b", "Delete")  # what stands at the caret afterwards
    reading.feels("Plain b 转账")
    reading.hears("空", "End")
    reading.says_exactly("账", "BackSpace")  # what has gone
    reading.feels("Plain b 转")


def test_an_empty_field_tells_its_placeholder_and_what_is_typed(reading: Listening) -> None:
    reading.hears("for example 5", "Tab") if reading.has_focus("Plain") else reading.focus("entry", "Empty")
    since = reading.orca.mark()
    reading.desk.type("7x")
    reading.orca.wait_for("7", since)
    reading.orca.wait_for("x", since)
    reading.feels("Empty 7x")


def test_lines_of_a_long_text(reading: Listening) -> None:
    reading.focus("entry", "Long")
    reading.press("ctrl+Home")
    reading.says_exactly("二三", "Down")
    reading.hears("空", "Down")  # a blank line
    reading.says_exactly("last", "Down")
    reading.feels("last")
    reading.hears("空", "Up")
    reading.says_exactly("二三", "Up")
    reading.feels("二三")


def test_a_secret_is_never_spelled(reading: Listening) -> None:
    reading.focus("password text", "Secret")
    cells = len(reading.orca.braille())
    before = reading.press("Home", "Right", "Left", "Delete", "End", "BackSpace")
    reading.desk.type("9")
    until(lambda: reading.bus.find("Reading", "password text", "Secret").text == "••", "the secret to be two long")
    reading.feels("Secret ••")
    told = "".join(reading.orca.said(before)) + "".join(shown for shown, _ in reading.orca.braille()[cells:])
    assert not [char for char in "Zq79" if char in told]


def test_an_error_is_told_with_its_field(reading: Listening) -> None:
    reading.focus("push button", "Check")
    since = reading.press("space")
    reading.orca.wait_for("Amount 输入", since)
    reading.orca.wait_for("无效", since)
    reading.orca.wait_for("Too little", since)
    reading.feels("$l 无效")


def test_an_error_that_comes_while_its_field_has_the_focus_is_felt(reading: Listening) -> None:
    reading.focus("entry", "Day")
    reading.hears("There is no such day", "Return")
    reading.feels("There is no such day")


def test_a_dialog_is_told_with_its_name_and_gives_back(reading: Listening) -> None:
    reading.focus("push button", "Ask")
    since = reading.press("space")
    reading.orca.wait_for("Question 对话框", since)
    reading.orca.wait_for("Sure?", since)
    reading.hears("Yes 按钮", "Tab")
    reading.feels("Yes 按钮")
    reading.hears("Ask 按钮", "Escape")


def test_a_list_tells_itself_and_its_buttons(reading: Listening) -> None:
    reading.focus("push button", "Go to Bern")
    reading.hears("Go to Rome", "Down")
    reading.feels("Go to Rome 按钮")


def test_progress_is_told(reading: Listening) -> None:
    reading.focus("push button", "Work")
    reading.hears("60", "space")


def test_a_message_is_read_although_orca_43_hears_no_announcements(reading: Listening) -> None:
    reading.focus("push button", "Tell")
    reading.hears("It is done", "space")
    reading.feels("It is done")


def test_a_tool_that_hears_announcements_takes_no_message_from_orca(reading: Listening) -> None:
    reading.focus("push button", "Check")
    reading.focus("push button", "Tell")
    with Bus(reading.desk, ["object:announcement"]) as tool:
        tool.find(reading.title, "push button", "Tell")
        before, since = tool.mark(), reading.orca.mark()
        reading.hears("It is done", "space")
        tool.wait_for(lambda event: event.data == "It is done", "the announcement", before)
        reading.hears("Tell 按钮", "KP_Enter")  # where am I: all that was said before it has been said
        assert len([words for words in reading.orca.said(since) if "It is done" in words]) == 1
