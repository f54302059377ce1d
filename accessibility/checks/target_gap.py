"""TGT-02.gap: targets keep a distance."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import gap, in_a_sentence

LIMIT_DP = 8.0

RULE = Rule(
    id="TGT-02.gap",
    requirement="Neighbouring targets are at least 8 dp apart.",
    requirement_zh="相邻点击目标的间距不小于 8 dp。",
    tags=("HIG-G", "W2.5.8/AA"),
    who=("M", "O"),
    impact=Impact.MINOR,
    help="Between two targets there must be room for a finger that misses.",
    how_to_fix="Put spacing of one step (8 dp) between controls.",
    limits="Nested targets are SEM-22's business.",
    tolerance="1 dp",
    needs=frozenset({Need.PLACES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        inside = {item.ref for item in node.walk()} | {item.ref for item in screen.above(node)}
        others = [
            other
            for other in screen.actionable
            if other.ref not in inside and other.bounds is not None and screen.together(node, other)
        ]
        if node.bounds is None or not others:
            continue
        box = node.bounds
        nearest = min(others, key=lambda other: gap(box, other.bounds or box))
        space = screen.dp(gap(box, nearest.bounds or box))
        evidence = {"measured": round(space, 1), "limit": LIMIT_DP, "unit": "dp"}
        if space >= LIMIT_DP - 1:
            yield passed(node, **evidence)
        elif in_a_sentence(screen, node):
            yield passed(node, "a link in a text, with the words of the text around it", **evidence)
        else:
            yield failed(node, f"{named(node)} is {space:.0f} dp from {named(nearest)}", **evidence)
