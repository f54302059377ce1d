"""SEM-12: reading order is stable and follows the geometry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accessibility.checks.kinds import named
from accessibility.checks.order import stands_before
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-12",
    requirement="The reading order of the tree follows the visual order and is the same at every reading.",
    requirement_zh="阅读顺序与视觉顺序一致，且每次读取都相同。",
    tags=("W1.3.2/A", "W2.4.3/A", "ATF:TraversalOrderCheck", "ACC:ParentChildIndexMatch"),
    who=("B", "LV"),
    impact=Impact.SERIOUS,
    help="What is read next is not what stands next, or changes from one reading to the next.",
    how_to_fix="Add widgets in the order in which they are to be read, or override a11y_children.",
    limits="A thing that stands above the one read before it is shown to a person; an order that changes fails.",
    mode=Mode.SEMI,
    needs=frozenset({Need.REREAD}),
)


def check(screen: Screen) -> Iterator[Finding]:
    if not screen.nodes:
        return
    orders = _orders(screen.rereads)
    evidence = {"measured": float(len(orders)), "limit": 1.0, "unit": f"orders in {len(screen.rereads)} readings"}
    if len(orders) > 1:
        yield failed(None, f"the order of the tree changed: {len(orders)} orders", **evidence)
    elif screen.nodes:
        yield passed(None, "the same order every time", **evidence)
    leaves = [node for node in screen.nodes if not node.children and node.bounds is not None]
    for before, after in pairwise(leaves):
        if screen.together(before, after) and stands_before(after, before):
            yield cant_tell(after, Doubt.ORDER, f"{named(after)} is read after {named(before)} but stands before it")


def _orders(readings: tuple[tuple[str, ...], ...]) -> set[tuple[str, ...]]:
    """Of what is there in every reading: a message that comes and goes changes the order of nothing else.

    Where no more than half of it stays, all is made anew each time, and no reader finds again what he has read.
    """
    stays = set.intersection(*map(set, readings)) if readings else set()
    if 2 * len(stays) <= min(map(len, readings), default=0):
        return set(readings)
    return {tuple(ref for ref in reading if ref in stays) for reading in readings}
