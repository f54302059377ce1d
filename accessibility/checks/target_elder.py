"""TGT-03: targets are larger still in the sizes meant for older people."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import sizes

RULE = Rule(
    id="TGT-03",
    requirement="From text size 150 % on (the sizes for older people) targets are at least 60 by 60 dp.",
    requirement_zh="大字模式（150% 起）下主要组件不小于 60×60 dp。",
    tags=("AG2.1", "TAF114"),
    who=("O", "LV", "M"),
    impact=Impact.MODERATE,
    help="The ageing-friendly specification asks for it of the main components.",
    how_to_fix="Take the height and width of a target from the style, which knows the scale.",
    limits="Which components are main ones is not known here: all are judged.",
    tolerance="1 dp",
    applies=lambda screen: screen.scale >= 1.5,
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 60.0)
