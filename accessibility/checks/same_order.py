"""SEM-25: the same controls stand in the same order on every screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Outline, Screen

RULE = Rule(
    id="SEM-25",
    requirement="Controls that several screens have stand in the same order on each.",
    requirement_zh="多个页面共有的控件顺序一致。",
    tags=("W3.2.3/AA", "W3.2.4/AA", "W3.2.6/A", "G14(4)"),
    who=("B", "C", "O", "LV"),
    impact=Impact.MODERATE,
    help="Who has learnt a screen by ear or by heart finds home, help and chat where they were.",
    how_to_fix="Make what is common once, and put it at the same place of every screen.",
    limits="Controls are the same when role and name are; those that a screen has twice are left out.",
)


def check(screen: Screen) -> Iterator[Finding]:
    here = _once(screen.outline)
    for name, outline in screen.outlines.items():
        if name == screen.title:
            continue  # no other screen, but this one before: what it suggests now comes in the order of likelihood
        there = _once(outline)
        common = [item for item in here if item in there]
        if len(common) < 2:
            continue
        order = [item for item in there if item in common]
        evidence = {"measured": float(len(common)), "unit": "controls in common"}
        if common == order:
            yield passed(None, f"as on {name!r}", **evidence)
        else:
            moved = next(item for item, other in zip(common, order, strict=True) if item != other)
            yield failed(None, f"{moved[0]} {moved[1]!r} stands elsewhere than on {name!r}", **evidence)


def _once(outline: Outline) -> list[tuple[str, str]]:
    counts = Counter(outline)
    return [item for item in outline if counts[item] == 1 and item[1]]
