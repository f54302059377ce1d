"""Amounts of money: ¥1,234.50 is 一千二百三十四元五角, never one two three four point five zero."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from voice.numbers import say_amount
from voice.spoken.currencies import CURRENCY_RULES
from voice.spoken.digits import names_digits
from voice.spoken.rule import AFTER, BEFORE, INNER_MINUS, NUMBER, SCALE, SIGN, Rule, number_in_words, sign_in_words

_CODE_BEFORE = r"(?<![A-Za-z/])(?:CNY|RMB|人民币)"
_YUAN_BEFORE = rf"(?:[¥￥]|{_CODE_BEFORE}\s*[¥￥]?)\s*"
_YUAN = r"(?:元|块钱|块|人民币|yuan\b|(?:CNY|RMB)(?![A-Za-z]|/[A-Z]))"
_YUAN_AFTER = rf"\s*{_YUAN}(?:人民币|整)?"
_TO = r"\s?[-−–—~～]\s?"
# Words after which a bare number with two decimals is money: a field called 金额 holds 1234.50.
_ABOUT = re.compile(
    r"金额|余额|转账|转出|转入|存入|支出|收入|手续费|限额|元|¥|￥|amount|balance|transfer|fee|limit|yuan", re.I
)


def _yuan(match: re.Match[str], chinese: bool) -> str | None:
    figure = match["number"].replace(",", "")
    whole, _, part = figure.partition(".")
    sign = sign_in_words(match, chinese)
    if len(part) > 2 or len(whole) > 11:
        return sign + number_in_words(figure, chinese) + ("元" if chinese else " yuan")
    return sign + say_amount(int(whole) * 100 + int((part + "00")[:2]), "zh" if chinese else "en")


def _bare(match: re.Match[str], chinese: bool) -> str | None:
    """Two decimals with a word about money somewhere before them in the same breath."""
    return _yuan(match, chinese) if _ABOUT.search(match.string, 0, match.start()) else None


def _scaled(match: re.Match[str], chinese: bool) -> str | None:
    """1.5万元, ¥1.5 million: the scale is said as it is written."""
    if not match["scale"]:
        return None
    said = sign_in_words(match, chinese) + number_in_words(match["number"], chinese)
    return f"{said}{match['scale']}元" if chinese else f"{said} {match['scale']} yuan"


def _first(match: re.Match[str], chinese: bool) -> str | None:
    """The 100 of 100-200元: an amount, whose 元 stands after the other."""
    if names_digits(match.string[: match.start()]) or not _rises(match["number"], match["until"]):
        return None
    return number_in_words(match["number"], chinese)


def _second(match: re.Match[str], chinese: bool) -> str | None:
    """The 200 of ¥100-200."""
    before = _RANGE_BEGUN.search(match.string, 0, match.start())
    return _yuan(match, chinese) if before and _rises(before["low"], match["number"]) else None


def _rises(low: str, high: str) -> bool:
    """Is the second more? Nine digits are an account after a dash, and no amount."""
    first, second = (Decimal(figure.replace(",", "")) for figure in (low, high))
    return first < second < 10**8


_RANGE_BEGUN = re.compile(rf"{_YUAN_BEFORE}(?P<low>{NUMBER}){_TO}$")

MONEY_RULES: tuple[Rule, ...] = (
    Rule(
        "large yuan, sign before",
        re.compile(rf"{BEFORE}{SIGN}{_YUAN_BEFORE}{INNER_MINUS}(?P<number>{NUMBER}){SCALE}(?:\s*{_YUAN})?", re.I),
        _scaled,
    ),
    Rule("large yuan, word after", re.compile(rf"{BEFORE}{SIGN}(?P<number>{NUMBER}){SCALE}{_YUAN_AFTER}"), _scaled),
    Rule(
        "yuan, first of a range",
        re.compile(rf"(?<![\dA-Za-z.,/-])(?P<number>{NUMBER})(?={_TO}(?P<until>{NUMBER}){_YUAN_AFTER})"),
        _first,
    ),
    Rule("yuan, second of a range", re.compile(rf"(?<=[-−–—~～ ])(?P<number>{NUMBER}){AFTER}(?!\s*{_YUAN})"), _second),
    Rule(
        "yuan, sign before",
        re.compile(rf"{BEFORE}{SIGN}{_YUAN_BEFORE}{INNER_MINUS}(?P<number>{NUMBER}){AFTER}(?:\s*{_YUAN})?", re.I),
        _yuan,
    ),
    Rule("yuan, word after", re.compile(rf"{BEFORE}{SIGN}(?P<number>{NUMBER}){_YUAN_AFTER}", re.I), _yuan),
    *CURRENCY_RULES,
    Rule(
        "two decimals in talk of money",
        re.compile(rf"{BEFORE}{SIGN}(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\.\d\d){AFTER}(?!\s*[%％])"),
        _bare,
    ),
)


def without_amounts(text: str, lang: str, word: str) -> str:
    """The text with ``word`` in the place of every amount of money, for ears that should not hear it."""
    chinese = lang.lower().startswith("zh")
    for rule in MONEY_RULES:
        if rule.fits(chinese):
            text = rule.pattern.sub(partial(_instead, rule, chinese, word), text)
    return text


def _instead(rule: Rule, chinese: bool, word: str, match: re.Match[str]) -> str:
    return match[0] if rule.say(match, chinese) is None else word
