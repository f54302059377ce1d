"""When the reader is silent: switched off, or while a screen reader or a conversation speaks."""

from __future__ import annotations

import pytest

from tests.ui.voicing.listener import Listener, until_silent

pytestmark = pytest.mark.screen


def test_the_key_switches_it_off_and_on(window: Listener) -> None:
    window.press("F4")
    window.hear("朗读已关闭")
    before = len(window.everything)
    window.press("Tab", "Tab")
    window.press("F4")
    window.hear("朗读已打开", "按钮")
    between = [said for said in window.everything[before:] if "按钮" in said]
    assert len(between) == 1, "Tab was silent, and then it says where the focus is"


def test_in_a_conversation_keys_are_answered(window: Listener) -> None:
    window.tell("voice speaking")
    window.tab_to("登录，按钮")
    window.tell("voice idle")


def test_silent_while_a_screen_reader_runs_and_back_when_it_goes(window: Listener) -> None:
    """SPK-05: never two voices."""
    window.desk._set_status("ScreenReaderEnabled", True)
    try:
        said = until_silent(window)
        window.press("Tab", "Tab", "F12")
        window.quiet()
        assert len(window.everything) == said
        window.forget()  # before it goes: what is said then may come at once
    finally:
        window.desk._set_status("ScreenReaderEnabled", False)
    window.hear("，")
    window.quiet()
    assert len(window.everything) - said == 1, "only where the focus is, once the screen reader has gone"
