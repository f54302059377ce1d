"""Figures that are no quantity: accounts, cards, telephones, codes, read digit by digit in groups."""

from __future__ import annotations

import re

from voice.numbers import say_digits
from voice.spoken.rule import AFTER, Rule

_FROM = 9
"""A figure of so many digits is a number of something, not a quantity."""

_START = r"(?<![\dA-Za-z.,])"
_ABOUT = re.compile(
    r"(?:尾号|账号|帐号|账户|卡号|客户号|编号|单号|流水号|凭证号|交易号|号码|验证码|热线|电话|拨打|致电|邮编"
    r"|\b(?:ending(?:\s+in)?|number|no\.|account|card|reference|code|phone|hotline|call|dial))"
    r"[\s：:，,、是为（(#*•＊]*(?:\bis\s+)?(?:(?:文本框|编辑框|text box|edit)[，,\s]+)?$",
    re.IGNORECASE,
)
"""Words right before a short figure that make it a number of something; a reader says what kind of field it stands in
between its name and what is written there."""


def in_groups(digits: str, groups: tuple[int, ...], chinese: bool) -> str:
    """Digit by digit with a pause after each group; ``groups`` are their lengths."""
    parts, at = [], 0
    for size in groups:
        parts.append(digits[at : at + size])
        at += size
    said = (say_digits(part, "zh" if chinese else "en") for part in parts if part)
    return "，".join(part.replace(" ", "") for part in said) if chinese else ", ".join(p.replace(",", "") for p in said)


def _usual_groups(digits: str) -> tuple[int, ...]:
    """Up to five at once, six in halves, more in fours as they are printed."""
    if len(digits) <= 5:
        return (len(digits),)
    return (3, 3) if len(digits) == 6 else (4,) * (len(digits) // 4 + 1)


def _plain(text: str) -> str:
    return re.sub(r"\D", "", text)


def _all(match: re.Match[str], chinese: bool) -> str:
    digits = _plain(match["digits"])
    return in_groups(digits, _usual_groups(digits), chinese)


def _named(match: re.Match[str], chinese: bool) -> str | None:
    return _all(match, chinese) if names_digits(match.string[: match.start()]) else None


def names_digits(before: str) -> bool:
    """Do these words, such as 尾号, say that the figure after them is no quantity?"""
    return _ABOUT.search(before) is not None


def _mobile(match: re.Match[str], chinese: bool) -> str:
    abroad = ("加八六，" if chinese else "plus eight six, ") if match["country"] else ""
    return abroad + in_groups(_plain(match["digits"]), (3, 4, 4), chinese)


def _parted(match: re.Match[str], chinese: bool) -> str:
    """A telephone number in the groups that it is written in; eight digits are said in two halves."""
    groups: list[int] = []
    for part in re.findall(r"\d+", match[0]):
        groups += [4, 4] if len(part) == 8 else [len(part)]
    return in_groups(_plain(match[0]), tuple(groups), chinese)


def _masked(match: re.Match[str], chinese: bool) -> str:
    return "，星号，" if chinese else ", stars, "


def _after_mask(match: re.Match[str], chinese: bool) -> str | None:
    return _all(match, chinese) if re.search(r"[*•＊]{2}\s*$", match.string[: match.start()]) else None


def _after_letters(match: re.Match[str], chinese: bool) -> str:
    """A reference such as TX20261122: letters one by one, then the digits."""
    digits = match["digits"]
    return " ".join(match["letters"]) + " " + in_groups(digits, (4,) * (len(digits) // 4 + 1), chinese)


DIGIT_RULES: tuple[Rule, ...] = (
    Rule("masked digits", re.compile(r"\s*[*•＊]{2,}(?:\s+[*•＊]{2,})*\s*"), _masked),
    Rule("before a mask", re.compile(r"(?P<digits>\d{3,})(?=\s*[*•＊]{2})"), _all),
    Rule("after a mask", re.compile(r"(?<=[*•＊ ])(?P<digits>\d{3,})(?![\d.,])"), _after_mask),
    Rule(
        "mobile",
        re.compile(rf"{_START}(?P<country>\+86[\s-]?)?(?P<digits>1[3-9]\d[\s-]?\d{{4}}[\s-]?\d{{4}}){AFTER}"),
        _mobile,
    ),
    Rule("hotline", re.compile(rf"{_START}[48]00[\s-]?\d{{3}}[\s-]?\d{{4}}{AFTER}"), _parted),
    Rule("landline", re.compile(rf"{_START}0\d{{2,3}}[\s-]\d{{7,8}}{AFTER}"), _parted),
    Rule("card", re.compile(rf"{_START}(?P<digits>\d{{4}}(?:[\s-]\d{{4}}){{2,}}(?:[\s-]\d{{1,4}})?){AFTER}"), _all),
    Rule("bank hotline", re.compile(rf"{_START}(?P<digits>95\d{{3}}){AFTER}(?!\s*[元块%])"), _all),
    Rule("named", re.compile(rf"{_START}(?P<digits>\d{{3,8}}){AFTER}(?!\s*(?:[元块%％笔个]|yuan))"), _named),
    Rule("long", re.compile(rf"{_START}(?P<digits>\d{{{_FROM},}}){AFTER}"), _all),
    Rule("leading zero", re.compile(rf"{_START}(?P<digits>0\d+){AFTER}"), _all),
    Rule(
        "reference",
        re.compile(r"(?<![A-Za-z\d])(?P<letters>[A-Z]{1,4})-?(?P<digits>\d{5,})(?![A-Za-z\d])"),
        _after_letters,
    ),
)  # fmt: skip
