"""The keypad in the real window, by ear alone: judged by what reaches the synthesiser, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from accessibility.keypad.writing import LETTERS
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from app.words import LANGUAGES
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD
from tests.ui.voicing.listener import Listener

pytestmark = pytest.mark.screen

HASH = "numbersign"
SAID = {
    "zh-CN": {
        "menu": ("一 登录", "二 查询余额", "九，更多", "井号键，重听", "星号键，返回", "零，人工"),
        "number": ("客户号", "请按数字，按井号键结束", "星号键，菜单"),
        "typed": ("一 零 零",),
        "password": ("密码", "每个字按两下", "井号键，下一项"),
        "counted": tuple(f"已输入 {count} 位" for count in "一两三四五六七八"),
        "half": ("再按第几个字母，零 是数字本身",),
        "inside": ("林峰", "一 查询余额", "三 转账", "井号键，重听"),
        "once": ("您好", "您已登录"),
        "wait": ("请稍候",),
    },
    "en": {
        "menu": ("one Sign in", "two Check balance", "nine, More", "pound, Again", "star, Back", "zero, Person"),
        "number": ("Customer number", "Press the figures, then pound", "star, Menu"),
        "typed": ("one zero zero",),
        "password": ("Password", "Two keys each", "pound, Next"),
        "counted": tuple(
            f"{count} entered" for count in ("one", "two", "three", "four", "five", "six", "seven", "eight")
        ),
        "half": ("Now the place of the letter;", "zero is the figure itself"),
        "inside": ("林峰", "one Check balance", "three Transfer money", "pound, Again"),
        "once": ("Hello", "Signed in"),
        "wait": ("One moment",),
    },
}


def keys_of(secret: str) -> list[str]:
    """Two keys for each sign, as on a telephone."""
    found: list[str] = []
    for sign in secret:
        key = next((key for key, letters in LETTERS.items() if sign in letters), sign)
        found += [key, str(LETTERS[key].index(sign) + 1) if key != sign else "0"]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_customer_signs_in_by_twelve_keys_and_ear_and_the_password_is_never_said(
    quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path, lang: str
) -> None:
    said = SAID[lang]
    window = Listener(quiet_desk, ear, tmp_path, judged, lang, also={"keypad": {"on": True}}, punctuation="none")
    try:
        window.hear(*said["menu"])
        window.press("1")
        window.hear(*said["number"])
        window.press(*DEMO_NUMBER)
        window.hear(*said["typed"])
        window.quiet()
        window.press(HASH)
        window.hear(*said["password"])
        _type_unheard(window, said)
        before = len(window.everything)
        window.press(HASH)
        window.hear(*said["inside"])
        window.quiet()
        heard = " ".join(window.everything[before:])
        assert [heard.count(greeting) for greeting in said["once"]] == [1, 1]
        assert all(heard.count(wait) <= 1 for wait in said["wait"])
        window.look()
    finally:
        window.close()


def _type_unheard(window: Listener, said: dict[str, tuple[str, ...]]) -> None:
    """The password, key by key: all that is heard, and told to the platform, is how much of it there is."""
    window.rest()
    before = len(window.everything)
    window.press(*keys_of(DEMO_PASSWORD))
    window.hear(*said["counted"])
    window.quiet()
    assert set(window.everything[before:]) == {*said["counted"], *said["half"]}
    told = " ".join(f"{one.name} {one.description} {one.text or ''}" for one in window.tree().walk())
    assert DEMO_PASSWORD not in told
    assert "•" * len(DEMO_PASSWORD) in told


def test_whoever_switches_reading_on_later_hears_what_is_offered(
    quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path
) -> None:
    """It was told when nobody listened."""
    window = Listener(quiet_desk, ear, tmp_path, judged, also={"keypad": {"on": True}}, punctuation="none")
    try:
        window.hear(*SAID["zh-CN"]["menu"])
        window.press("F4")
        window.hear("朗读已关闭")
        window.press("F4")
        window.hear("朗读已打开", *SAID["zh-CN"]["menu"])
    finally:
        window.close()
