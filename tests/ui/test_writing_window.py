"""Chinese that stands in no list, written in the real window with two switches, a resting pointer and twelve keys."""

from __future__ import annotations

import pytest

from accessibility.probe.waiting import until
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen

SWITCHES = '{"switch": {"on": true, "mode": "step", "switches": 2, "ignore_again": 0.0}}'
DWELLING = '{"dwell": {"on": true, "rest": 0.5}}'
KEYPAD = '{"keypad": {"on": true}}'
WANG_XIAO_MING = (
    "9",
    "1",
    "2",
    "1",
    "6",
    "2",
    "4",
    "1",
    "9",
    "2",
    "4",
    "3",
    "2",
    "1",
    "6",
    "3",
    "6",
    "1",
    "4",
    "3",
    "6",
    "2",
    "4",
    "1",
)


def open_chat(window: Window) -> None:
    """Until its field has the focus: scanning begins anew with a new screen, and what was chosen before is lost."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F3")
    window.focus_on("entry", "输入")


def in_the_field(window: Window, text: str) -> None:
    until(lambda: [seen for seen in window.tree.all("entry") if seen.text == text], f"{text!r} in the field")
    assert "Traceback" not in window.errors


def choose(window: Window, group: str, item: str) -> None:
    """Move the mark to a group with one switch, press the other, and so to the thing in it."""

    def said() -> str:
        strip = next((seen for seen in window.tree.walk() if seen.name == "操作方式"), None)
        return next((seen.name for seen in strip.walk() if seen.role == "label"), "") if strip is not None else ""

    for wanted in (f"扫描一组：{group}", f"扫描：{item}"):
        seen: list[str] = []
        while (now := until(said, "the mark")) != wanted:
            assert seen.count(now) < 2, f"the mark never came to {wanted!r}: {seen}"
            seen.append(now)
            window.desk.key("space")
            until(lambda now=now: said() != now, f"the mark to leave {now!r}")
        window.desk.key("Return")
        until(lambda wanted=wanted: said() != wanted, f"{wanted!r} to be chosen")


def turn_to(window: Window, offered: str, leave_by: str) -> None:
    """The page with this on it; after the last comes the first."""

    def keys() -> list[str]:
        return [seen.name for seen in window.tree.all("push button")]

    seen: list[list[str]] = []
    while offered not in (now := keys()):
        assert seen.count(now) < 3, f"no page has {offered!r}: {seen}"
        seen.append(now)
        window.rest_on("label", leave_by)  # a place where a rest has clicked clicks again only once it was left
        window.rest_on("push button", "更多")
        until(lambda now=now: keys() != now, "the next page")


@pytest.mark.parametrize("window", [("--settings", KEYPAD)], indirect=True)
def test_a_name_is_written_with_twelve_keys(window: Window) -> None:
    """Letters by two keys each; 0 and its number puts the name in their place."""
    window.see("list item", "1 登录")
    window.desk.key("F3")
    window.focus_on("heading", "输入要办的业务")
    window.desk.key(*WANG_XIAO_MING)
    window.see("label", "wangxiaoming")
    window.desk.key("0")
    offered = window.see("list item", "王小明，").name
    window.desk.key(offered[0])
    window.see("label", "王小明")
    window.see("push button", "9 wxyz")
    window.desk.key("numbersign")  # that sends it as well: nothing else is asked
    window.see("list item", "1 输入要办的业务")
    window.desk.key("F7")
    window.gone("push button", "9 更多")
    until(lambda: [seen for seen in window.tree.walk() if "王小明" in seen.name], "what was written in the chat")
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_a_name_is_written_in_parts_by_a_pointer_that_only_rests(window: Window) -> None:
    """Its surname first, from a further page; what is left of the letters offers the rest."""
    open_chat(window)
    window.rest_on("entry", "输入")
    window.focus_on("heading", "输入")
    for typed, letter in (("w", "w"), ("wa", "a"), ("wan", "n"), ("wang", "g"), ("wangx", "x"), ("wangxm", "m")):
        window.rest_on("push button", letter)
        window.see("label", typed)
    turn_to(window, "王，国王的王", leave_by="wangxm")
    window.rest_on("push button", "王，国王的王")
    window.see("label", "王xm")
    window.rest_on("push button", "徐敏")
    window.see("label", "王徐敏")
    window.rest_on("push button", "完成")
    in_the_field(window, "王徐敏")


@pytest.mark.parametrize("window", [("--settings", SWITCHES)], indirect=True)
def test_a_name_is_written_by_scanning(window: Window) -> None:
    """Three first letters, and the name among what they may mean; the mark comes to it first."""
    open_chat(window)
    choose(window, "输入要办的业务, 发送", "输入要办的业务")
    window.focus_on("heading", "输入")
    for row, letter in (("s t u v w x", "w"), ("s t u v w x", "x"), ("m n o p q r", "m")):
        choose(window, row, letter)
    window.see("label", "wxm")
    row = next(seen.name for seen in window.tree.all("panel") if "王小明" in seen.name)
    choose(window, row, window.see("push button", "王小明，").name)
    window.see("label", "王小明")
    choose(window, "大写 删除 返回 完成", "完成")
    in_the_field(window, "王小明")
