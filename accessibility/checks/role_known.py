"""SEM-05: every node has a role that an assistive technology understands."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import PRESS, UNKNOWN, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-05",
    requirement="Every node has a role an assistive technology understands, and never 'unknown'.",
    requirement_zh="每个节点都有辅助技术认识的角色。",
    tags=("W4.1.2/A", "EN11.5.2.5", "ATF:ClassNameCheck", "AXW:LocalizedControlTypeNotCustom"),
    who=("B",),
    impact=Impact.SERIOUS,
    help="A reader does not say what the thing is, and skips it when going from control to control.",
    how_to_fix="Set a11y_role to the ARIA role of what the widget is; a container that acts is a button, not a panel.",
    limits="Says that the role is known, not that it is the right one.",
)

_CONTAINERS = frozenset({"panel", "grouping", "filler", "section", "label", "static"})
"""Roles that promise nothing: wrong for what can be pressed."""


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        acts = bool(PRESS & set(node.actions))
        if node.role in UNKNOWN:
            yield failed(node, f"the platform tells the role {node.role!r}")
        elif acts and node.role in _CONTAINERS:
            yield failed(node, f"{named(node)} can be pressed, but its role says that it cannot")
        elif "editable" in node.states and node.text is None:
            yield failed(node, f"{named(node)} is editable, but gives no text to read")
        else:
            yield passed(node)
