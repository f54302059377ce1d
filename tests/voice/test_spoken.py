"""How texts are read aloud: every kind of figure, in both languages, and back to where it stands in the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.numbers import parse_amount, say_amount
from voice.spoken import spoken_form, without_amounts, without_amounts_in_words

CHINESE = [
    # money
    ("余额 ¥1,234.50 元", "余额 一千二百三十四元五角"),
    ("¥1,234.50", "一千二百三十四元五角"),
    ("-¥1,234.50", "负一千二百三十四元五角"),
    ("¥-0.05", "负五分"),
    ("+100.00 元", "正一百元"),
    ("1234.5元", "一千二百三十四元五角"),
    ("1.5万元", "一点五万元"),
    ("手续费 2.00 元", "手续费 两元"),
    ("金额，文本框，1234.50", "金额，文本框，一千二百三十四元五角"),
    ("100～200元", "一百至二百元"),
    ("$1,200.00", "一千二百美元"),
    # accounts, cards, telephones, codes
    ("尾号 1234", "尾号 幺二三四"),
    ("客户号 10000001", "客户号 幺零零零，零零零幺"),
    ("客户号，文本框，10000001，必填", "客户号，文本框，幺零零零，零零零幺，必填"),
    ("笔数，文本框，10000001", "笔数，文本框，一千万零一"),
    ("6222 0212 3456 7890 123", "六二二二，零二幺二，三四五六，七八九零，幺二三"),
    ("622202123456789", "六二二二，零二幺二，三四五六，七八九"),
    ("6222 **** **** 1234", "六二二二，星号，幺二三四"),
    ("13812345678", "幺三八，幺二三四，五六七八"),
    ("138-1234-5678", "幺三八，幺二三四，五六七八"),
    ("+86 138 1234 5678", "加八六，幺三八，幺二三四，五六七八"),
    ("010-62345678", "零幺零，六二三四，五六七八"),
    ("400-800-1234", "四零零，八零零，幺二三四"),
    ("95588", "九五五八八"),
    ("验证码 123456", "验证码 幺二三，四五六"),
    ("TX20261122", "T X 二零二六，幺幺二二"),
    ("0012", "零零幺二"),
    # dates and times
    ("2026-11-22 14:05", "二零二六年十一月二十二日 十四点零五分"),
    ("2026年2月3日", "二零二六年二月三日"),
    ("11月2日 02:00", "十一月二日 两点整"),
    ("2026年", "二零二六年"),
    ("9:30:05", "九点三十分五秒"),
    ("10:00-12:00", "十点整至十二点整"),
    # quantities
    ("12.5%", "百分之十二点五"),
    ("-0.35 %", "百分之负零点三五"),
    ("100 %", "百分之百"),
    ("1/3", "三分之一"),
    ("第 2 步，共 3 步", "第 二 步，共 三 步"),
    ("2 笔", "两 笔"),
    ("-5", "负五"),
    ("1,234,567", "一百二十三万四千五百六十七"),
    ("2.2.1", "二点二点一"),
    # short forms and keys
    ("ATM 和 PIN", "A T M 和 PIN"),
    ("U盾", "优盾"),
    ("Ctrl++", "Control 加 加号"),
    ("Alt+Home", "Alt 加 Home"),
    ("按 F4 打开", "按 F4 打开"),
    ("help@bank.example", "help 艾特 bank 点 example"),
]
ENGLISH = [
    ("¥1,234.50", "one thousand two hundred thirty-four yuan and fifty cents"),
    ("Balance: 1234.50", "Balance: one thousand two hundred thirty-four yuan and fifty cents"),
    ("-¥1.00", "minus one yuan"),
    ("account ending in 1234", "account ending in one two three four"),
    ("customer number 10000001", "customer number one zero zero zero, zero zero zero one"),
    ("Customer number, text box, 10000001", "Customer number, text box, one zero zero zero, zero zero zero one"),
    ("13812345678", "one three eight, one two three four, five six seven eight"),
    ("2026-11-22 14:05", "22 November 2026 fourteen oh five"),
    ("9:00", "nine o'clock"),
    ("12.5%", "twelve point five percent"),
    ("1,234", "one thousand two hundred thirty-four"),
    ("page 1/3", "page one of three"),
    ("e.g. an ATM", "for example an A T M"),
    ("Ctrl+T", "Control plus T"),
]


@pytest.mark.parametrize(("text", "said"), CHINESE)
def test_chinese(text: str, said: str) -> None:
    assert spoken_form(text, "zh-CN").text == said
    assert not re.search(r"\d\.\d|\d,\d", spoken_form(text, "zh-CN").text)


@pytest.mark.parametrize(("text", "said"), ENGLISH)
def test_english(text: str, said: str) -> None:
    assert spoken_form(text, "en").text == said


@given(st.integers(0, 10**10), st.sampled_from(["zh-CN", "en"]))
def test_an_amount_of_money_comes_back_from_its_words(cents: int, lang: str) -> None:
    """Whatever the amount: what is heard is what is written."""
    said = spoken_form(f"¥{cents // 100:,}.{cents % 100:02d}", lang).text
    assert said == say_amount(cents, lang)
    assert parse_amount(said, lang) == cents


@given(st.text("0123456789¥元.,-%:/月日年*号A张 +", max_size=30), st.sampled_from(["zh-CN", "en"]))
def test_any_text_has_a_spoken_form_and_ways_back(text: str, lang: str) -> None:
    spoken = spoken_form(text, lang)
    assert [span.start for span in spoken.spans] == sorted(span.start for span in spoken.spans)
    assert all(a.end == b.start for a, b in zip(spoken.spans, spoken.spans[1:], strict=False))
    for at in range(len(spoken.text)):
        start, end = spoken.written(at)
        assert 0 <= start < end <= len(text)


def test_the_way_back_is_the_character_or_the_whole_figure() -> None:
    spoken = spoken_form("给张三转 ¥500.00 吗", "zh-CN")
    assert spoken.text == "给张三转 五百元 吗"
    assert spoken.written(1) == (1, 2)
    assert spoken.written(spoken.text.index("百")) == (5, 12)
    assert spoken.written(spoken.text.index("吗")) == (13, 14)


@pytest.mark.parametrize(
    ("text", "lang", "left"),
    [
        ("余额 ¥1,234.50，尾号 1234", "zh-CN", "余额 （金额），尾号 1234"),
        ("金额，文本框，1234.50", "zh-CN", "金额，文本框，（金额）"),
        ("转账 500 元给张三", "zh-CN", "转账 （金额）给张三"),
        ("Balance ¥-3.00, 2 accounts", "en", "Balance （金额）, 2 accounts"),
        ("11月22日 14:05", "zh-CN", "11月22日 14:05"),
    ],
)
def test_amounts_can_be_left_out_and_nothing_else(text: str, lang: str, left: str) -> None:
    assert without_amounts(text, lang, "（金额）") == left


@pytest.mark.parametrize(
    ("text", "lang", "left"),
    [
        ("您是说，五百元，吗？", "zh-CN", "您是说，（金额），吗？"),
        ("一千二百三十四元五角，手续费零元", "zh-CN", "（金额），手续费（金额）"),
        ("十分感谢，五分钟以后，第一个三角形", "zh-CN", "十分感谢，五分钟以后，第一个三角形"),
        (
            "“五百元”不是金额。请输入数字，例如 500 或 五百元。",
            "zh-CN",
            "“（金额）”不是金额。请输入数字，例如 500 或 五百元。",
        ),
        ("Say it, such as five yuan. Six yuan!", "en", "Say it, such as five yuan. （金额）!"),
        ("Sent: minus three yuan and fifty cents.", "en", "Sent: （金额）."),
        ("One of two accounts, five hundred and one yuan", "en", "One of two accounts, （金额）"),
    ],
)
def test_amounts_in_words_can_be_left_out_too(text: str, lang: str, left: str) -> None:
    assert without_amounts_in_words(text, lang, "（金额）") == left


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_nothing_is_left_of_an_amount_that_is_said(lang: str) -> None:
    amounts = [10, 50, 55, 100, 105, 200, 1_050, 11_005, 123_450, 1_000_001, 20_000_000, 1_234_567_890]
    said = [say_amount(sign * cents, lang) for cents in amounts for sign in (1, -1)]
    assert {without_amounts_in_words(one, lang, "") for one in said} == {""}
