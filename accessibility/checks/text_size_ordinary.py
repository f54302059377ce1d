"""TXT-04: no text is smaller than the platforms' minimum."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.text_size import sizes

RULE = Rule(
    id="TXT-04",
    requirement="No text is smaller than 12 dp at the ordinary size.",
    requirement_zh="标准字号下文字不小于 12 dp。",
    tags=("HIG-G", "HIG-A"),
    who=("LV", "O"),
    impact=Impact.MODERATE,
    help="Small text is the first thing that tired eyes lose.",
    how_to_fix="Take sizes from the type scale.",
    limits="Estimated from the height of the ink.",
    tolerance="12 %",
    applies=lambda screen: screen.scale < 1.5,
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 12.0)
