"""SEM-08: numbers have their ends."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import SCALES, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-08",
    requirement="Values of sliders, spin buttons and progress bars are told with their minimum and maximum.",
    requirement_zh="数值控件告知当前值、最小值与最大值。",
    tags=("W4.1.2/A", "EN11.5.2.7", "EN11.5.2.17", "AXW:ProgressBarRangeValue"),
    who=("B", "M"),
    impact=Impact.SERIOUS,
    help="“40” says nothing unless it is known of how much; switch software steps between the ends.",
    how_to_fix="Give the widget min, max and value; a progress without an end is busy, not a bar.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role in SCALES and not {"indeterminate", "busy"} & node.states:
            lack = _lack(node)
            yield failed(node, f"{named(node)} {lack}") if lack else passed(node, measured=node.value)


def _lack(node: Seen) -> str:
    if node.value is None or node.range is None:
        return "tells no value"
    low, high = node.range
    if low >= high:
        return f"goes from {low:g} to {high:g}"
    if not low <= node.value <= high:
        return f"has the value {node.value:g} outside of {low:g} to {high:g}"
    return ""
