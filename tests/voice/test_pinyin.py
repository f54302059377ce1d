"""How alike names sound."""

from __future__ import annotations

import pytest

from voice.pinyin import best_match, likeness, romanised, sounds


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("张伟", "章威"),
        ("王五", "王武"),
        ("刘洋", "牛羊"),
        ("陈琳", "岑玲"),
        ("黄慧", "房费"),
        ("李 四", "李四"),
    ],
)
def test_homophones_and_common_confusions_are_the_same(a: str, b: str) -> None:
    assert likeness(a, b) == 100.0


@pytest.mark.parametrize(("a", "b"), [("张三", "李四"), ("李娜", "周杰"), ("", "张三"), ("!", "?")])
def test_different_names_are_far_apart(a: str, b: str) -> None:
    assert likeness(a, b) < 50


def test_a_missing_syllable_counts() -> None:
    assert 60 <= likeness("张三", "张三丰") < 80


def test_what_is_no_character_stays_whole() -> None:
    assert sounds("ABC-12，卡") == ("abc", "12", "ka")


def test_two_payees_that_sound_alike_both_come_back() -> None:
    found = best_match("章威", ["李四", "张伟", "张薇", "王伟"], within=10)
    assert [name for name, _ in found] == ["张伟", "张薇"]


def test_the_spelling_decides_among_equals() -> None:
    assert best_match("张薇", ["张伟", "张薇"])[0] == ("张薇", 100.0)


def test_nobody_is_near() -> None:
    assert best_match("李四", ["张三"]) == []
    assert best_match("李四", []) == []


def test_a_chinese_name_is_said_in_another_language() -> None:
    """Zhang San is 张三, with any accent; a Latin name stays what it is."""
    assert romanised("张三") == "zhang san"
    assert romanised("Anna 王") == "anna wang"
    assert romanised("吕布") == "lv bu"
    assert likeness("zhang san", "张三") == 100.0
    assert likeness("张三", "Zan San") == 100.0
    assert likeness("li si", "张三") < 50.0
    assert likeness("anna", "Anna") == 100.0
