"""SEM-15: what changes by itself says that it does."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import LIVE, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-15",
    requirement="Status lines, logs and alerts are live: the platform tells how urgently, alerts at once.",
    requirement_zh="状态、日志与警告区域已标明为实时区域，变化会主动告知。",
    tags=("W4.1.3/AA", "EN11.4.1.3.1", "EN11.5.2.15"),
    who=("B", "LV"),
    impact=Impact.SERIOUS,
    help="A result, an error or a new message that is not told is found by chance.",
    how_to_fix="Use the roles status, log or alert; where a11y_live is set beside them, polite or assertive, and "
    "assertive for an alert.",
    limits="Judged where the urgency is told: without it readers go by the role. For the events see SEM-15.event.",
)

_POLITE, _URGENT = frozenset({"polite", "assertive"}), frozenset({"assertive"})


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role not in LIVE or not _live(node):
            continue
        if _live(node) in (_URGENT if node.role == "alert" else _POLITE):
            yield passed(node)
        else:
            yield failed(node, f"{named(node)} tells {_live(node)!r} of how urgently its changes are to be told")


def _live(node: Seen) -> str:
    return node.attributes.get("live", "") or node.attributes.get("container-live", "")
