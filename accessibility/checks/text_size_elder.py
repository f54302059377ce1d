"""TXT-03: text is large in the sizes meant for older people."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.text_size import sizes

RULE = Rule(
    id="TXT-03",
    requirement="From text size 150 % on (the sizes for older people) text is at least 18 dp.",
    requirement_zh="大字模式（150% 起）下文字不小于 18 dp。",
    tags=("AG1.1",),
    who=("O", "LV"),
    impact=Impact.MODERATE,
    help="The ageing-friendly specification asks for it.",
    how_to_fix="Let every text grow with the scale.",
    limits="Estimated from the height of the ink. At 300 % the largest texts are judged by TXT-02.",
    tolerance="12 %",
    applies=lambda screen: screen.scale >= 1.5,
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 18.0)
