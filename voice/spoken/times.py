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
        said += "整" if not minute and second is None else _minutes(minute)
        return said + (f"{_counted(second)}秒" if second is not None else "")
    past = _past(minute) if minute else "o'clock"
    said = f"{english.say_whole(hour)} {past}"
    return said + (f" and {english.say_whole(second)} second{'' if second == 1 else 's'}" if second else "")


def _half_day(match: re.Match[str], is_chinese: bool) -> str:
    """5pm, 10:05 a.m.: the letters one by one, and in Chinese the part of the day first."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    forenoon = match["half"] in "aA"
    if is_chinese:
        part = "上午" if forenoon else "下午"
        if hour == 12:
            part = "凌晨" if forenoon else "中午"
        return f"{part}{_counted_hour(hour)}点" + (_minutes(minute) if minute else "")
    past = f" {_past(minute)}" if minute else ""
    return f"{english.say_whole(hour)}{past} {'A' if forenoon else 'P'} M"


def _minutes(minute: int) -> str:
    return f"{'零' if 0 < minute < 10 else ''}{_counted(minute)}分"


def _past(minute: int) -> str:
    return f"oh {english.say_whole(minute)}" if minute < 10 else english.say_whole(minute)


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
_HALF_DAY = (
    r"(?<![\d.,:：])(?P<hour>0?[1-9]|1[0-2])(?:[:：](?P<minute>[0-5]\d))?"
    r"\s*(?P<half>[AaPp])(?:[Mm]\b|\.[Mm]\.)"
)
_YEAR = r"(?:19|20|21)\d\d"
_TO = r"[-−~～–—至到]"

TIME_RULES: tuple[Rule, ...] = (
    Rule("date", re.compile(BEFORE + _DATE), _date),
    Rule(
        "Chinese date",
        re.compile(rf"{BEFORE}(?P<year>(?:19|20|21)\d\d)年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]"),
        _date,
    ),
    Rule("day", re.compile(rf"{BEFORE}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?P<unit>[日号])"), _day),
    Rule("year", re.compile(rf"{BEFORE}(?P<year>(?:19|20|21)\d\d)(?P<unit>年)"), _year, "zh"),
    Rule("year, first of two", re.compile(rf"{BEFORE}(?P<year>{_YEAR})(?P<unit>)(?={_TO}{_YEAR}年)"), _year, "zh"),
    Rule("month", re.compile(r"(?<![\d.])(?P<month>\d{1,2})月(?!\d|内|前|后)"), _month, "zh"),
    Rule("half of the day", re.compile(_HALF_DAY), _half_day),
    Rule("time", re.compile(rf"(?<![\d.:：]){_TIME}"), _time),
    Rule(
        "until",
        re.compile(
            r"(?<=[\d日号月年])\s*[~～–—]+\s*(?=[\d¥￥])|(?<=\d)\s+[-−]\s+(?=\d)|(?<=:\d\d)-(?=\d{1,2}:\d\d)"
            r"|(?<=[日号月年])\s*[-−]\s*(?=\d{1,4}[月日号年])|(?<=[AaPp][Mm])\s*[-−–—]\s*(?=\d)"
        ),
        _until,
    ),
)  # fmt: skip
