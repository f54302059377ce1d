"""TGT-01: no target is below the floor."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Need, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import sizes

RULE = Rule(
    id="TGT-01",
    requirement="No target is smaller than 24 by 24 dp unless nothing else is near.",
    requirement_zh="点击目标不小于 24×24 dp，除非周围没有其他目标。",
    tags=("W2.5.8/AA", "AXE:target-size"),
    who=("M", "LV", "O"),
    impact=Impact.SERIOUS,
    help="A trembling hand presses the neighbour.",
    how_to_fix="Make the widget larger; its label may stay as it is.",
    tolerance="1 dp",
    needs=frozenset({Need.PLACES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from sizes(screen, 24.0, excused_by_space=True)
