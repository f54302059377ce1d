"""Compares cn2an, wetext and voice.numbers on Chinese money and numbers, and prints a Markdown table.

The expected values come from how each text is built, not from any of the three. wetext is no
dependency of the product: ``pip install wetext`` first, or its column is left empty.
"""

from __future__ import annotations

import importlib
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

import cn2an

from voice.numbers import parse_amount, say_amount

_DIGITS = "零一二三四五六七八九"
_ODD: dict[str, int | None] = {
    "两千五": 250000, "三百五": 35000, "一万二": 1200000, "1.5万": 1500000, "三点五万": 3500000,
    "十一万零五百零七": 11050700, "五块钱": 500, "三块半": 350, "五毛五": 55, "三块二五": 325,
    "五块零五": 505, "幺": 100, "两": 200, "百万": 100000000, "一亿二": 12000000000, "1万2千": 1200000,
    "2千5": 250000, "¥1234.5": 123450, "1,234.50": 123450, "¥1,234,567.89": 123456789, "500元": 50000,
    "五百 块 钱": 50000, "一千 二百 三十 四 元 五角": 123450, "人民币五百元整": 50000, "十五块": 1500,
    "一百一": 11000, "一百一十": 11000, "两万五千三": 2530000, "三分": 3, "八角": 80, "零点五元": 50,
    "两三百": None, "五百多块": None, "负五百": None, "-500": None, "一二三四五六七八九零一二三四": None,
    "1.234元": None, "三点五元五角": None, "张三": None, "元": None, "五百左右": None, "二三块": None,
    "一亿零八千三百七十四元六角一分": 10000837461, "伍佰圆整": 50000, "壹万贰仟叁佰肆拾伍元陆角柒分": 1234567,
    "半块": 50, "五百整": 50000, "伍佰伍": None, "一整": None,
}  # fmt: skip


def _read(value: int) -> str:
    """An independent reader of whole numbers below a hundred million, by the rule of sections of four."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return _read(high) + "万" + (gap + _section(low) if low else "")
    said = _section(value)
    return said[1:] if said.startswith("一十") else said


def _section(value: int) -> str:
    said, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            said += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(said)
    return said or "零"


def cases() -> list[tuple[str, str, int | None]]:
    """Rows (kind, text, cents), more than two hundred of them, the same in every run."""
    rng = random.Random(20240501)  # noqa: S311 - a repeatable sample, no secret
    rows: list[tuple[str, str, int | None]] = [("odd forms", text, cents) for text, cents in _ODD.items()]
    for _ in range(50):
        yuan = int(10 ** rng.uniform(0, 7.9))
        jiao, fen = rng.randint(1, 9), rng.randint(1, 9)
        rows += [
            ("whole number", _read(yuan), yuan * 100),
            ("元/块", _read(yuan) + rng.choice(["元", "块", "块钱"]), yuan * 100),
            ("角 and 分", f"{_read(yuan)}元{_DIGITS[jiao]}角{_DIGITS[fen]}分", yuan * 100 + jiao * 10 + fen),
            ("点", f"{_read(yuan)}点{_DIGITS[jiao]}{_DIGITS[fen]}", yuan * 100 + jiao * 10 + fen),
            ("figures", f"¥{yuan}.{jiao}{fen}", yuan * 100 + jiao * 10 + fen),
        ]
    return rows


def _cents(text: str) -> int | None:
    try:
        return int(Decimal(text) * 100)
    except InvalidOperation:
        return None


def hear_cn2an(text: str) -> int | None:
    """cn2an alone, smart mode."""
    try:
        return _cents(str(cn2an.cn2an(text.replace(" ", ""), "smart")))
    except (ValueError, KeyError):
        return None


def hear_wetext() -> Callable[[str], int | None] | None:
    """wetext's inverse normalisation, its 元/块/¥ taken off; None when it is not installed."""
    try:
        wetext = importlib.import_module("wetext")
    except ImportError:
        return None
    inverse = wetext.Normalizer(lang="zh", operator="itn")

    def hear(text: str) -> int | None:
        said = inverse.normalize(text.replace(" ", ""))
        said = re.sub(r"[¥,]|块钱|元|块", "", said)
        scaled = re.fullmatch(r"([\d.]+)万(\d*(?:\.\d+)?)", said)
        return _cents(str(Decimal(scaled[1]) * 10_000 + Decimal(scaled[2] or 0))) if scaled else _cents(said)

    return hear


def say_cn2an(cents: int) -> str:
    """cn2an's sentence transformation of figures."""
    return str(cn2an.transform(f"{cents // 100}.{cents % 100:02d}元", "an2cn"))


def main() -> int:
    """Print the table of hearing, then that of saying."""
    hearers: dict[str, Callable[[str], int | None]] = {"cn2an alone": hear_cn2an}
    wetext = hear_wetext()
    if wetext:
        hearers["wetext"] = wetext
    hearers["voice.numbers"] = lambda text: parse_amount(text, "zh-CN")
    rows = cases()
    total = Counter(kind for kind, _, _ in rows)
    right = {name: Counter(k for k, t, cents in rows if hear(t) == cents) for name, hear in hearers.items()}
    out = [f"| heard ({len(rows)} cases) | " + " | ".join(hearers) + " |", "|---" * (len(hearers) + 1) + "|"]
    out += [
        f"| {kind} ({n}) | " + " | ".join(f"{right[name][kind]}" for name in hearers) + " |"
        for kind, n in total.items()
    ]
    samples = (1, 10, 105, 1050, 123450, 2000000, 10000001, 11050700, 10000837461)
    out += ["", "| said | cn2an | voice.numbers |", "|---|---|---|"]
    out += [f"| {c / 100:.2f} | {say_cn2an(c)} | {say_amount(c, 'zh-CN')} |" for c in samples]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
