"""The voice in the real window: captions, the talk key and button, a task begun by voice, no voice at all."""

from __future__ import annotations

import json
from time import monotonic

import pytest

from accessibility.audit.window import DeskWindow
from accessibility.probe.waiting import until
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen


def test_captions_show_what_is_said_and_escape_silences_it(window: Window) -> None:
    window.tell("voice speaking 您要办什么业务？")
    window.see("label", "您要办什么业务？")
    window.see("label", "正在播报")
    window.desk.key("Escape")
    window.see("label", "按“说话”开始")
    window.desk.key("F2")
    window.see("label", "正在听")
    window.desk.key("F2")
    window.see("label", "按“说话”开始")


def test_the_caption_marks_what_is_being_said(window: Window) -> None:
    """SpeakingAt: the mark moves with the voice, and goes with the next words."""

    def marked() -> list[str]:
        found: list[str] = window.ask("marked")["marked"]
        return found

    for part in ("您", "业务"):
        start = "您要办什么业务？".index(part)
        window.tell(f"says {start} {start + len(part)} 您要办什么业务？")
        until(lambda part=part: marked() == [part], "the mark to move")  # type: ignore[misc]
    window.tell("voice speaking 转给谁？")
    until(lambda: marked() == [], "the mark to go")


LONGER_THAN_A_TAP = 0.5
HOLDING = json.dumps({"voice": {"talk": "hold"}, "shortcuts": {"changed": {"talk": "Ctrl+K"}}})


@pytest.mark.parametrize("window", [("--settings", HOLDING)], indirect=True)
def test_who_holds_to_talk_is_listened_to_as_long_as_it_is_held(window: Window) -> None:
    """By a key, also one with Ctrl, which may come up first; by a finger, also one that slides off."""
    window.see("label", "按住“说话”讲话")
    for last, first in (("k", "ctrl"), ("ctrl", "k")):
        window.desk.hold("ctrl")
        window.desk.hold("k")
        window.see("label", "正在听")
        window.desk.let_go(first)
        window.desk.let_go(last)
        window.see("label", "按住“说话”讲话")
    finger = DeskWindow(window.desk)
    for off in (0, 200):
        left, top, width, height = window.see("push button", "说话").bounds or (0, 0, 0, 0)
        finger.point(left + width // 2, top + height // 2)
        finger.hold()
        window.see("label", "正在听")
        begun = monotonic()
        until(lambda begun=begun: monotonic() - begun > LONGER_THAN_A_TAP, "a finger that holds")  # type: ignore[misc]
        finger.point(left + width // 2, top + height // 2 - off)
        finger.release()
        window.see("label", "按住“说话”讲话")
    for shown in ("正在听", "按住“说话”讲话"):
        finger.point(left + width // 2, top + height // 2)
        finger.hold()
        finger.release()  # a tap, or a pointer that rests there, holds nothing
        window.see("label", shown)
    window.tab_to("push button", "说话")
    window.desk.key("Return")
    window.see("label", "正在听")
    window.desk.key("Return")
    window.see("label", "按住“说话”讲话")


@pytest.mark.parametrize("window", [("--talks",)], indirect=True)
def test_a_transfer_begun_by_voice_is_ended_by_a_touch(window: Window) -> None:
    """One session whatever the way: the sentence fills the screen, a press on its button moves the money."""
    window.sign_in()
    window.desk.key("F2")
    window.see("label", "正在听")
    window.tell("hear 给李娜转一千元")
    heading = window.focus_on("heading", "请核对")
    assert "李娜" in heading.description
    assert "¥1,000.00" in heading.description
    assert window.report()["transfers"] == []
    window.touch("push button", "确认转账")
    window.focus_on("heading", "转账成功")
    assert window.report()["transfers"] == [100000]
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--talks",)], indirect=True)
def test_who_asks_for_a_task_aloud_sees_it_whatever_was_on_the_screen(window: Window) -> None:
    """From the settings too, which are beside the task."""
    window.sign_in()
    window.desk.key("F10")
    window.focus_on("heading", "设置")
    window.desk.key("F2")
    window.see("label", "正在听")
    window.tell("hear 给李娜转一千元")
    assert "李娜" in window.focus_on("heading", "请核对").description


@pytest.mark.parametrize("window", [("--talks",)], indirect=True)
def test_the_microphone_is_off_while_the_focus_is_in_the_password(window: Window) -> None:
    """The page has both fields; the number may be spoken, also after the customer has been in the other one."""
    window.desk.key("F2")
    window.see("label", "正在听")
    window.tell("hear 登录")
    window.focus_on("entry", "客户号")
    window.see("label", "正在听")
    window.desk.key("Tab")
    window.focus_on("password text", "密码")
    window.see("label", "按“说话”开始")
    window.desk.key("shift+Tab")
    window.focus_on("entry", "客户号")
    window.see("label", "正在听")
    window.tell("hear 一零零零零零零一")
    window.see("label", "对吗")
    assert "Traceback" not in window.errors


KEYPAD = '{"keypad": {"on": true}}'
DWELLING = '{"dwell": {"on": true, "rest": 0.5}}'


def stays_deaf(window: Window) -> None:
    """The talk key too begins nothing; what is typed after it shows that it has been dealt with."""
    until(lambda: window.ask("listening") is False, "the microphone to be off")
    window.desk.key("F2")


@pytest.mark.parametrize("window", [("--talks", "--settings", KEYPAD)], indirect=True)
def test_the_microphone_is_off_while_a_secret_is_typed_on_twelve_keys(window: Window) -> None:
    window.see("list item", "1 登录")
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    window.desk.key("F2")
    until(lambda: window.ask("listening"), "it to listen")
    window.desk.key(*"10000001", "numbersign")
    window.focus_on("heading", "密码")
    stays_deaf(window)
    window.desk.key("2", "1")
    window.gone("label", "未输入")
    assert window.ask("listening") is False
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--talks", "--settings", DWELLING)], indirect=True)
def test_the_microphone_is_off_while_a_secret_is_typed_by_keys_on_the_screen(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F2")
    until(lambda: window.ask("listening"), "it to listen")
    window.tell("hear 登录")
    window.focus_on("entry", "客户号")
    window.rest_on("password text", "密码")
    window.focus_on("heading", "密码")
    stays_deaf(window)
    window.rest_on("push button", "a")
    window.see("label", "已输入 1 位")
    assert window.ask("listening") is False
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--no-voice",)], indirect=True)
def test_without_a_voice_the_reason_stands_there_and_the_rest_works(window: Window) -> None:
    window.see("label", "语音已关闭")
    assert not [seen for seen in window.tree.all("push button") if "说话" in seen.name]
    window.sign_in()
