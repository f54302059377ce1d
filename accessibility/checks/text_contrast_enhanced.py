"""CON-02: the high-contrast theme reaches the enhanced level."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.text_strength import judge

RULE = Rule(
    id="CON-02",
    requirement="In the high-contrast theme text contrasts with its background by 7:1, large text by 4.5:1.",
    requirement_zh="高对比度主题中，文字与背景的对比度不低于 7:1，大字不低于 4.5:1。",
    tags=("W1.4.6/AAA", "EN11.7"),
    who=("LV", "O"),
    impact=Impact.SERIOUS,
    help="Who chose this theme needs it.",
    how_to_fix="Use pure light on pure dark in this theme.",
    limits="As for CON-01.",
    tolerance="0.01 of the ratio",
    applies=lambda screen: screen.theme == "high_contrast",
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from judge(screen, ordinary=7.0, large=4.5)
