"""SEM-24: the tree is read quickly."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, passed
from accessibility.checks.screen import Screen

LIMIT = 1.0
"""Seconds for a tree of up to 500 nodes, and so much more for each further 500."""

RULE = Rule(
    id="SEM-24",
    requirement="The whole tree of a screen can be read within a second for 500 nodes.",
    requirement_zh="整个无障碍树可以快速读取（500 个节点不超过 1 秒）。",
    tags=("OWN",),
    who=("B",),
    impact=Impact.MODERATE,
    help="A reader that waits is silent, and its user does not know why.",
    how_to_fix="Keep work off the thread that answers the platform; tell long lists in parts.",
    limits="The first reading of the screen is timed; on a busy machine that says more of the machine.",
    mode=Mode.SEMI,
)


def check(screen: Screen) -> Iterator[Finding]:
    seconds = screen.frame.seconds
    if seconds <= 0:
        return
    limit = LIMIT * max(1.0, len(screen.nodes) / 500)
    evidence = {"measured": round(seconds, 3), "limit": limit, "unit": "s"}
    if seconds <= limit:
        yield passed(None, **evidence)
    else:
        yield cant_tell(None, Doubt.BUSY, f"{len(screen.nodes)} nodes took {seconds:.1f} s to read", **evidence)
