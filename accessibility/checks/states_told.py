"""SEM-07: states go with roles and with each other."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import CHECKABLE, FIELDS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-07",
    requirement="States that a role promises are told, and states agree with each other.",
    requirement_zh="角色应有的状态（选中、展开、只读等）已告知平台，且互不矛盾。",
    tags=("W4.1.2/A", "EN11.5.2.5", "EN11.5.2.16", "ACC:StateWithAbility", "ACC:RadioInSet", "ACT:4e8ab6"),
    who=("B",),
    impact=Impact.SERIOUS,
    help="A reader says “checked” or “expanded” from these alone; without them a choice sounds like any button.",
    how_to_fix="Set a11y_checked, a11y_expanded, a11y_selected, a11y_readonly; give a choice the role that it is.",
    limits="That the states agree with what is painted is looked at when the audit chooses (SEM-06, SEM-21).",
)

_ABLE = (
    ("checked", "checkable"),
    ("expanded", "expandable"),
    ("selected", "selectable"),
    ("focused", "focusable"),
)
"""The first state means nothing without the second."""

_PRESSED = frozenset({"toggle button"})
"""It may be pressed instead of checked; readers say "not pressed" by the role alone."""


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        lack = _lack(node)
        if lack:
            yield failed(node, f"{named(node)} {lack}")
        elif node.role in CHECKABLE | FIELDS or any(state in node.states for state, _ in _ABLE):
            yield passed(node)
    for group in screen.nodes:
        chosen = [child for child in group.children if child.role == "radio button" and "checked" in child.states]
        if len(chosen) > 1:
            yield failed(group, f"{len(chosen)} radio buttons of one group are checked",
                         measured=float(len(chosen)), limit=1.0, unit="checked")  # fmt: skip


def _lack(node: Seen) -> str:
    """What is wrong with the states; "" when nothing is."""
    states = node.states
    for state, able in _ABLE:
        if state in states and able not in states:
            return f"is {state} and not {able}"
    if ("enabled" in states) != ("sensitive" in states):
        return "is only one of enabled and sensitive"
    if node.role in CHECKABLE - _PRESSED and "checkable" not in states:
        return "does not say whether it is checked"
    if node.role in ("combo box", "editable combo box") and not {"expandable", "expanded", "collapsed"} & states:
        return "does not say whether it is open"
    if {"editable", "read-only"} <= states:
        return "is editable and read-only"
    if {"single-line", "multi-line"} <= states:
        return "has one line and several"
    return ""
