"""SEM-13.level: heading levels are not skipped."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-13.level",
    requirement="Headings tell their level from 1 to 6, and going down no level is skipped.",
    requirement_zh="标题级别完整，逐级递进不跳级。",
    tags=("W1.3.1/A", "W2.4.10/AAA", "AXW:HeadingLevelDescendsWhenNested"),
    who=("B",),
    impact=Impact.MINOR,
    help="The levels are the table of contents that a reader's user moves in.",
    how_to_fix="Give the screen's title a11y_level 1, its parts 2, and so on.",
    limits="Where the platform tells no level at all the rule does not apply.",
)


def check(screen: Screen) -> Iterator[Finding]:
    headings = [node for node in screen.nodes if node.role == "heading"]
    if not any(node.attributes.get("level") for node in headings):
        return
    before = 0
    for node in headings:
        level = _level(node)
        if not 1 <= level <= 6:
            yield failed(node, f"{named(node)} tells the level {node.attributes.get('level', '')!r}")
            continue
        evidence = {"measured": float(level), "limit": float(before + 1), "unit": "level"}
        if level > before + 1:
            yield failed(node, f"{named(node)} has level {level} after level {before}", **evidence)
        else:
            yield passed(node, **evidence)
        before = level


def _level(node: Seen) -> int:
    told = node.attributes.get("level", "")
    return int(told) if told.isdigit() else 0
