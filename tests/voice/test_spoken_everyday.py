"""A bank's everyday texts read aloud: currencies by their codes, ranges, prices for each, parts of the day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.numbers import say_amount
from voice.spoken import spoken_form, without_amounts

CHINESE = [
    # renminbi by its code, before and after
    ("CNY 1234.50", "一千二百三十四元五角"),
    ("余额 CNY 1,234.50，可用 RMB 500", "余额 一千二百三十四元五角，可用 五百元"),
    ("500 CNY", "五百元"),
    ("rmb500", "五百元"),
    ("-CNY 50", "负五十元"),
    ("CNY -50", "负五十元"),
    ("人民币（CNY）", "人民币（C N Y）"),
    ("¥1.5万", "一点五万元"),
    ("-50元", "负五十元"),
    ("余额-50元", "余额负五十元"),
    ("尾号 1234 -50元", "尾号 幺二三四 负五十元"),
    # money of other countries
    ("USD 1234.50", "一千二百三十四点五美元"),
    ("US$5", "五美元"),
    ("HK$5", "五港元"),
    ("$-5", "负五美元"),
    ("2 USD", "两美元"),
    ("50万美元", "五十万美元"),
    ("EUR 20.00", "二十欧元"),
    ("A$5", "五澳元"),
    ("1.2345 USD/CNY", "一点二三四五 U S D/C N Y"),
    # ranges, and what looks like one
    ("3-5个工作日", "三到五个工作日"),
    ("2-3 天", "两到三 天"),
    ("100-200元", "一百到二百元"),
    ("¥100-¥200", "一百元到二百元"),
    ("¥100-200", "一百元到二百元"),
    ("1万-5万元", "一万到五万元"),
    ("3.25%-4.5%", "百分之三点二五到百分之四点五"),
    ("第3-5页", "第三到五页"),
    ("2025-2026年", "二零二五到二零二六年"),
    ("11月29日-12月5日", "十一月二十九日至十二月五日"),
    ("5-3个", "五-三个"),
    ("尾号 1234-5000元", "尾号 幺二三四-五千元"),
    ("转账¥500到13812345678", "转账五百元到幺三八，幺二三四，五六七八"),
    ("¥500 - 13812345678", "五百元至幺三八，幺二三四，五六七八"),
    ("021-12345678", "零二幺，幺二三四，五六七八"),
    # for each, and the clock
    ("100元/月", "一百元每月"),
    ("5%/年", "百分之五每年"),
    ("3笔/日", "三笔每日"),
    ("24小时", "二十四小时"),
    ("2小时", "两小时"),
    ("7×24小时", "七乘二十四小时"),
    ("7*24小时", "七乘二十四小时"),
    ("5pm", "下午五点"),
    ("+1.25%", "正百分之一点二五"),
    ("第3季度", "第三季度"),
]
ENGLISH = [
    ("CNY 1234.50", "one thousand two hundred thirty-four yuan and fifty cents"),
    ("RMB 500", "five hundred yuan"),
    ("500 CNY", "five hundred yuan"),
    ("¥1.5 million", "one point five million yuan"),
    ("USD 1234.50", "one thousand two hundred thirty-four dollars and fifty cents"),
    ("US$5", "five dollars"),
    ("HK$1", "one Hong Kong dollar"),
    ("$0.01", "one cent"),
    ("£5.20", "five pounds and twenty pence"),
    ("JPY 500", "five hundred yen"),
    ("in USD.", "in U S D."),
    ("3-5 working days", "three to five working days"),
    ("100-200 yuan", "one hundred to two hundred yuan"),
    ("100-200 USD", "one hundred to two hundred dollars"),
    ("pages 3-5", "pages three to five"),
    ("a 12-month term", "a twelve-month term"),
    ("5pm", "five P M"),
    ("5 pm", "five P M"),
    ("10:05 a.m.", "ten oh five A M"),
    ("9am-5pm", "nine A M to five P M"),
    ("24h", "twenty-four h"),
    ("24/7", "twenty-four seven"),
    ("¥100/month", "one hundred yuan per month"),
    ("1st, 22nd, 30th", "first, twenty-second, thirtieth"),
    ("call 95588", "call nine five five eight eight"),
    ("010-62345678", "zero one zero, six two three four, five six seven eight"),
]


@pytest.mark.parametrize(("text", "said"), CHINESE)
def test_chinese(text: str, said: str) -> None:
    assert spoken_form(text, "zh-CN").text == said


@pytest.mark.parametrize(("text", "said"), ENGLISH)
def test_english(text: str, said: str) -> None:
    assert spoken_form(text, "en").text == said


@given(st.integers(0, 10**12), st.sampled_from(["CNY", "RMB", "cny "]), st.sampled_from(["zh-CN", "en"]))
def test_a_code_is_said_as_the_sign_is(cents: int, code: str, lang: str) -> None:
    figure = f"{cents // 100:,}.{cents % 100:02d}"
    for text in (f"{code} {figure}", f"{figure} {code.strip()}"):
        assert spoken_form(text, lang).text == say_amount(cents, lang)


@pytest.mark.parametrize(
    ("text", "lang", "left"),
    [
        ("余额 CNY 1,234.50", "zh-CN", "余额 （金额不读）"),
        ("转账100-200元", "zh-CN", "转账（金额不读）-（金额不读）"),
        ("¥100-200", "zh-CN", "（金额不读）-（金额不读）"),
        ("50万美元，尾号 1234", "zh-CN", "（金额不读），尾号 1234"),
        ("1.5 million yuan", "en", "（金额不读）"),
        ("3-5 working days", "en", "3-5 working days"),
        ("¥500 - 13812345678", "zh-CN", "（金额不读） - 13812345678"),
    ],
)
def test_an_amount_by_its_code_or_in_a_range_is_left_out_whole(text: str, lang: str, left: str) -> None:
    assert without_amounts(text, lang, "（金额不读）") == left
