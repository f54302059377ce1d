"""A few letters lead to the sentences that can be said at this moment, in pinyin and in English."""

from __future__ import annotations

import pytest

from app.ui.ways.suggestions import suggested

SAID = ("转账", "转账给张三", "查询余额", "主菜单", "张三", "确认", "给张三转账", "余额")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zhuanz", "转账"),
        ("zz", "转账"),
        ("zcd", "主菜单"),
        ("yue", "余额"),
        ("ZHANGSAN", "张三"),
        ("转账", "转账给张三"),
        ("转账g", "转账给张三"),
        ("给zs", "给张三转账"),
        ("cx", "查询余额"),
    ],
)
def test_pinyin_leads_to_the_sentence(typed: str, first: str) -> None:
    assert suggested(typed, SAID)[0] == first


@pytest.mark.parametrize("typed", ["", " ", "x", "好", "确认", "qr5"])
def test_what_begins_nothing_leads_nowhere(typed: str) -> None:
    assert suggested(typed, SAID) == []


def test_what_is_written_out_comes_before_what_only_begins_so() -> None:
    assert suggested("yue", ("月底", "余额")) == ["余额", "月底"]


def test_english_sentences_go_on_as_they_begin() -> None:
    said = ("check my balance", "cancel", "Change settings")
    assert suggested("ch", said) == ["Change settings", "check my balance"]
    assert suggested("check m", said) == ["check my balance"]
    assert suggested("cancel", said) == []


def test_no_more_than_there_is_room_for() -> None:
    assert len(suggested("a", [f"a{at}" for at in range(9)])) == 3
