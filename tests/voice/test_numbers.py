"""Money, digits, counts and dates between figures and speech."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.numbers import (
    MAX_CENTS,
    parse_amount,
    parse_count,
    parse_digits,
    parse_ordinal,
    say_amount,
    say_choice,
    say_count,
    say_date,
    say_digits,
    say_ordinal,
)


@settings(max_examples=600, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["zh-CN", "en"]))
def test_an_amount_read_aloud_is_heard_as_the_same(cents: int, lang: str) -> None:
    assert parse_amount(say_amount(cents, lang), lang) == cents


@settings(max_examples=200, deadline=None)
@given(st.integers(10**9, MAX_CENTS), st.sampled_from(["zh-CN", "en"]))
def test_huge_amounts_too(cents: int, lang: str) -> None:
    assert parse_amount(say_amount(cents, lang), lang) == cents


_SECTIONS = (0, 1, 2, 10, 12, 20, 100, 205, 1000, 1005, 2000, 8374, 9999)
"""Four digits with noughts in every place: a whole number is said in such sections."""


def _section(value: int) -> str:
    """The rule of schoolbooks, written down apart from cn2an: 1005 is 一千零五."""
    said, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            said, gap = said + ("零" if gap else "") + "零一二三四五六七八九"[digit] + unit, False
        else:
            gap = bool(said)
    return said


def _by_sections(sections: tuple[int, int, int]) -> str:
    """亿, 万 and the rest; a 零 wherever noughts stand before a section that says something."""
    said, gap = "", False
    for value, unit in zip(sections, ("亿", "万", ""), strict=True):
        if value:
            said, gap = said + ("零" if said and (gap or value < 1000) else "") + _section(value) + unit, False
        else:
            gap = bool(said)
    return (said[1:] if said.startswith("一十") else said) or "零"


@pytest.mark.parametrize("highest", [value for value in _SECTIONS if value < 1000])
def test_noughts_at_every_four_digits_are_said_and_heard(highest: int) -> None:
    """Up to the largest amount, which has eleven digits of yuan, with and without cents."""
    for middle, low in product(_SECTIONS, repeat=2):
        yuan = highest * 10**8 + middle * 10**4 + low
        said = say_amount(yuan * 100, "zh-CN")
        assert said.replace("两", "二") == _by_sections((highest, middle, low)) + "元"
        for cents in (yuan * 100, yuan * 100 + 1, yuan * 100 + 61):
            assert [parse_amount(say_amount(cents, lang), lang) for lang in ("zh-CN", "en")] == [cents, cents]


def test_the_largest_amount_is_said_and_heard() -> None:
    for lang in ("zh-CN", "en"):
        assert parse_amount(say_amount(MAX_CENTS, lang), lang) == MAX_CENTS
        assert parse_amount(say_amount(MAX_CENTS + 1, lang), lang) is None


@pytest.mark.parametrize(
    ("cents", "zh", "en"),
    [
        (
            10_000_837_461,
            "一亿零八千三百七十四元六角一分",
            "one hundred million eight thousand three hundred seventy-four yuan and sixty-one cents",
        ),
        (0, "零元", "zero yuan"),
        (1, "一分", "one cent"),
        (50, "五角", "fifty cents"),
        (200, "两元", "two yuan"),
        (1205, "十二元零五分", "twelve yuan and five cents"),
        (
            123450,
            "一千二百三十四元五角",
            "one thousand two hundred thirty-four yuan and fifty cents",
        ),
        (2_000_000, "两万元", "twenty thousand yuan"),
        (-500, "负五元", "minus five yuan"),
    ],
)
def test_amounts_as_they_are_read(cents: int, zh: str, en: str) -> None:
    assert (say_amount(cents, "zh-CN"), say_amount(cents, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("一千二百三十四块五", 123450),
        ("两千五", 250000),
        ("三百五", 35000),
        ("1.5万", 1500000),
        ("三点五万", 3500000),
        ("五块钱", 500),
        ("一百零五元三角", 10530),
        ("十一万零五百零七", 11050700),
        ("1,234.50", 123450),
        ("¥1234.5", 123450),
        ("￥５００", 50000),
        ("500", 50000),
        ("500元", 50000),
        ("五百", 50000),
        ("幺", 100),
        ("两", 200),
        ("一千 二百 三十 四 块 五", 123450),
        ("三块半", 350),
        ("三块二五", 325),
        ("五毛五", 55),
        ("五块零五", 505),
        ("五块五分", 505),
        ("百万", 100000000),
        ("一亿二", 12000000000),
        ("1万2千", 1200000),
        ("五零零", 50000),
        ("一千五十", 105000),
        ("一百一", 11000),
        ("两百两十块", 22000),
        ("半块", 50),
        ("半块钱", 50),
        ("五百整", 50000),
        ("500整", 50000),
        ("五百元整", 50000),
        ("五百元正", 50000),
        ("两块五", 250),
        ("一万二", 1200000),
        ("三千五", 350000),
        ("一百零五块", 10500),
        ("五毛", 50),
        ("两毛五", 25),
        ("一块零五分", 105),
        ("壹佰元", 10000),
        ("伍佰", 50000),
        ("5佰元", 50000),
        ("两佰块", 20000),
        ("拾万元", 10000000),
        ("壹佰圆整", 10000),
        ("壹萬圓整", 1000000),
        ("人民币陆佰零伍元正", 60500),
        ("壹佰元零伍分", 10005),
        ("壹万贰仟叁佰肆拾伍元陆角柒分", 1234567),
        ("叁億零肆仟捌佰玖拾元整", 30000489000),
    ],
)
def test_chinese_amounts_as_people_say_and_type_them(text: str, cents: int) -> None:
    assert parse_amount(text, "zh-CN") == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("five hundred", 50000),
        ("a hundred yuan", 10000),
        ("one hundred and five yuan", 10500),
        ("hundred and five yuan", 10500),
        ("hundred fifty thousand two hundred yuan", 15_020_000),
        ("thousand two hundred", 120_000),
        ("two point five thousand", 250000),
        ("1.5 thousand", 150000),
        ("five yuan fifty cents", 550),
        ("one jiao five fen", 15),
        ("500 RMB", 50000),
        ("twenty one", 2100),
    ],
)
def test_english_amounts(text: str, cents: int) -> None:
    assert parse_amount(text, "en") == cents


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-5", "−5", "负五百", "minus five", "1.234", "1,23", "12345678901234", "元", "分", "零点",
        "两三百", "二三块", "五百多块", "张三", "三点五元五角", "十二角", "一千一千", "十三四",
        "twelve fifty", "hundred", "thousand yuan", "two thousand hundred five", "five hundred and", "and five",
        "five yuan two hundred cents", "six cents and one yuan", "nan", "inf",
        "1e9", "五百元五百元", "一十一万八万五千二", "一七块", "五百六百", "一万一万",
        "一亿八千三百七十四", "一亿八千", "半", "半万", "一百半块", "半块五", "一整", "五整", "三点五整", "十点整",
        "两三百整", "陆", "伍", "陆伍", "伍佰伍", "壹万贰", "壹佰元伍", "叁仟伍整",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str, lang: str) -> None:
    assert parse_amount(text, lang) is None


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点元块角毛分钱半幺整 0123456789.,¥-", max_size=14))
def test_no_text_of_number_words_breaks_the_parser(text: str) -> None:
    cents = parse_amount(text, "zh-CN")
    assert cents is None or 0 <= cents <= MAX_CENTS


@given(st.from_regex(r"[0-9]{1,19}", fullmatch=True), st.sampled_from(["zh-CN", "en"]))
def test_digits_survive_speech(digits: str, lang: str) -> None:
    assert parse_digits(say_digits(digits, lang), lang) == digits


def test_digits_are_grouped_in_fours_and_one_is_yao() -> None:
    assert say_digits("62221234") == "六二二二 幺二三四"
    assert say_digits("6222-1234", "en") == "six two two two, one two three four"


@pytest.mark.parametrize(
    ("text", "lang", "digits"),
    [
        ("六二二二 一二三四", "zh-CN", "62221234"),
        ("幺三八零〇", "zh-CN", "13800"),
        ("138 0013", "zh-CN", "1380013"),
        ("oh one double two", "en", "0122"),
        ("五百", "zh-CN", None),
        ("one hundred", "en", None),
        ("double", "en", None),
        ("", "zh-CN", None),
    ],
)
def test_digit_strings(text: str, lang: str, digits: str | None) -> None:
    assert parse_digits(text, lang) == digits


def test_what_is_no_digit_string_is_not_read() -> None:
    with pytest.raises(ValueError, match="digit"):
        say_digits("12a4")


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("place", [1, 2, 3, 10, 12, 20, 21, 99])
def test_ordinals_both_ways(place: int, lang: str) -> None:
    assert parse_ordinal(say_ordinal(place, lang), lang) == place


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("第一个", "zh-CN", 1),
        ("第 二 笔", "zh-CN", 2),
        ("第3条", "zh-CN", 3),
        ("the second one", "en", 2),
        ("21st", "en", 21),
        ("number 3", "en", 3),
        ("第零个", "zh-CN", None),
        ("一个", "zh-CN", None),
        ("one", "en", None),
    ],
)
def test_ordinals_as_people_say_them(text: str, lang: str, place: int | None) -> None:
    assert parse_ordinal(text, lang) == place


def test_counts() -> None:
    assert (say_count(2, "zh-CN", "笔"), say_count(12, "zh-CN"), say_count(21, "en")) == (
        "两笔",
        "十二",
        "twenty-one",
    )
    assert parse_count("a", "en") is None
    assert parse_count("a hundred", "en") == 100
    assert [say_choice(2, "zh-CN"), say_choice(2, "en")] == ["二", "two"]
    assert [parse_count("两笔", "zh-CN"), parse_count("twenty-one", "en"), parse_count("很多", "zh-CN")] == [
        2,
        21,
        None,
    ]


def test_dates() -> None:
    day = date(2024, 2, 12)
    assert say_date(day, "zh-CN") == "二零二四年二月十二日"
    assert say_date(day, "en") == "12 February 2024"
    assert say_date(day, "zh-CN", date(2024, 3, 1)) == "二月十二日"
    assert [say_date(day, "zh-CN", day), say_date(day, "en", date(2024, 2, 13))] == ["今天", "yesterday"]
