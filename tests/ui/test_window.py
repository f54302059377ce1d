"""The real window, worked with real keys and seen through the platform's accessibility."""

from __future__ import annotations

import json

import pytest

from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.conftest import Window
from tests.ui.steps import fill_transfer, review

pytestmark = pytest.mark.screen


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
