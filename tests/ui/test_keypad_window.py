"""The keypad in the real window: what the screen behind it says and lists is told and seen on the pad."""

from __future__ import annotations

import pytest

from accessibility.probe.waiting import until
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen


def told(window: Window, words: str) -> None:
    """Told with the heading of the pad, which has the focus, and painted below it."""
    until(lambda: words in (getattr(window.tree.focused, "description", "") or ""), f"{words!r} to be told")
    window.see("label", words)


def test_an_answer_of_the_chat_is_told_and_seen_on_the_pad(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.desk.key("F7")
    window.focus_on("heading", "输入")
    window.desk.key("2", "1", "2", "1", "numbersign")
    window.focus_on("heading", "文字聊天")
    told(window, "没有看懂")
    window.desk.key("F7")
    window.see("push button", "发送")
    assert "Traceback" not in window.errors


def test_the_list_of_keys_is_read_part_by_part(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F7")
    window.see("list item", "1 登录")
    window.desk.key("F1")
    window.focus_on("heading", "帮助")
    parts = list[str]()
    for _ in range(20):
        said = until(lambda: getattr(window.tree.focused, "description", "") or "", "the part to be told")
        if said in parts:
            break
        parts.append(said)
        assert "更改快捷键" in said
        assert "关闭" in said
        window.desk.key("9")
        until(lambda said=said: getattr(window.tree.focused, "description", "") != said, "the next part to be told")
    assert any("F3：文字聊天" in part for part in parts)
    assert any("F7：" in part for part in parts)
    window.see("label", parts[0].split("。")[1])
    window.desk.key("2")
    window.focus_on("heading", "听见远程银行")
    window.see("list item", "1 登录")
    window.desk.key("F7")
    window.see("push button", "登录")
    assert "Traceback" not in window.errors
