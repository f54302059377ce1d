"""How large targets are: shared by TGT-01, TGT-02 and TGT-03."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from accessibility.checks.frame import Box
from accessibility.checks.kinds import TEXTS, named
from accessibility.checks.rule import Finding, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

TOLERANCE_DP = 1.0


def sizes(screen: Screen, limit: float, excused_by_space: bool = False) -> Iterator[Finding]:
    """A finding for each target: its smaller side in dp against `limit`."""
    for node in screen.actionable:
        if node.bounds is None:
            continue
        side = screen.dp(min(node.bounds[2], node.bounds[3]))
        evidence = {"measured": round(side, 1), "limit": limit, "unit": "dp"}
        sight = screen.sight(node)
        if sight is not None:
            evidence["frame"] = sight.frame
        if side >= limit - TOLERANCE_DP:
            yield passed(node, **evidence)
        elif in_a_sentence(screen, node):
            yield passed(node, "a link in a text, which is as high as its line", **evidence)
        elif excused_by_space and _stands_alone(screen, node, limit):
            yield passed(node, "small, but nothing else is near", **evidence)
        else:
            yield failed(node, f"{named(node)} is {screen.dp(node.bounds[2]):.0f} by "
                         f"{screen.dp(node.bounds[3]):.0f} dp", **evidence)  # fmt: skip


def in_a_sentence(screen: Screen, node: Seen) -> bool:
    """WCAG 2.5.8, inline: the size of a link in a text, and what stands beside it, is the line's to say."""
    above = next(screen.above(node), None)
    return node.role == "link" and above is not None and above.role in TEXTS


def gap(one: Box, other: Box) -> float:
    """Free space between two boxes in pixels; 0 when they touch or overlap."""
    x, y, w, h = one
    left, top, width, height = other
    across = max(left - (x + w), x - (left + width), 0)
    down = max(top - (y + h), y - (top + height), 0)
    return hypot(across, down)


def _stands_alone(screen: Screen, node: Seen, diameter: float) -> bool:
    """WCAG 2.5.8: a circle of that diameter around the centre meets no other target and no other such circle."""
    assert node.bounds is not None
    centre, reach = _centre(node.bounds), diameter * screen.density
    for other in screen.actionable:
        if other.ref == node.ref or other.bounds is None or not screen.together(node, other):
            continue
        small = min(other.bounds[2:]) < reach
        if gap(centre, other.bounds) < reach / 2 or (small and gap(centre, _centre(other.bounds)) < reach):
            return False
    return True


def _centre(box: Box) -> Box:
    x, y, width, height = box
    return (x + width // 2, y + height // 2, 0, 0)
