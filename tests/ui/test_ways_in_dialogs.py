"""The ways in what lies over the screen: page buttons and pause in a dialog, keys for a field in a small window."""

from __future__ import annotations

import json
import time

import pytest

from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.conftest import Looks, Window

pytestmark = pytest.mark.screen

RESTING = json.dumps({"page_buttons": True, "dwell": {"on": True, "rest": 0.5}})
STEPPING = json.dumps({"switch": {"on": True, "mode": "step", "switches": 2, "ignore_again": 0.0}})
PAGING = json.dumps({"page_buttons": True})


def last_line(window: Window) -> int:
    """How far down the last of the keys in the help stands."""
    bounds = window.tree.all("list item")[-1].bounds
    assert bounds is not None
    return bounds[1]


def open_help(window: Window) -> int:
    """Its length, which is more than the window's."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F1")
    window.focus_on("heading", "帮助")
    window.see("push button", "向下翻页")
    assert last_line(window) > 760
    return last_line(window)


@pytest.mark.parametrize("window", [("--settings", RESTING)], indirect=True)
def test_a_long_dialog_is_paged_and_paused_by_a_pointer_that_only_rests(window: Window) -> None:
    before = open_help(window)
    window.rest_on("push button", "向下翻页")
    until(lambda: last_line(window) < before - 300, "a page further on")
    window.rest_on("push button", "暂停鼠标停留")
    window.see("push button", "继续鼠标停留")
    window.desk.key("Escape")
    window.focus_on("heading", "听见远程银行")
    assert len(window.tree.all("push button")) > 10, "the strip goes back to the screen, and all of that is told"
    window.see("push button", "继续鼠标停留")
    assert "Traceback" not in window.errors


@pytest.mark.parametrize("window", [("--settings", STEPPING)], indirect=True)
def test_who_scans_reads_a_long_dialog_by_its_page_buttons(window: Window) -> None:
    before = open_help(window)

    def marked() -> str:
        return next((seen.name for seen in window.tree.walk() if seen.name.startswith("扫描")), "")

    for _ in range(20):
        was = until(marked, "the mark")
        if "向下翻页" in was:
            break
        window.desk.key("Return" if was == "扫描一组：操作方式" else "space")
        until(lambda was=was: marked() != was, "the mark to move")
    window.desk.key("Return")
    until(lambda: last_line(window) < before - 300, "a page further on")


@pytest.mark.parametrize("window", [("--settings", PAGING)], indirect=True)
def test_page_buttons_alone_stand_in_a_long_dialog_too(window: Window) -> None:
    before = open_help(window)
    window.touch("push button", "向下翻页")
    until(lambda: last_line(window) < before - 300, "a page further on")
    window.desk.key("Escape")
    window.gone("push button", "向下翻页")


ELDER = json.dumps({"elder": True, "text_scale": 1.5, "dwell": {"on": True, "rest": 0.5}})


@pytest.mark.parametrize(
    ("window", "least"),
    [(("--size", "740x480", "--settings", RESTING), 44), (("--size", "360x740", "--settings", ELDER), 60)],
    indirect=["window"],
)
def test_keys_for_a_field_are_no_smaller_than_targets_in_a_small_window(window: Window, least: int) -> None:
    """The rules judge them too; what does not fit is paged, by the strip's buttons."""
    window.focus_on("heading", "听见远程银行")
    window.desk.key("F3")
    window.focus_on("entry", "输入")
    window.rest_on("entry", "输入")
    window.focus_on("heading", "输入")
    window.see("push button", "向下翻页")
    sizes = [seen.bounds[2:] for seen in window.tree.all("push button") if seen.bounds is not None]
    assert len(sizes) > 40
    assert min(min(size) for size in sizes) >= least
    before = window.see("push button", "空格").bounds
    window.rest_on("push button", "向下翻页")
    until(lambda: window.see("push button", "空格").bounds != before, "the keys to go on")
    assert "Traceback" not in window.errors


REPEATS = 1.5
"""Seconds after which a key that is held has repeated itself many times: X begins after 0.66."""


@pytest.mark.parametrize("window", [()], indirect=True)
def test_a_shortcut_that_is_held_acts_once_and_one_that_steps_goes_on(window: Window) -> None:
    window.focus_on("heading", "听见远程银行")
    began, mark = time.monotonic(), len(window.bus.events)
    window.desk.hold("F9")
    until(lambda: time.monotonic() - began > REPEATS, "the key to repeat")
    window.desk.let_go("F9")
    window.see("push button", "暂停鼠标停留")
    began = time.monotonic()
    window.desk.hold("ctrl+plus")
    until(lambda: time.monotonic() - began > REPEATS, "the key to repeat")
    window.desk.let_go("ctrl+plus")
    window.see("label", "300 %")
    told = {f"{event.name} {event.data}" for event in window.bus.events[mark:]}
    assert any("鼠标停留已打开" in words for words in told)
    assert not any("鼠标停留已关闭" in words for words in told)


def shows(*names: str) -> Seen:
    """A window with these words."""
    words = tuple(Seen(f"/{name}", "label", name, "", frozenset(), {}, None, ()) for name in names)
    return Seen("/", "frame", "", "", frozenset(), {}, None, (), children=words)


def test_the_rules_know_the_look_while_keys_hide_the_bar_that_tells_it() -> None:
    """Or targets for older people would never be judged there."""
    looks = Looks()
    looks(shows("150 %", "颜色：深色"))
    hidden = looks(shows("a", "完成"))
    assert (hidden.scale, hidden.theme) == (1.5, "dark")
    assert looks(shows("100 %", "颜色：浅色")).scale == 1.0
