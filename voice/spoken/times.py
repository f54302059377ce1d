"""Dates and times of day: 2026-11-22 14:05 is 二零二六年十一月二十二日十四点零五分."""

from __future__ import annotations

import re
from datetime import date

from voice.numbers import chinese, english, say_date
from voice.spoken.rule import BEFORE, Rule

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _lang(is_chinese: bool) -> str:
    return "zh" if is_chinese else "en"


def _date(match: re.Match[str], is_chinese: bool) -> str | None:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return say_date(day, _lang(is_chinese))


def _day(match: re.Match[str], is_chinese: bool) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if is_chinese:
        return f"{_counted(month)}月{_counted(day)}{match['unit']}"
    return f"{day} {_MONTHS[month - 1]}"


def _year(match: re.Match[str], is_chinese: bool) -> str:
    return "".join(chinese.DIGITS[int(d)] for d in match["year"]) + match["unit"]


def _month(match: re.Match[str], is_chinese: bool) -> str | None:
    month = int(match["month"])
    return f"{_counted(month)}月" if 1 <= month <= 12 else None


def _time(match: re.Match[str], is_chinese: bool) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"]) if match["second"] else None
    if is_chinese:
        said = f"{_counted_hour(hour)}点"
        said += "整" if not minute and second is None else f"{'零' if 0 < minute < 10 else ''}{_counted(minute)}分"
        return said + (f"{_counted(second)}秒" if second is not None else "")
    past = "o'clock" if not minute else f"oh {english.say_whole(minute)}" if minute < 10 else english.say_whole(minute)
    said = f"{english.say_whole(hour)} {past}"
    return said + (f" and {english.say_whole(second)} second{'' if second == 1 else 's'}" if second else "")


def _counted(number: int) -> str:
    """Months, days and minutes count with 二."""
    return chinese.say_whole(number).replace("两", "二")


def _counted_hour(hour: int) -> str:
    """两点, but 十二点 and 零点."""
    return chinese.say_whole(hour) if hour else "零"


def _until(match: re.Match[str], is_chinese: bool) -> str:
    return "至" if is_chinese else " to "


_DATE = r"(?P<year>(?:19|20|21)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
_TIME = r"(?P<hour>[01]?\d|2[0-4])[:：](?P<minute>[0-5]\d)(?:[:：](?P<second>[0-5]\d))?(?!\d|[:：]\d)"

TIME_RULES: tuple[Rule, ...] = (
    Rule("date", re.compile(BEFORE + _DATE), _date),
    Rule(
        "Chinese date",
        re.compile(rf"{BEFORE}(?P<year>(?:19|20|21)\d\d)年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]"),
        _date,
    ),
    Rule("day", re.compile(rf"{BEFORE}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?P<unit>[日号])"), _day),
    Rule("year", re.compile(rf"{BEFORE}(?P<year>(?:19|20|21)\d\d)(?P<unit>年)"), _year, "zh"),
    Rule("month", re.compile(r"(?<![\d.])(?P<month>\d{1,2})月(?!\d|内|前|后)"), _month, "zh"),
    Rule("time", re.compile(rf"(?<![\d.:：]){_TIME}"), _time),
    Rule(
        "until",
        re.compile(
            r"(?<=[\d日号月年])\s*[~～–—]+\s*(?=[\d¥￥])|(?<=\d)\s+[-−]\s+(?=\d)|(?<=:\d\d)-(?=\d{1,2}:\d\d)"
        ),
        _until,
    ),
)  # fmt: skip
