"""Amounts of money: ¥1,234.50 is 一千二百三十四元五角, never one two three four point five zero."""

from __future__ import annotations

import re
from functools import partial

from voice.numbers import say_amount
from voice.spoken.rule import AFTER, BEFORE, MINUS, NUMBER, Rule, number_in_words

_CURRENCIES = {
    "$": ("美元", "dollars"), "USD": ("美元", "dollars"), "US$": ("美元", "dollars"),
    "HK$": ("港元", "Hong Kong dollars"), "HKD": ("港元", "Hong Kong dollars"),
    "€": ("欧元", "euros"), "EUR": ("欧元", "euros"), "£": ("英镑", "pounds"), "GBP": ("英镑", "pounds"),
    "JPY": ("日元", "yen"),
}  # fmt: skip
_SIGN = rf"(?:(?P<sign>{MINUS}|\+|＋)\s*)?"
_YUAN_BEFORE = r"(?:[¥￥]|(?:CNY|RMB|人民币)\s*[¥￥]?)\s*"
_YUAN_AFTER = r"\s*(?:元|块钱|块|yuan\b|CNY\b|RMB\b)(?:人民币|整)?"
# Words after which a bare number with two decimals is money: a field called 金额 holds 1234.50.
_ABOUT = re.compile(
    r"金额|余额|转账|转出|转入|存入|支出|收入|手续费|限额|元|¥|￥|amount|balance|transfer|fee|limit|yuan", re.I
)


def _yuan(match: re.Match[str], chinese: bool) -> str | None:
    figure = match["number"].replace(",", "")
    whole, _, part = figure.partition(".")
    sign = _signed(match, chinese)
    if len(part) > 2 or len(whole) > 11:
        return sign + number_in_words(figure, chinese) + ("元" if chinese else " yuan")
    return sign + say_amount(int(whole) * 100 + int((part + "00")[:2]), "zh" if chinese else "en")


def _bare(match: re.Match[str], chinese: bool) -> str | None:
    """Two decimals with a word about money somewhere before them in the same breath."""
    return _yuan(match, chinese) if _ABOUT.search(match.string, 0, match.start()) else None


def _scaled(match: re.Match[str], chinese: bool) -> str:
    return _signed(match, chinese) + number_in_words(match["number"], chinese) + match["scale"] + "元"


def _foreign(match: re.Match[str], chinese: bool) -> str:
    zh, en = _CURRENCIES[match["code"].upper()]
    said = number_in_words(re.sub(r"\.00$", "", match["number"]), chinese)
    return _signed(match, chinese) + (said + zh if chinese else f"{said} {en}")


def _signed(match: re.Match[str], chinese: bool) -> str:
    sign = match.groupdict().get("sign") or ""
    if not sign:
        return ""
    if sign in "+＋":
        return "正" if chinese else "plus "
    return "负" if chinese else "minus "


_CODES = "|".join(re.escape(code) for code in sorted(_CURRENCIES, key=len, reverse=True))

MONEY_RULES: tuple[Rule, ...] = (
    Rule(
        "ten thousands of yuan",
        re.compile(rf"{BEFORE}{_SIGN}(?P<number>{NUMBER})\s*(?P<scale>[万亿])元"),
        _scaled,
        "zh",
    ),
    Rule(
        "yuan, sign before",
        re.compile(rf"{BEFORE}{_SIGN}{_YUAN_BEFORE}(?P<number>{NUMBER}){AFTER}(?:\s*[元块])?"),
        _yuan,
    ),
    Rule(
        "yuan, minus after the sign",
        re.compile(rf"{_YUAN_BEFORE}(?P<sign>{MINUS})(?P<number>{NUMBER}){AFTER}(?:\s*[元块])?"),
        _yuan,
    ),
    Rule("yuan, word after", re.compile(rf"{BEFORE}{_SIGN}(?P<number>{NUMBER}){_YUAN_AFTER}", re.IGNORECASE), _yuan),
    Rule(
        "foreign money",
        re.compile(rf"{BEFORE}{_SIGN}(?P<code>{_CODES})\s*(?P<number>{NUMBER}){AFTER}", re.IGNORECASE),
        _foreign,
    ),
    Rule(
        "two decimals in talk of money",
        re.compile(rf"{BEFORE}{_SIGN}(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\.\d\d){AFTER}(?!\s*[%％])"),
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
