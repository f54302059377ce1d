"""What is heard from the home screen on: help, keys, fields, lists, progress, a finger."""

from __future__ import annotations

import pytest

from accessibility.probe.waiting import until
from tests.ui.voicing.listener import Listener

pytestmark = pytest.mark.screen


def test_a_dialog_is_heard_and_gives_the_focus_back(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    window.look()
    window.press("Escape")
    window.hear("听见远程银行，标题")


def test_the_list_of_keys_is_heard_from_end_to_end(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    window.press("ctrl+F12")
    window.hear("更改快捷键", "Tab", "到下一个", "F2", "说话", "F3", "文字聊天", "F4", "朗读", "F7", "F8", "F9")
    window.press("Escape")


def test_speed_and_loudness_are_told_as_they_change(window: Listener) -> None:
    window.press("alt+Prior")
    window.hear("语速 百分之一百二十")
    window.press("ctrl+Prior")
    window.hear("音量 百分之一百三十")


def test_reading_on_and_going_over_the_screen(window: Listener) -> None:
    """Reading goes to the end of the screen by itself; from there one thing back; the focus has not moved."""
    window.press("ctrl+F12")
    window.hear("听见远程银行", "登录，按钮", "查询余额", "转账", "说话", "按“说话”开始")
    window.rest()
    window.press("alt+Left")
    window.hear("说话 F2，按钮")
    window.press("Tab")
    window.hear("登录，按钮")


def _in_the_field(window: Listener) -> None:
    """Home, sign in, and the caret is in the first field."""
    window.tab_to("登录，按钮")
    window.press("Return")
    window.hear("客户号，文本框")
    window.rest()


def test_every_key_in_a_field_is_answered(window: Listener) -> None:
    """Typed signs by name, the character at the caret, what is deleted and selected, the ends."""
    _in_the_field(window)
    window.desk.type("12@")
    window.hear("一", "二", "艾特")
    for keys, words in (
        (("Left",), ("艾特",)),
        (("Home",), ("一",)),
        (("shift+Right",), ("选中 一",)),
        (("Right",), ("艾特",)),
        (("BackSpace",), ("删除 二",)),
        (("End",), ("末尾",)),
        (("BackSpace",), ("删除 艾特",)),
    ):
        window.rest()
        window.press(*keys)
        window.hear(*words)
    window.rest()
    window.desk.type("9")
    window.hear("九")
    window.press("shift+F12")
    window.hear("一，九")
    window.press("F12")
    where = window.hear("客户号，文本框")
    assert "听见 Tingjian" in where
    window.rest()
    window.press("shift+F5")
    assert window.hear("客户号，文本框") == where


def test_a_list_tells_places_and_the_end_has_a_sound(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    before = len(window.earcons)
    for _ in range(5):
        window.quiet()  # of what is passed by quickly only the last is said
        window.press("alt+Right")
    window.hear("列表项，第 一 个，共", "列表项，第 二 个，共")
    window.press("Escape")
    window.hear("听见远程银行，标题")
    window.press(*["alt+Left"] * 15)
    until(lambda: "edge" in window.earcons[before:], "the sound of the edge")


def test_progress_is_told_at_its_ends_and_now_and_then(window: Listener) -> None:
    for share in ("0.0", "0.4", "0.5", "1.0"):
        window.tell(f"progress {share}")
        window.quiet()
    said = window.hear("下载 百分之四十", "下载 百分之百")
    assert "百分之五十" not in said, "so soon after the one before"
    window.tell("progress gone")


def test_a_finger_explores_and_a_double_tap_presses(window: Listener) -> None:
    """What lies under the finger is said, nothing happens; two taps press it."""
    sign_in, transfer = (window.middle(window.find("push button", name)) for name in ("登录", "转账"))
    window.tell(f"touch down {sign_in}")
    window.hear("登录，按钮")
    window.tell(f"touch move {transfer}")
    window.hear("转账，按钮")
    window.quiet()  # longer than a tap
    window.tell(f"touch up {transfer}")
    window.forget()
    for _ in range(2):
        window.tell(f"touch down {sign_in}")
        window.tell(f"touch up {sign_in}")
    window.hear("客户号，文本框")


def test_who_has_only_fingers_scrolls_with_two_and_by_buttons(window: Listener) -> None:
    """One finger explores, so it swipes nothing: the settings are longer than the window."""
    window.press("F10")
    window.hear("设置")
    last = "heading", "语言"

    def foot() -> int:
        bounds = window.find(*last).bounds
        assert bounds is not None
        return bounds[1]

    window.stands(*last)
    before = foot()
    assert before > 760
    for kind, y in (("down", 500), ("move", 380), ("up", 380)):
        for finger in (1, 2):
            window.tell(f"touch {kind} {480 + 20 * finger} {y} {finger}")
    until(lambda: foot() < before - 200, "a page further on")
    window.stands(*last)
    before = foot()
    button = window.middle(window.find("push button", "向下翻页"))
    window.tell(f"touch down {button}")
    window.hear("向下翻页，按钮")
    window.tell(f"touch up {button}")
    for _ in range(2):
        window.tell(f"touch down {button}")
        window.tell(f"touch up {button}")
    until(lambda: foot() < before - 200, "one more")
