"""TXT-06: a narrow window needs no scrolling sideways."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import is_actionable, is_text_leaf, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

NARROW_DP = 400.0
"""A window is narrow up to this width: the criterion's own figure is 320 px, which is 1280 px at 400 %."""

RULE = Rule(
    id="TXT-06",
    requirement="In a narrow window everything is within its width, at every text size.",
    requirement_zh="窄窗口中内容自动换行，无需左右滚动。",
    tags=("W1.4.10/AA", "EN11.1.4.10~"),
    who=("LV",),
    impact=Impact.SERIOUS,
    help="Who enlarges fourfold would have to push every line to and fro.",
    how_to_fix="Let rows wrap into lines; scroll upwards and downwards only.",
    limits=f"Windows up to {NARROW_DP:g} dp wide.",
    tolerance="1 px",
    applies=lambda screen: screen.dp(screen.size[0]) <= NARROW_DP,
)


def check(screen: Screen) -> Iterator[Finding]:
    width = screen.size[0]
    for node in screen.nodes:
        if node.bounds is None or not (is_text_leaf(node) or is_actionable(node)):
            continue
        x, _, w, _ = node.bounds
        outside = max(-x, x + w - width, 0)
        evidence = {"measured": float(outside), "limit": 1.0, "unit": "px outside"}
        if outside > 1:
            yield failed(node, f"{named(node)} goes {outside} px beyond a window {width} px wide", **evidence)
        else:
            yield passed(node, **evidence)
