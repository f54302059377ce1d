"""KBD-11: the parts of a screen can be jumped to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

FEW = 7
"""So many controls are stepped through as fast as they are jumped over."""

RULE = Rule(
    id="KBD-11",
    requirement="A screen with many controls has landmarks, and those of one kind have names that differ.",
    requirement_zh="控件较多的页面设有地标区域，同类地标名称不同，可跳过重复内容。",
    tags=("W2.4.1/A", "W1.3.1/A", "ACT:b40fd1", "AXE:landmark-unique", "G14(2)", "G14(3)"),
    who=("B", "M"),
    impact=Impact.MODERATE,
    help="On every screen the same bars are stepped through before the content comes.",
    how_to_fix="Use the roles navigation, main, region, search or form for the parts, and name them.",
    limits="A dialog is a part by itself. How many keys it takes to the first field is not counted.",
    tolerance=f"{FEW} controls",
)


def check(screen: Screen) -> Iterator[Finding]:
    if screen.dialog is not None or not screen.actionable:
        return
    marks = [node for node in screen.nodes if node.role == "landmark"]
    evidence = {"measured": float(len(marks)), "limit": 1.0, "unit": "landmarks"}
    if not marks:
        if len(screen.actionable) > FEW:
            yield failed(None, f"{len(screen.actionable)} controls and no landmark", **evidence)
        return
    counts = Counter(_kind(node) for node in marks)
    for node in marks:
        if counts[_kind(node)] > 1:
            yield failed(node, f"{counts[_kind(node)]} landmarks are {named(node)}")
        else:
            yield passed(node, **evidence)


def _kind(node: Seen) -> tuple[str, str]:
    return node.attributes.get("xml-roles", ""), node.name.strip()
