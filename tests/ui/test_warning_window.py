"""The warning that the session ends, in the real window: it takes nobody's keys and stands before whatever is open."""

from __future__ import annotations

import pytest

from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.conftest import Window
from tests.ui.steps import open_number_keys

pytestmark = pytest.mark.screen

WARNING = "银行很快会结束这次登录。要继续办理，按任意键就行。"
DWELLING = '{"dwell": {"on": true, "rest": 0.5}}'


def warn(window: Window) -> Seen:
    """What the client says by itself when the bank is about to end the session; told where the focus is."""
    window.tell("remind session_ends_soon")
    until(
        lambda: getattr(window.tree.focused, "description", "") == WARNING, "the warning to be told, and nothing else"
    )
    return window.see("label", WARNING)


def keys(window: Window) -> dict[str, object]:
    return {seen.name: seen.bounds for seen in window.tree.all("push button") if seen.name != "继续办理"}


def keys_at_rest(window: Window) -> dict[str, object]:
    """The same, once two looks find them where they were."""
    return until(lambda: (found := keys(window)) == keys(window) and found, "the keys to stand still")


def test_who_writes_in_a_field_writes_on_and_tab_leads_to_the_button(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.desk.type("12")
    warn(window)
    window.desk.type("34")
    until(lambda: [seen for seen in window.tree.all("entry") if seen.text == "1234"], "all four figures in the field")
    window.tab_to("push button", "继续办理")
    window.desk.key("Return")
    window.gone("label", WARNING)
    window.focus_on("entry", "客户号")
    assert "Traceback" not in window.errors


def test_in_the_chat_it_is_told_as_a_warning_and_not_as_one_more_answer(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    warn(window)
    window.see("push button", "继续办理")
    window.focus_on("entry", "输入")
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_over_the_keys_for_a_field_it_is_seen_and_a_resting_pointer_answers(window: Window) -> None:
    open_number_keys(window)
    window.rest_on("push button", "7")
    window.see("label", "7")
    before = keys_at_rest(window)
    warn(window)
    assert keys(window) == before
    window.rest_on("push button", "继续办理")
    window.gone("label", WARNING)
    window.rest_on("push button", "8")
    assert window.see("label", "78").name == "78", "what was typed has stayed"
    assert "Traceback" not in window.errors


def test_before_the_keypad_it_is_told_and_seen_and_what_was_typed_stays(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F7")
    window.see("list item", "1 登录")
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    window.desk.key("4", "2")
    window.see("label", "42")
    warn(window)
    window.desk.key("7")
    assert window.see("label", "427").name == "427"
    window.focus_on("heading", "客户号")
    window.desk.key("F7")
    window.focus_on("entry", "客户号")
    assert "Traceback" not in window.errors


NOTICE = "没有更多了。"


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_a_warning_stays_until_it_is_answered_whatever_is_said_meanwhile(window: Window) -> None:
    """What else is said stands beside it for as long as it takes to read; the keys stay where they are."""
    open_number_keys(window)
    before = keys_at_rest(window)
    warn(window)
    window.desk.key("ctrl+0")
    window.see("label", "文字大小 100 %")
    window.see("label", WARNING)
    assert keys(window) == before
    window.gone("label", "文字大小 100 %")
    window.see("label", WARNING)
    window.desk.key("ctrl+0")
    window.see("label", "文字大小 100 %")
    window.rest_on("push button", "继续办理")
    window.gone("label", WARNING)
    window.see("label", "文字大小 100 %")
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_what_the_screen_says_behind_the_keys_for_a_field_is_told_and_seen_and_typing_goes_on(window: Window) -> None:
    open_number_keys(window)
    window.rest_on("push button", "7")
    window.see("label", "7")
    window.tell("remind no_more")
    until(lambda: getattr(window.tree.focused, "description", "") == NOTICE, "what is said behind to be told")
    window.see("label", NOTICE)
    window.focus_on("push button", "7")
    warn(window)
    window.see("label", NOTICE)
    window.rest_on("push button", "8")
    window.see("label", "78")
    assert "Traceback" not in window.errors
