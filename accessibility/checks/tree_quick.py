"""SEM-24: the tree is read quickly."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.frame import Frame
from accessibility.checks.rule import Doubt, Finding, Impact, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

LIMIT = 1.0
"""Seconds for a tree of up to 500 nodes, and so much more for each further 500."""

READINGS = 3
"""From so many readings on, the quickest says more of the program than of the machine."""

RULE = Rule(
    id="SEM-24",
    requirement="The whole tree of a screen can be read within a second for 500 nodes.",
    requirement_zh="整个无障碍树可以快速读取（500 个节点不超过 1 秒）。",
    tags=("OWN",),
    who=("B",),
    impact=Impact.MODERATE,
    help="A reader that waits is silent, and its user does not know why.",
    how_to_fix="Keep work off the thread that answers the platform; tell long lists in parts.",
    limits="It fails when even the quickest of several readings was too slow; a slow first one alone may be the "
    "machine's fault and goes to a person.",
    version="1.1",
    uses=frozenset({Need.WALK}),
)


def check(screen: Screen) -> Iterator[Finding]:
    readings = [frame.seconds for frame in _frames(screen) if frame.seconds > 0]
    if not readings:
        return
    limit, first, least = LIMIT * max(1.0, len(screen.nodes) / 500), readings[0], min(readings)
    evidence = {"measured": round(first, 3), "limit": limit, "unit": "s"}
    slow = f"{len(screen.nodes)} nodes took {first:.1f} s to read"
    if first <= limit:
        yield passed(None, **evidence)
    elif least > limit and len(readings) >= READINGS:
        yield failed(None, f"{slow}, and {least:.1f} s at the quickest of {len(readings)} times", **evidence)
    else:
        yield cant_tell(None, Doubt.BUSY, slow, **evidence)


def _frames(screen: Screen) -> Iterator[Frame]:
    """Every moment at which the tree was read."""
    yield from screen.frames
    yield from (stop.frame for stop in screen.walk.stops) if screen.walk is not None else ()
