"""A real input method at the real window: Chinese is composed, told once, and never gets into a password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.ui.conftest import Window
from tests.ui.pinyin import Pinyin, needs_pinyin

pytestmark = pytest.mark.screen


@pytest.fixture
def pinyin(desk: Desktop) -> Pinyin:
    needs_pinyin()
    return Pinyin(desk)


@pytest.fixture
def composed(desk: Desktop, bus: Bus, tmp_path: Path, pinyin: Pinyin) -> Iterator[Window]:
    shown = Window(desk, bus, tmp_path, watched=False)
    yield shown
    shown.close()


def test_chinese_is_composed_and_a_password_takes_none(composed: Window, pinyin: Pinyin) -> None:
    pinyin.switch_on()
    _write_in_the_chat(composed, pinyin)
    _type_a_password(composed, pinyin)


def _write_in_the_chat(window: Window, pinyin: Pinyin) -> None:
    window.desk.key("F3")
    entry = window.focus_on("entry", "输入")
    since = window.bus.mark()
    pinyin.compose("zhongguo", "中国")
    left, top, width, height = window.bus.ask(entry, "Component", "GetExtents", "u", 0)

    def beside() -> bool:
        x, y, _, tall = pinyin.place
        return left < x < left + width and top <= y < y + tall <= top + height

    until(beside, f"the caret to be told within {(left, top, width, height)}; it was {pinyin.place}")
    window.desk.key("space")
    until(lambda: window.bus.look(entry).text == "中国", "the characters in the field")
    pinyin.compose("ni", "你")
    window.desk.key("BackSpace")
    pinyin.shows("年")
    window.desk.key("Escape")
    pinyin.shows("")
    assert window.bus.look(entry).text == "中国"
    told = [event.data for event in window.bus.events[since:] if event.type.startswith("object:text-changed")]
    assert told == ["中国"]


def _type_a_password(window: Window, pinyin: Pinyin) -> None:
    window.desk.key("F3")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.desk.type("10000001")
    window.desk.key("Tab")
    window.focus_on("password text", "密码")
    window.desk.key("1", "d")
    secret = window.see("password text", "密码")
    until(lambda: "密码不能用中文输入法" in window.bus.look(secret).description, "to be told why nothing was taken")
    pinyin.shows("")
    assert window.bus.look(secret).text == ""
    window.desk.key("Shift_L")
    window.desk.type("demo0101")
    until(lambda: window.bus.look(secret).text == "•" * len("demo0101"), "the password in the field")
