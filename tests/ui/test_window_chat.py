"""The chat in the real window: one task with the form, a draft that stays, a password in a field of its own."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Window
from tests.ui.steps import begin_transfer

pytestmark = pytest.mark.screen


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
