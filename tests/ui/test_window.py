"""The real window, worked with real keys and seen through the platform's accessibility."""

from __future__ import annotations

import json
from time import monotonic

import pytest

from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Seen
from accessibility.probe.waiting import until
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen


def begin_transfer(window: Window) -> None:
    window.tab_to("push button", "转账")
    window.desk.key("Return")
    window.focus_on("radio button", "张三")


def fill_transfer(window: Window, amount: str) -> None:
    begin_transfer(window)
    window.desk.key("Down")
    chosen = window.focus_on("radio button", "李四")
    until(lambda: "checked" in window.bus.look(chosen).states, "the choice to follow the focus")
    window.tab_to("entry", "金额")
    window.desk.type(amount)
    window.desk.key("Return")


def review(window: Window, amount: str = "500") -> Seen:
    fill_transfer(window, amount)
    return window.focus_on("heading", "请核对")


def test_transfers_money_with_the_keyboard_alone(window: Window) -> None:
    window.sign_in()
    heading = review(window)
    assert "李四" in heading.description
    assert "¥500.00" in heading.description
    window.tab_to("push button", "确认转账")
    assert window.report()["transfers"] == []
    window.desk.key("Return")
    assert "转账成功" in window.focus_on("heading", "转账成功").description
    assert window.report()["transfers"] == [50000]
    assert "Traceback" not in window.errors


def test_everything_that_takes_the_focus_has_a_name_and_nothing_shows_the_password(window: Window) -> None:
    seen: list[Seen] = []

    def look() -> None:
        seen.extend(window.tree.walk())

    look()
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.desk.type("10000001")
    window.desk.key("Tab")
    window.focus_on("password text", "密码")
    window.desk.type("demo0101")
    until(lambda: (window.tree.focused or window.tree).text == "•" * 8, "eight bullets")
    look()
    window.desk.key("Return")
    window.focus_on("heading", "您好，林峰")
    look()
    review(window)
    look()
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    look()
    window.desk.key("F1")
    window.focus_on("heading", "帮助")
    look()
    nameless = [thing for thing in seen if "focusable" in thing.states and not thing.name.strip()]
    assert not nameless
    assert not [thing for thing in seen if thing.role in ("unknown", "filler", "invalid")]
    told = " ".join(f"{thing.name} {thing.description} {thing.text}" for thing in seen)
    assert "demo0101" not in told


def test_an_empty_field_is_told_and_gets_the_focus(window: Window) -> None:
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.desk.type("123")
    window.desk.key("Return")
    assert "还没有填写" in window.focus_on("password text", "密码").description
    window.desk.type("x")
    window.desk.key("Return")
    wrong = window.focus_on("entry", "客户号")
    until(lambda: "要 8 位数字" in window.bus.look(wrong).description, "what is wrong with the number")
    assert "invalid-entry" in window.bus.look(wrong).states or "要 8 位数字" in window.bus.look(wrong).description


def test_a_refused_amount_comes_back_to_its_field_and_the_rest_stays(window: Window) -> None:
    window.sign_in()
    fill_transfer(window, "9999999")
    field = window.see("entry", "金额")
    until(lambda: "超过每笔限额" in window.bus.look(field).description, "the reason at the amount")
    assert window.bus.look(field).text == "9999999"
    assert "checked" in window.see("radio button", "李四").states


def test_the_window_answers_while_the_bank_is_silent(window: Window) -> None:
    window.sign_in()
    review(window)
    window.tab_to("push button", "确认转账")
    window.tell("hold")
    window.desk.key("Return")
    window.see("label", "请稍候")
    window.desk.key("Return")  # a second press while waiting counts for nothing
    window.desk.key("ctrl+plus")
    window.see("label", "130 %")
    window.tell("release")
    window.focus_on("heading", "转账成功")
    window.gone("label", "请稍候")
    assert window.report()["transfers"] == [50000]


def test_a_lost_answer_is_no_failure_and_can_be_found_out(window: Window) -> None:
    window.sign_in()
    review(window)
    window.tell("lose_answer")
    window.tab_to("push button", "确认转账")
    window.desk.key("Return")
    window.focus_on("heading", "银行还没有回复")
    window.desk.key("Escape")
    window.focus_on("heading", "您好，林峰")
    window.tab_to("push button", "查询结果")
    window.desk.key("Return")
    window.focus_on("heading", "转账成功")
    assert window.report()["transfers"] == [50000]


def test_text_size_and_theme_change_at_once_and_are_remembered(window: Window) -> None:
    for key, percent in (("ctrl+plus", 130), ("ctrl+plus", 150), ("ctrl+minus", 130), ("ctrl+0", 100)):
        window.desk.key(key)
        window.see("label", f"{percent} %")
    window.tab_to("push button", "A+")
    window.desk.key("Return")
    window.see("label", "130 %")
    window.desk.key("ctrl+t")
    window.see("push button", "深色")
    kept = json.loads((window.home / "settings.json").read_text())
    assert (kept["text_scale"], kept["theme"]) == (1.3, "dark")


def test_chat_and_form_are_one_task(window: Window) -> None:
    window.sign_in()
    begin_transfer(window)
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.paste("给章威转五百块")
    window.desk.key("Return")
    window.see("list item", "给章威转五百块")
    window.see("list item", "确认转账吗")
    assert window.focus_on("entry", "输入").text == ""
    window.desk.key("F3")
    assert "章威" in window.focus_on("heading", "请核对").description


def test_a_draft_in_the_chat_stays_and_a_new_message_leaves_the_focus(window: Window) -> None:
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.paste("查询")
    window.desk.key("F3", "F3")
    assert window.focus_on("entry", "输入").text == "查询"
    window.tab_to("push button", "登录", "shift+Tab")
    window.desk.key("Return")
    window.focus_on("entry", "输入")
    window.see("list item", "请输入 8 位客户号")
    assert window.tree.focused is not None
    assert window.tree.focused.text == "查询"


def test_a_password_in_the_chat_is_typed_into_a_field_of_its_own(window: Window) -> None:
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.paste("登录")
    window.desk.key("Return")
    window.see("list item", "请输入 8 位客户号")
    window.desk.type("10000001")
    window.desk.key("Return")
    window.focus_on("password text", "密码")
    window.desk.type("demo0101")
    window.desk.key("Return")
    window.see("list item", "您已登录")
    window.focus_on("entry", "输入")
    assert "demo0101" not in " ".join(thing.name for thing in window.tree.walk())


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


@pytest.mark.parametrize("window", [("--no-voice",)], indirect=True)
def test_without_a_voice_the_reason_stands_there_and_the_rest_works(window: Window) -> None:
    window.see("label", "语音已关闭")
    assert not [seen for seen in window.tree.all("push button") if "说话" in seen.name]
    window.sign_in()


def test_help_closes_with_escape_and_gives_the_focus_back(window: Window) -> None:
    window.tab_to("push button", "查询余额")
    window.desk.key("F1")
    window.focus_on("heading", "帮助")
    window.see("list item", "F2")
    assert not window.tree.all("push button", "查询余额")
    window.desk.key("Escape")
    window.focus_on("push button", "查询余额")


def test_escape_goes_back_step_by_step_and_never_ends_the_program(window: Window) -> None:
    window.sign_in()
    review(window)
    window.desk.key("Escape")
    window.focus_on("entry", "金额")
    window.desk.key("alt+Home")
    window.focus_on("heading", "您好，林峰")
    window.desk.key("Escape", "Escape")
    window.tab_to("push button", "退出登录")
    assert window.process.poll() is None
    assert window.report()["transfers"] == []
