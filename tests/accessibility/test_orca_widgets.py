"""What Orca says and shows in braille of what is chosen, slid, switched, wrong, only to be read or only drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from tests.accessibility.listening import Listening

pytestmark = pytest.mark.screen_reader
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gallery() -> Iterator[Listening]:
    with Desktop(screen_reader=True) as desk, Orca(desk) as orca:
        program = [sys.executable, "-m", "accessibility.examples.gallery"]
        orca.launch(program, "Buttons 标题", cwd=ROOT, tries=1, timeout=40)
        desk.wait_for_window("Gallery")
        with Bus(desk) as bus:
            yield Listening(desk, orca, bus, "Gallery")


def test_check_boxes_and_a_switch(gallery: Listening) -> None:
    gallery.focus("check box", "By text message", "By text message 复选框 已勾选")
    gallery.feels("<x> By text message 复选框")
    gallery.hears("未勾选", "space")
    gallery.feels("< > By text message 复选框")
    gallery.hears("已勾选", "space")
    gallery.focus("check box", "Some of all messages", "已部分勾选")
    gallery.feels("<-> Some of all messages")
    gallery.focus("toggle button", "Dark colours", "Dark colours 切换按钮 未按下")
    gallery.hears("已按下", "space")
    gallery.feels("&=y Dark colours 切换按钮")


def test_radio_buttons(gallery: Listening) -> None:
    since = gallery.focus("radio button", "Green")
    gallery.orca.wait_for("Colour 面板", since)
    gallery.orca.wait_for("已选中 单选钮", since)
    gallery.feels("&=y Green 单选钮")
    since = gallery.press("Down")
    gallery.orca.wait_for("Blue", since)
    gallery.orca.wait_for("已选中 单选钮", since)
    gallery.feels("&=y Blue 单选钮")


def test_tabs(gallery: Listening) -> None:
    gallery.focus("page tab", "Buttons", "Buttons 选项卡")
    gallery.feels("Buttons 选项卡")
    gallery.hears("Fields 选项卡", "Down")
    gallery.feels("Fields 选项卡")


def test_fields_that_are_wrong_or_only_to_be_read_and_a_slider(gallery: Listening) -> None:
    gallery.bus.act(gallery.find("page tab", "Fields"))
    gallery.focus("entry", "Account", "Account 只读 输入 6222 0000")
    gallery.feels("Account 6222 0000 $l 不可编辑")
    gallery.focus("slider", "Loudness", "Loudness 水平滑块 3")
    gallery.says_exactly("4", "Right")
    gallery.feels("Loudness 4 水平滑块")
    since = gallery.focus("entry", "Amount", "Amount 输入 12x 必需")
    gallery.orca.wait_for("无效条目", since)
    gallery.orca.wait_for("An amount has digits only", since)
    gallery.feels("Amount 12x $l 无效 必需")


def test_links_in_a_text_keys_on_the_screen_and_what_fingers_move(gallery: Listening) -> None:
    """How these look is Kivy's own, and is not judged: what is found is not watched."""

    def focus(role: str, name: str, words: str) -> None:
        since = gallery.orca.mark()
        gallery.bus.grab_focus(gallery.bus.find("Gallery", role, name))
        gallery.orca.wait_for(words, since)

    gallery.bus.act(gallery.find("page tab", "Drawn"))
    focus("link", "table of fees", "table of fees 链接")
    gallery.feels("table of fees")
    gallery.hears("rules 链接", "Tab")
    gallery.press("Return")
    gallery.bus.find("Gallery", "label", "Followed rules")
    focus("panel", "Map", "100%, 0°")
    gallery.hears("110%, 0°", "plus")
    gallery.hears("110%, 15°", "r")
    focus("push button", "full stop", "full stop 按钮")
    gallery.feels("full stop 按钮")
    gallery.hears("slash 按钮", "Right")
    focus("toggle button", "Shift", "Shift 切换按钮 未按下")
    gallery.hears("已按下", "space")
