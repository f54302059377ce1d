"""SEM-21.between: what changed between two readings was told."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-21.between",
    requirement="Another name, value, text, place or other children of what stays on the screen are told by events.",
    requirement_zh="名称、取值、文字、位置与子项的变化以事件方式通知辅助技术。",
    tags=("EN11.5.2.15", "W4.1.2/A"),
    who=("B",),
    impact=Impact.CRITICAL,
    help="A reader that remembers the tree, as all do, reads yesterday's words until it is told.",
    how_to_fix="Change the widget's own properties; the engine sends the difference.",
    limits="Looked at between two screens of the audit, of what is there on both.",
    needs=frozenset({Need.CHANGES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.changes is not None
    for change in screen.changes:
        if change.late is None:
            yield failed(change.node, f"{named(change.node)} has another {change.what}, and no event told it")
        else:
            yield passed(change.node, f"another {change.what} was told")
