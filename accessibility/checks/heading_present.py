"""SEM-13: a screen has a heading."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-13",
    requirement="Every screen has at least one heading, with words.",
    requirement_zh="每个页面至少有一个标题。",
    tags=("W1.3.1/A", "W2.4.6/AA", "W2.4.10/AAA"),
    who=("B",),
    impact=Impact.MODERATE,
    help="Readers jump from heading to heading, and land on one after a change of screen.",
    how_to_fix="Use the role heading for the screen's title.",
    limits="Levels are judged by SEM-13.level.",
)


def check(screen: Screen) -> Iterator[Finding]:
    if not screen.nodes:
        return
    headings = [node for node in screen.nodes if node.role == "heading" and node.name.strip()]
    evidence = {"measured": float(len(headings)), "limit": 1.0, "unit": "headings"}
    if headings:
        yield passed(headings[0], **evidence)
    else:
        yield failed(None, "no heading with words on this screen", **evidence)
