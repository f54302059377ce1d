"""SEM-15.event: new words of a live part come with an event, soon."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import LIVE, named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.tried import Change

SOON = 1.0
"""Seconds from the new words to their event."""

RULE = Rule(
    id="SEM-15.event",
    requirement="New words of a status line, a log or an alert come with an event within a second.",
    requirement_zh="状态、日志与警告区域的新内容在一秒内以事件方式告知。",
    tags=("W4.1.3/AA", "EN11.4.1.3.1", "EN11.5.2.15"),
    who=("B", "LV"),
    impact=Impact.CRITICAL,
    help="A result or a new message that no event tells is found by chance, or never.",
    how_to_fix="Change the text of the live widget while it is shown, or add to the log; put no other in its place.",
    limits="Judged where words changed between two screens of the audit, from the moment at which they could be read.",
    tolerance="1 s",
    needs=frozenset({Need.CHANGES}),
)

_WORDS = frozenset({"name", "text", "children"})


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.changes is not None
    for change in screen.changes:
        if change.what in _WORDS and change.node.role in LIVE:
            yield _judge(change)


def _judge(change: Change) -> Finding:
    node, late = change.node, change.late
    if late is None:
        return failed(node, f"{named(node)} has another {change.what}, and no event told it")
    evidence: dict[str, object] = {"measured": round(late, 2), "limit": SOON, "unit": "s"}
    if late > SOON:
        return failed(node, f"{named(node)} told of its other {change.what} late", **evidence)
    return passed(node, **evidence)
