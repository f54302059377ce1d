"""Buttons for who explores by touch and cannot flick: to the next thing and back, and to use it; by ear alone."""

from __future__ import annotations

import pytest

from tests.ui.voicing.listener import Listener

pytestmark = pytest.mark.screen


def double_tap(window: Listener, place: str) -> None:
    for _ in range(2):
        window.tell(f"touch down {place}")
        window.tell(f"touch up {place}")


def test_buttons_go_from_thing_to_thing_and_use_it(window: Listener) -> None:
    """From where the finger was last: coming to the buttons themselves loses no place."""
    window.press("F10")
    window.hear("设置")
    forward, back, use, away = (
        window.middle(window.stands("push button", name)) for name in ("下一项", "上一项", "用这一项", "主页")
    )
    window.tell(f"touch down {away}")
    window.hear("主页")
    window.tell(f"touch up {away}")
    for button, said in (
        (forward, "文字聊天，按钮"),
        (forward, "缩小文字，按钮"),
        (back, "文字聊天，按钮"),
        (back, "主页，按钮"),
        (use, "听见远程银行，标题"),
    ):
        window.rest()
        double_tap(window, button)
        window.hear(said)
