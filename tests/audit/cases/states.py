"""States, values, text and what is told by itself: SEM-07, SEM-07.back, SEM-08, SEM-15.*, SEM-21.*, SEM-23, SEM-24."""

from __future__ import annotations

from typing import Any

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Change, Deed
from accessibility.probe.seen import Seen
from tests.audit.cases.table import Cases, frame, node, screen

CASES = Cases()


@CASES.screen(inapplicable="SEM-07 SEM-08 SEM-15 SEM-23 SEM-24")
def nothing_with_a_state() -> Screen:
    return screen(node("label", "请选择要办理的业务。"), node("status bar", "字幕"))


@CASES.screen(passed="SEM-07")
def good_states() -> Screen:
    group = node("panel", "收款人", node("radio button", "张三", states="checked"), node("radio button", "李四"))
    menu = node("combo box", "币种", states="expandable")
    return screen(group, menu, node("entry", "金额", states="editable single-line focused"))


def _states(role: str, states: str, without: str = "") -> Screen:
    return screen(node(role, "储蓄账户", states=states, without=without))


@CASES.screen(failed="SEM-07")
def checked_and_not_checkable() -> Screen:
    return _states("radio button", "checked", without="checkable")


@CASES.screen(failed="SEM-07")
def choice_without_a_state() -> Screen:
    return _states("check box", "", without="checkable")


@CASES.screen(failed="SEM-07")
def menu_that_hides_whether_it_is_open() -> Screen:
    return _states("combo box", "")


@CASES.screen(failed="SEM-07")
def editable_and_read_only() -> Screen:
    return _states("entry", "editable read-only")


@CASES.screen(failed="SEM-07")
def enabled_and_not_sensitive() -> Screen:
    return _states("push button", "", without="sensitive")


@CASES.screen(failed="SEM-07")
def two_chosen_of_one_group() -> Screen:
    return screen(node("panel", "收款人", *(node("radio button", name, states="checked") for name in ("张三", "李四"))))


@CASES.screen(passed="SEM-08")
def slider_with_ends() -> Screen:
    return screen(node("slider", "音量", value=30.0, range=(0.0, 100.0)), node("progress bar", "请稍候", states="busy"))


def _slider(**facts: Any) -> Screen:
    return screen(node("slider", "音量", **facts))


@CASES.screen(failed="SEM-08")
def slider_without_a_value() -> Screen:
    return _slider()


@CASES.screen(failed="SEM-08")
def slider_without_ends() -> Screen:
    return _slider(value=0.0, range=(0.0, 0.0))


@CASES.screen(failed="SEM-08")
def slider_beyond_its_end() -> Screen:
    return _slider(value=120.0, range=(0.0, 100.0))


@CASES.screen(passed="SEM-15")
def live_parts() -> Screen:
    log = node("log", "对话", node("list item", "您好"), attributes={"live": "polite"})
    return screen(log, node("alert", "超过限额", attributes={"live": "assertive"}))


@CASES.screen(failed="SEM-15")
def alert_that_waits() -> Screen:
    return screen(node("alert", "超过限额", attributes={"live": "polite"}))


@CASES.screen(failed="SEM-15")
def silent_status() -> Screen:
    return screen(node("status bar", "请稍候", attributes={"live": "off"}))


def _deed(*, worked: bool = True, told: bool | None = True, undone: bool | None = True) -> Screen:
    button = node("radio button", "张三")
    return screen(button, deeds=(Deed(button, "click", worked, told, undone),))


@CASES.screen(failed="SEM-07.back")
def switch_that_does_not_go_off() -> Screen:
    return _deed(undone=False)


@CASES.screen(inapplicable="SEM-07.back")
def choice_that_nothing_undoes() -> Screen:
    return _deed(undone=None)


@CASES.screen(passed="SEM-21 SEM-07.back")
def change_that_is_told() -> Screen:
    return _deed()


@CASES.screen(failed="SEM-21")
def change_that_is_not_told() -> Screen:
    return _deed(told=False)


@CASES.screen(inapplicable="SEM-21")
def nothing_changed() -> Screen:
    return _deed(worked=False)


def _changed(role: str, what: str, late: float | None) -> Screen:
    node_of_both = node(role, "余额 500 元")
    return screen(node_of_both, changes=(Change(node_of_both, what, late),))


@CASES.screen(passed="SEM-21.between", inapplicable="SEM-15.event")
def name_that_is_told() -> Screen:
    return _changed("push button", "name", 0.0)


@CASES.screen(failed="SEM-21.between")
def name_that_is_not_told() -> Screen:
    return _changed("push button", "name", None)


@CASES.screen(inapplicable="SEM-21.between SEM-15.event")
def nothing_is_another() -> Screen:
    return screen(node("label", "请稍候"), changes=())


@CASES.screen(passed="SEM-15.event")
def status_that_is_told() -> Screen:
    return _changed("status bar", "name", 0.3)


@CASES.screen(failed="SEM-15.event")
def status_told_late() -> Screen:
    return _changed("status bar", "name", 1.6)


@CASES.screen(failed="SEM-15.event SEM-21.between")
def log_that_grows_silently() -> Screen:
    return _changed("log", "children", None)


@CASES.screen(inapplicable="SEM-15.event")
def status_that_moves() -> Screen:
    return _changed("status bar", "place", 0.0)


def _entry(text: str | None, **facts: Any) -> Seen:
    return node("entry", "金额", states="editable single-line focused", text=text, **facts)


@CASES.screen(passed="SEM-23")
def readable_text() -> Screen:
    return screen(_entry("500", caret=3, selections=((0, 3),)), node("password text", "密码", text="•••"))


@CASES.screen(failed="SEM-23")
def text_that_is_not_given() -> Screen:
    return screen(_entry(None))


@CASES.screen(failed="SEM-23")
def caret_outside() -> Screen:
    return screen(_entry("500", caret=7))


@CASES.screen(failed="SEM-23")
def selection_outside() -> Screen:
    return screen(_entry("500", caret=0, selections=((2, 9),)))


@CASES.screen(failed="SEM-23")
def line_break_in_one_line() -> Screen:
    return screen(_entry("5\n00", caret=0))


@CASES.screen(passed="SEM-24")
def quick_tree() -> Screen:
    return screen(first=frame(node("heading", "登录"), seconds=0.2))


def _read_in(*seconds: float) -> Screen:
    readings = tuple(frame(node("heading", "登录"), seconds=took) for took in seconds)
    return screen(first=readings[0], frames=readings)


@CASES.screen(cant_tell="SEM-24")
def slow_tree() -> Screen:
    return _read_in(4.0)


@CASES.screen(cant_tell="SEM-24")
def tree_that_is_slow_once() -> Screen:
    return _read_in(4.0, 0.1, 0.1)


@CASES.screen(failed="SEM-24")
def tree_that_is_always_slow() -> Screen:
    return _read_in(4.0, 2.5, 3.0)
