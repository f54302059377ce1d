"""Steps of a customer: to a transfer by keyboard, to the keys for a field with a resting pointer."""

from __future__ import annotations

from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.conftest import Window


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


def open_number_keys(window: Window) -> None:
    """From the start to the keys for the customer number."""
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.rest_on("entry", "客户号")
    window.focus_on("heading", "客户号")
