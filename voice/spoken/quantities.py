"""Numbers that count or measure: percentages, fractions, versions, negative and grouped numbers."""

from __future__ import annotations

import re

from voice.numbers import chinese, english
from voice.spoken.rule import AFTER, BEFORE, MINUS, NUMBER, Rule, number_in_words, sign_in_words

_SIGN = rf"(?:(?<![\w\d)%％‰])(?P<sign>{MINUS}))?"
_PLUS_OR_MINUS = rf"(?:(?<![\w\d)%％‰])(?P<sign>{MINUS}|[+＋]))?"


def _percent(match: re.Match[str], is_chinese: bool) -> str:
    number = number_in_words(match["number"], is_chinese)
    thousandth = match["unit"] == "‰"
    if is_chinese:
        number = {"两": "二", "一百": "百"}.get(number, number)
        sign = sign_in_words(match, True)
        said = ("千分之" if thousandth else "百分之") + (sign if sign == "负" else "") + number
        return sign + said if sign == "正" else said
    return sign_in_words(match, False) + number + (" per mille" if thousandth else " percent")


def _fraction(match: re.Match[str], is_chinese: bool) -> str | None:
    top, under = int(match["top"]), int(match["under"])
    if not 0 < under <= 100 or top > under:
        return None
    if is_chinese:
        said = [chinese.say_whole(n).replace("两", "二") for n in (under, top)]
        return f"{said[0]}分之{said[1]}"
    return f"{english.say_whole(top)} of {english.say_whole(under)}"


def _version(match: re.Match[str], is_chinese: bool) -> str:
    point = "点" if is_chinese else " point "
    return point.join(number_in_words(part, is_chinese).replace("两", "二") for part in match[0].split("."))


def _place(match: re.Match[str], is_chinese: bool) -> str:
    """第2个 is 第二个: what is counted through takes 二."""
    return "第" + match["space"] + chinese.say_whole(int(match["number"])).replace("两", "二")


def _number(match: re.Match[str], is_chinese: bool) -> str | None:
    said = number_in_words(match["number"], is_chinese)
    if said == "两" and not _is_counted(match):
        said = "二"
    glued = not is_chinese and re.match("[A-Za-z]", match.string[match.end() :])  # 24h: twenty-four h
    return sign_in_words(match, is_chinese) + said + (" " if glued else "")


def _is_counted(match: re.Match[str]) -> bool:
    """两笔, 两个, 两到三天, but 二 alone and 按 2."""
    return bool(_COUNTED.match(match.string[match.end() :]))


_COUNTED = re.compile(
    r"(?:\s*[-−–—~～至到]\s*\d+)?\s*(?:[个笔条位项名页次种张天周月年元块万千倍份家户人股秒]|小时|分钟|季度)"
)

QUANTITY_RULES: tuple[Rule, ...] = (
    Rule("percent", re.compile(rf"{BEFORE}{_PLUS_OR_MINUS}(?P<number>{NUMBER})\s*(?P<unit>[%％‰])"), _percent),
    Rule("version", re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d.])"), _version),
    Rule("fraction", re.compile(r"(?<![\d./])(?P<top>\d{1,3})\s*/\s*(?P<under>\d{1,3})(?![\d./])"), _fraction),
    Rule("place", re.compile(r"第(?P<space>\s*)(?P<number>\d{1,4})(?![\d.])"), _place, "zh"),
    Rule("number", re.compile(rf"(?<![\dA-Za-z.]){_SIGN}(?P<number>{NUMBER}){AFTER}"), _number),
)
