"""SEM-06: a role offers the actions it promises, and they work."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import BUTTONS, CHOICES, FIELDS, PRESS, RANGES, is_disabled, named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-06",
    requirement="A role offers the actions it promises, and an action asked for through the platform has its effect.",
    requirement_zh="角色所承诺的操作可用，且通过平台接口执行有效。",
    tags=("EN11.5.2.11", "EN11.5.2.12", "EN4.2.7", "AXW:ButtonShouldHavePatterns"),
    who=("B", "M", "SP"),
    impact=Impact.CRITICAL,
    help="Switch software, voice control and screen readers press controls through these actions.",
    how_to_fix="Use an accessible widget class, or give the action in a11y_actions.",
    limits="Performed: moving the focus, choosing among choices, and the presses with which the audit finds its way. "
    "Other presses could move money and are not tried.",
    uses=frozenset({Need.DEEDS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if not is_disabled(node) and (lack := _lack(node)) is not None:
            yield failed(node, f"{named(node)} {lack}") if lack else passed(node)
    for deed in screen.deeds:
        if deed.worked:
            yield passed(deed.node, f"{deed.action} performed")
        else:
            yield failed(deed.node, f"{deed.action} of {named(deed.node)} was asked for and had no effect")


def _lack(node: Seen) -> str | None:
    """What is missing; "" when nothing is, None when the role promises nothing."""
    if node.role in BUTTONS | CHOICES - {"list item"}:
        if "expanded" in node.states and not node.actions:
            return None  # what it opens is open, and stays so while nothing else is opened (ARIA practices, accordion)
        return "" if PRESS & set(node.actions) else f"offers no press, only {list(node.actions)}"
    if node.role in RANGES:
        return "" if node.range is not None else "has no value that can be set"
    if node.role in FIELDS:
        editable = "editable" in node.states or "read-only" in node.states
        opens = node.role == "combo box" and bool(PRESS & set(node.actions))
        return "" if editable or opens else "is no editable text"
    return None
