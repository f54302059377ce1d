"""TGT-02: ordinary targets are large."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import sizes

RULE = Rule(
    id="TGT-02",
    requirement="Every target is at least 44 by 44 dp.",
    requirement_zh="点击目标不小于 44×44 dp。",
    tags=("W2.5.5/AAA", "AG2.1", "HIG-A", "ATF:TouchTargetSizeCheck"),
    who=("M", "O"),
    impact=Impact.MODERATE,
    help="A large target is hit by a stiff finger, a head pointer or a stylus.",
    how_to_fix="Take the height and width of a target from the style.",
    limits="Android asks for 48 dp; the figure here is the one that WCAG and the ageing-friendly specification share.",
    tolerance="1 dp",
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 44.0)
