"""TXT-02: the largest text size is large enough."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.text_size import sizes

RULE = Rule(
    id="TXT-02",
    requirement="At the largest text size (300 %) text is at least 30 dp.",
    requirement_zh="最大字号（300%）下文字不小于 30 dp。",
    tags=("AG1.1",),
    who=("LV", "O"),
    impact=Impact.MODERATE,
    help="The ageing-friendly specification asks for a largest size of 30 dp or more.",
    how_to_fix="Let texts grow with the scale, those of fixed strips too.",
    limits="Estimated from the height of the ink.",
    tolerance="12 %",
    applies=lambda screen: screen.scale >= 3.0,
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 30.0)
