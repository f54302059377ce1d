"""SEM-11.tap: the middle of a control's bounds is that control."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-11.tap",
    requirement="A tap in the middle of the bounds that are told reaches that control and no other.",
    requirement_zh="点按所告知边界的中心即作用于该控件本身。",
    tags=("EN11.5.2.5", "AXW:BoundingRectangle"),
    who=("B", "LV", "M"),
    impact=Impact.CRITICAL,
    help="Touch exploration, switch software and voice control tap where the bounds say the control is.",
    how_to_fix="Tell bounds in window pixels after layout and scrolling, and let nothing lie over the control.",
    limits="Tapped: fields in sight, which take the focus, and one choice, which becomes chosen. Buttons could act.",
    needs=frozenset({Need.POINTER}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for tap in screen.taps:
        if tap.answered:
            yield passed(tap.node)
        else:
            yield failed(tap.node, f"a tap in the middle of {named(tap.node)} did not reach it")
