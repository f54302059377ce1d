"""SEM-22: no control inside a control."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import OPERABLE, PRESS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-22",
    requirement="Interactive controls are not nested inside other interactive controls.",
    requirement_zh="可操作控件不嵌套在另一个可操作控件之内。",
    tags=("W4.1.2/A", "AXE:nested-interactive", "ACT:307n5z"),
    who=("B", "SP"),
    impact=Impact.SERIOUS,
    help="Readers treat the outer control as one thing: the inner one cannot be reached, or is pressed by mistake.",
    how_to_fix="Put the two side by side; make the outer one a group.",
)

_OUTER = OPERABLE - {"combo box", "editable combo box"}


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        outer = next((a for a in screen.above(node) if a.role in _OUTER or PRESS & set(a.actions)), None)
        if outer is None:
            yield passed(node)
        else:
            yield failed(node, f"{named(node)} is inside {named(outer)}")
