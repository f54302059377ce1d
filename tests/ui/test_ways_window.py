"""The ways in the real window: turning them on and off, the keys for a field, changed keys, jumps."""

from __future__ import annotations

import json
import time

import pytest

from accessibility.probe.waiting import until
from tests.ui.conftest import Window
from tests.ui.steps import open_number_keys

pytestmark = pytest.mark.screen

REPEATS = 1.0
"""Seconds after which a key that is held has repeated itself: X begins after 0.66."""


def test_a_key_is_changed_refused_and_shown_as_it_is(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F1")
    window.focus_on("heading", "帮助")
    window.tab_to("push button", "更改快捷键")
    window.desk.key("Return")
    window.focus_on("heading", "更改快捷键")
    window.tab_to("push button", "F3：文字聊天")
    window.desk.key("Return")
    window.focus_on("heading", "新的键：文字聊天")
    window.desk.key("k")
    window.see("label", "K 不能用：单独按它会打出字")
    window.desk.key("F5")
    window.see("label", "它已用于“再说一遍”")
    window.desk.key("ctrl+k")
    window.focus_on("push button", "Ctrl+K：文字聊天")
    window.desk.key("Escape")
    window.see("list item", "Ctrl+K：文字聊天")
    window.desk.key("Escape", "ctrl+k")
    window.focus_on("entry", "输入")
    window.desk.key("F3")  # its old key does nothing
    window.desk.key("ctrl+k")
    window.focus_on("heading", "听见远程银行")
    kept = json.loads((window.home / "settings.json").read_text("utf8"))
    assert "Ctrl+K" in json.dumps(kept)


def test_headings_and_landmarks_are_jumped_to(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F6")
    window.focus_on("push button", "登录")
    window.desk.key("F6")
    window.focus_on("push button", "说话 F2")
    window.desk.key("shift+F6", "shift+F6")
    window.focus_on("push button", "主页")
    window.desk.key("alt+Down")
    window.focus_on("heading", "听见远程银行")


def test_the_keypad_covers_the_screen_and_gives_it_back(window: Window) -> None:
    """0 calls for a person, * leads out; F7 turns it off where it was turned on."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F7")
    window.see("list item", "1 登录")
    assert not window.tree.all("push button", "登录"), "what is behind is not told"
    window.desk.key("0")
    window.see("label", "人工")
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    window.desk.key("4", "2")
    window.see("label", "42")
    window.desk.key("asterisk", "asterisk")
    window.see("push button", "* 菜单")
    window.desk.key("asterisk", "asterisk")
    window.focus_on("heading", "已取消")
    window.desk.key("numbersign")
    window.focus_on("heading", "听见远程银行")
    window.see("list item", "1 登录")
    window.desk.key("F7")
    window.gone("push button", "# 重听")
    window.see("push button", "登录")
    assert "Traceback" not in window.errors


def _twelve(window: Window) -> dict[str, tuple[int, int, int, int] | None]:
    """Where each key of the keypad stands, by its sign."""
    return {seen.name[0]: seen.bounds for seen in window.tree.all("push button") if seen.name[0] in "0123456789*#"}


@pytest.mark.parametrize("window", [("--settings", '{"keypad": {"on": true}}')], indirect=True)
def test_the_keys_of_the_keypad_stand_where_they_stood_on_every_screen(window: Window) -> None:
    """Whoever has learnt their places needs neither to see nor to hear them."""
    window.see("list item", "1 登录")
    places = _twelve(window)
    assert len(places) == 12
    window.desk.key("0")
    window.see("label", "人工")
    assert _twelve(window) == places
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    assert _twelve(window) == places
    window.desk.key("4")
    window.see("label", "4")
    assert _twelve(window) == places


TREMBLING = '{"keypad": {"on": true, "ignore_again": 3.0}}'


@pytest.mark.parametrize("window", [("--settings", '{"keypad": {"on": true}}')], indirect=True)
def test_a_held_key_types_one_figure(window: Window) -> None:
    """The next key is pressed when X has repeated the held one several times."""
    window.see("list item", "1 登录")
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    began = time.monotonic()
    window.desk.hold("4")
    until(lambda: time.monotonic() - began > REPEATS, "the key to repeat")
    window.desk.let_go("4")
    window.desk.key("2")
    assert window.see("label", "42").name == "42"


@pytest.mark.parametrize("window", [("--settings", TREMBLING)], indirect=True)
def test_whose_hand_trembles_types_each_figure_once(window: Window) -> None:
    """On the keyboard and on the keys of the screen."""
    window.see("list item", "1 登录")
    window.desk.key("1")
    window.focus_on("heading", "客户号")
    window.desk.key("4", "4", "2")
    window.see("label", "42")
    seven = next(seen for seen in window.tree.all("push button") if seen.name == "7")
    window.bus.act(seven)
    window.bus.act(seven)
    window.see("label", "427")  # a press is answered before it is done: the next key could overtake it
    window.desk.key("8")
    assert window.see("label", "78").name == "4278"


def test_scanning_takes_the_switch_and_gives_it_back(window: Window) -> None:
    """While it is on, Enter is the switch, wherever the focus is; afterwards it is Enter again."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F8")
    window.see("label", "扫描一组：业务")
    window.desk.key("Return")
    until(lambda: [seen for seen in window.tree.all("label") if "扫描：" in seen.name], "the mark in the group")
    window.desk.key("F8")
    until(lambda: not [seen for seen in window.tree.walk() if seen.name == "操作方式"], "the strip to go")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    assert "Traceback" not in window.errors


OFF = '{"shortcuts": {"enabled": true, "changed": {"chat": ""}}}'
ALL_OFF = '{"shortcuts": {"enabled": false}}'


@pytest.mark.parametrize(
    ("window", "dead"),
    [(("--settings", OFF), ("F3",)), (("--settings", ALL_OFF), ("F3", "F10", "F7", "ctrl+t"))],
    indirect=["window"],
)
def test_a_key_that_is_off_is_dead_and_the_list_of_keys_stays_in_reach(window: Window, dead: tuple[str, ...]) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key(*dead, "F1")
    window.focus_on("heading", "帮助")
    assert not window.tree.all("list item", "F3：文字聊天")
    window.desk.key("Escape")
    window.focus_on("heading", "听见远程银行")


DWELLING = '{"dwell": {"on": true, "rest": 0.5}}'


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_chinese_is_written_with_a_pointer_that_only_rests(window: Window) -> None:
    """Two letters of pinyin, the sentence that they may mean, and done."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.rest_on("entry", "输入")
    window.focus_on("heading", "输入")
    window.rest_on("push button", "c")
    window.see("label", "c")
    window.rest_on("push button", "x")
    window.see("label", "cx")
    window.rest_on("push button", "查询余额")
    window.see("label", "查询余额")
    window.rest_on("push button", "完成")
    until(lambda: [seen for seen in window.tree.all("entry") if seen.text == "查询余额"], "the sentence in the field")
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--settings", DWELLING)], indirect=True)
def test_a_message_over_the_keys_for_a_field_moves_none_of_them(window: Window) -> None:
    """A pointer that rests on a key, or a hand on its way to one, would press another."""
    open_number_keys(window)
    before = [seen.bounds for seen in window.tree.all("push button")]
    window.desk.key("ctrl+0")
    shown = window.see("label", "文字大小 100 %").bounds
    assert [seen.bounds for seen in window.tree.all("push button")] == before
    typed = window.see("label", "未输入").bounds
    assert shown is not None
    assert typed is not None
    assert shown[1] + shown[3] <= typed[1], "what has been typed is not covered"
    assert "Traceback" not in window.errors
