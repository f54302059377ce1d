"""From one figure to another, and so much for each: 3-5个工作日 is 三到五个工作日, 100元/月 is 一百元每月."""

from __future__ import annotations

import re
from decimal import Decimal

from voice.spoken.digits import names_digits
from voice.spoken.rule import NUMBER, Rule

_MARK = r"[¥￥$€£]"
_LARGE = "万亿千百"
_LEFT = re.compile(
    rf"(?<![\d.,/:：A-Za-z+-])(?P<mark>{_MARK}\s*|(?:CNY|RMB|USD|HKD|EUR|GBP)\s*)?"
    rf"(?P<number>{NUMBER})(?P<unit>[%％‰元块{_LARGE}]+|\s*yuan)?$"
)
_RIGHT = re.compile(
    rf"(?P<mark>{_MARK})?\s*(?P<number>{NUMBER})(?!\d|[.,]\d|[-−/:：]\d)"
    r"(?P<unit>\s*[个笔条位项名页次种张天日号周月季年时小分秒元块万亿千百倍期折人岁级步层点家份股行美港欧英℃%％‰]"
    r"|\s*(?:yuan|CNY|RMB|USD|percent|[ap]\.?m|(?:(?:working|business|calendar|bank)\s+)?"
    r"(?:min|minute|hour|day|week|month|quarter|year|time|second|page|step|item|payment|transfer|account|people|digit"
    r"|character|letter)s?)\b)?"
)
_PLACES = re.compile(r"(?:第|\b(?:pages?|steps?))\s*$")
_EACH_ZH = "月年日天笔次人户张季周份股"


def _to(match: re.Match[str], chinese: bool) -> str | None:
    """A hyphen is a range between rising figures that something is counted or measured by; else a number's own."""
    left = _LEFT.search(match.string, 0, match.start())
    right = _RIGHT.match(match.string, match.end())
    if left is None or right is None or names_digits(match.string[: left.start()]):
        return None
    places = _PLACES.search(match.string, 0, left.start())
    if not (left["mark"] or left["unit"] or right["unit"] or places) or (right["mark"] and not left["mark"]):
        return None
    low, high = (side["number"].replace(",", "") for side in (left, right))
    if any(re.match(r"0\d", figure) for figure in (low, high)):
        return None
    scaled = any(set(side["unit"] or "") & set(_LARGE) for side in (left, right))
    if not scaled and Decimal(low) >= Decimal(high):
        return None
    return "到" if chinese else " to "


def _each(match: re.Match[str], chinese: bool) -> str:
    return "每" if chinese else " per "


RANGE_RULES: tuple[Rule, ...] = (
    Rule("range", re.compile(rf"(?P<gap> ?)[-−–—~～](?P=gap)(?={_MARK}?\s?\d)"), _to),
    Rule(
        "for each",
        re.compile(rf"(?<=[\d元块钱%％‰笔次户人张])\s*/\s*(?=[{_EACH_ZH}]|小时)"),
        _each,
        "zh",
    ),
    Rule(
        "for each",
        re.compile(
            r"(?:(?<=[\d%])|(?<=yuan)|(?<=CNY|RMB|USD))\s*/\s*"
            r"(?=(?:hour|day|week|month|quarter|year|transfer|payment|transaction|item|person|account)\b)"
        ),
        _each,
        "en",
    ),
)
