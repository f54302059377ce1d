"""Dates as they are read aloud."""

from __future__ import annotations

from datetime import date, timedelta

from voice.numbers import chinese

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def say_date(day: date, lang: str, today: date | None = None) -> str:
    """Read a date; with ``today`` given, near days are 今天/昨天 and this year's year is left out."""
    zh = lang.lower().startswith("zh")
    if today is not None and day == today:
        return "今天" if zh else "today"
    if today is not None and day == today - timedelta(days=1):
        return "昨天" if zh else "yesterday"
    with_year = today is None or day.year != today.year
    if not zh:
        return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")
    year = "".join(chinese.DIGITS[int(d)] for d in str(day.year)) + "年" if with_year else ""
    month, number = (chinese.say_whole(n).replace("两", "二") for n in (day.month, day.day))
    return f"{year}{month}月{number}日"
