"""SEM-04: two different controls do not share name and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-04",
    requirement="Two different controls on one screen do not share name and role unless they do the same thing.",
    requirement_zh="同一页面上功能不同的控件，名称与角色不相同。",
    tags=("W2.4.6/AA", "ATF:DuplicateSpeakableTextCheck", "AXW:SiblingUniqueAndFocusable"),
    who=("B", "SP"),
    impact=Impact.MODERATE,
    help="By ear, and by voice command, the two cannot be told apart.",
    how_to_fix="Put into the name what differs: whom or what each of them is about.",
    limits="Whether both do the same thing is for a person to say.",
    mode=Mode.SEMI,
)


def check(screen: Screen) -> Iterator[Finding]:
    counts = Counter((node.role, node.name) for node in screen.actionable if node.name)
    for node in screen.actionable:
        if not node.name:
            continue
        count = counts[node.role, node.name]
        evidence = {"measured": float(count), "limit": 1.0, "unit": "controls"}
        if count > 1:
            yield cant_tell(node, Doubt.SAME_NAME, f"{count} controls are {named(node)}", **evidence)
        else:
            yield passed(node, **evidence)
