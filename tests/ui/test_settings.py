"""The settings as a customer with a keyboard and a reader has them: found, changed, told, kept, put back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.ui.conftest import Window

pytestmark = pytest.mark.screen


def kept(window: Window) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((window.home / "settings.json").read_text("utf8"))
    return found


def open_settings(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F10")
    window.focus_on("heading", "设置")


def test_each_kind_of_setting_is_told_with_its_state_and_kept(window: Window) -> None:
    open_settings(window)
    more = window.tab_to("push button", "文字大小，增大")
    assert "100 %" in more.description
    window.desk.key("Return")
    until(lambda: window.bus.look(more).description == "文字大小：130 %", "the new size told where the focus is")
    window.tab_to("radio button", "浅色")
    window.desk.key("Down")
    dark = window.focus_on("radio button", "深色")
    until(lambda: "checked" in window.bus.look(dark).states, "the theme to be chosen")
    elder = window.tab_to("toggle button", "长辈模式")
    assert not {"checked", "pressed"} & set(elder.states)
    window.desk.key("space")
    until(lambda: {"checked", "pressed"} & set(window.bus.look(elder).states), "the switch to be on")
    found = kept(window)
    assert (found["text_scale"], found["theme"], found["elder"], found["patience"]) == (2.0, "dark", True, 3.0)
    window.desk.key("Escape")
    window.focus_on("heading", "听见远程银行")
    assert "Traceback" not in window.errors


def press(window: Window, role: str, name: str) -> None:
    """As a reader's customer presses what he has come to."""
    assert window.bus.act(window.see(role, name))


def test_what_belongs_to_a_setting_comes_with_it_and_all_can_be_put_back(window: Window) -> None:
    open_settings(window)
    window.gone("push button", "停留多久")
    press(window, "toggle button", "鼠标停留")
    press(window, "push button", "停留多久才选，增大")
    until(lambda: kept(window)["dwell"] == {"on": True, "rest": 1.5, "radius": 14.0}, "the longer rest in the file")
    press(window, "push button", "恢复默认设置")
    window.see("label", "所有设置恢复")
    press(window, "push button", "不恢复")
    window.focus_on("push button", "恢复默认设置")
    assert kept(window)["dwell"]["on"] is True
    window.desk.key("Return")
    window.see("label", "所有设置恢复")
    window.tab_to("push button", "恢复默认")
    window.desk.key("Return")
    until(lambda: kept(window)["dwell"]["on"] is False, "the first settings in the file")
    window.gone("push button", "停留多久")


@pytest.mark.parametrize("window", [("--first-start",)], indirect=True)
def test_the_first_start_asks_once_and_sets_several_things_at_once(window: Window) -> None:
    heading = window.focus_on("heading", "欢迎使用听见")
    assert "您想怎样使用" in heading.description
    window.tab_to("push button", "我是长辈")
    window.desk.key("Return")
    window.focus_on("heading", "听见远程银行")
    window.see("label", "200 %")
    assert kept(window)["elder"] is True
    until(lambda: "已设好" in getattr(window.tree.focused, "description", ""), "what was set up, told")


@pytest.mark.parametrize("window", [("--settings", '{"elder": true}')], indirect=True)
def test_elder_mode_asks_one_question_a_page(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    assert not window.tree.all("password text")
    window.desk.type("10000001")
    window.desk.key("Return")
    window.focus_on("password text", "密码")
    assert not [seen for seen in window.tree.all("entry") if "客户号" in seen.name]
    window.desk.type("demo0101")
    window.desk.key("Return")
    window.focus_on("heading", "您好，林峰")
    least = min(min(seen.bounds[2:]) for seen in window.tree.all("push button") if seen.bounds)
    assert least >= 60


def test_settings_open_by_asking_in_the_chat_and_leave_the_task_alone(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.tab_to("push button", "登录")
    window.desk.key("Return")
    window.focus_on("entry", "客户号")
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.paste("打开设置")
    window.desk.key("Return")
    window.focus_on("heading", "设置")
    window.desk.key("Escape")
    window.focus_on("entry", "客户号")


def test_whoever_cannot_swipe_has_buttons_that_scroll(window: Window) -> None:
    open_settings(window)
    window.gone("push button", "向下翻页")
    press(window, "toggle button", "屏幕翻页键")
    assert window.bus.grab_focus(window.see("push button", "向下翻页"))
    heading = window.see("heading", "设置")

    def top() -> int:
        place = window.bus.look(heading).bounds
        assert place is not None
        return place[1]

    at_start = top()
    window.desk.key("Return")
    until(lambda: top() < at_start - 200, "the page to go on")
    press(window, "push button", "向上翻页")
    until(lambda: top() == at_start, "the page to come back")
    press(window, "toggle button", "屏幕翻页键")
    window.gone("push button", "向下翻页")
    assert kept(window)["page_buttons"] is False


@pytest.mark.parametrize("window", [("--settings", '{"switch": {"on": true, "pointer": false}}')], indirect=True)
def test_the_keys_of_the_switches_are_chosen_and_never_the_same(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F10")
    window.focus_on("heading", "设置")
    before = window.see("push button", "选中用的键，上一个")
    assert window.bus.act(before)
    until(lambda: "F12，第 13 个" in window.bus.look(before).description, "round the list, past no taken key")
    assert kept(window)["switch"]["select_key"] == "F12"
    press(window, "push button", "选中用的键，下一个")
    until(lambda: "回车键，第 1 个，共 13 个" in window.bus.look(before).description, "past Space, the other's key")
    assert kept(window)["switch"]["select_key"] == "Enter"


def test_a_voice_is_chosen_heard_and_there_after_the_next_start(
    window: Window, desk: Desktop, bus: Bus, tmp_path: Path
) -> None:
    """By keyboard alone, for the language of the window and for the other one."""
    open_settings(window)
    button = window.tab_to("push button", "中文的声音，下一个")
    assert "自动" in window.bus.look(button).description
    assert "共" not in window.bus.look(button).description, "who has chosen nothing has nothing looked for"
    window.desk.key("Return")
    until(lambda: window.bus.look(button).description == "中文的声音：普通话", "what was asked for, found and taken")
    window.desk.key("Return")
    until(lambda: window.bus.look(button).description == "中文的声音：普通话，女声 1", "the choice told at the focus")
    assert kept(window)["voicing"]["voice_zh"] == "sit/cmn-latn-pinyin+f1"
    assert window.bus.act(window.see("push button", "英文的声音，上一个"))
    until(lambda: kept(window)["voicing"]["voice_en"] == "gmw/en-us+m1", "round the list to its end")
    samples = [*["zh 您好，这是我说中文的声音。"] * 2, "en Hello, this is how I speak English."]
    until(lambda: (window.home / "samples.txt").read_text("utf8").splitlines() == samples, "a sentence by each voice")
    window.close()
    settings = json.dumps(kept(window))
    (tmp_path / "again").mkdir()
    again = Window(desk, bus, tmp_path / "again", "--settings", settings)
    try:
        open_settings(again)
        button = again.see("push button", "中文的声音，下一个")
        until(lambda: "女声 1，第 3 个" in again.bus.look(button).description, "the voice of the last time")
    finally:
        again.close()


def test_a_model_that_does_not_load_is_told_and_the_next_one_taken(window: Window) -> None:
    """In the list of Chinese: the shipped one, a broken one, a good one."""
    open_settings(window)
    button = window.see("push button", "听中文的模型，下一个")
    assert window.bus.grab_focus(button)
    until(lambda: "自带的模型，第 1 个，共 3 个" in window.bus.look(button).description, "the models")
    window.see("push button", "听中文的模型，下一个")
    window.desk.key("Return")
    until(lambda: "损坏了，用不了。仍然用 自带的模型 听" in window.bus.look(button).description, "why not")
    window.desk.key("Return")  # on past the one that was refused
    chosen = window.home / "models" / "chosen.json"
    until(lambda: chosen.exists() and "small-cn" in chosen.read_text("utf8"), "the good one on the shelf")
    told = "听中文的模型：vosk-model-small-cn-0.22（44 MB）"
    until(lambda: window.bus.look(button).description == told, "what holds now, told at the focus")
    window.see("label", "vosk-model-small-cn-0.22（44 MB），第 3 个，共 3 个")
    english = window.see("push button", "听英文的模型，下一个")
    assert window.bus.grab_focus(english)
    until(lambda: "focused" in window.bus.look(english).states, "the focus on it")
    window.desk.key("Return")
    until(lambda: "没有别的可选" in getattr(window.tree.focused, "description", ""), "why nothing happens")
