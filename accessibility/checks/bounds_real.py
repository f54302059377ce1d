"""SEM-11: bounds are real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.checks.kinds import LIVE, is_actionable, is_text_leaf, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

LEAST_AREA = 25.0
"""AXW BoundingRectangleSizeReasonable, in square pixels."""

RULE = Rule(
    id="SEM-11",
    requirement="Bounds are real: positive area, inside the window's width, and no two controls at one place.",
    requirement_zh="控件边界真实：面积为正，在窗口之内，且不与其他控件重合。",
    tags=("EN11.5.2.5", "AXW:BoundingRectangle", "ATF:DuplicateClickableBoundsCheck"),
    who=("B", "LV", "M"),
    impact=Impact.SERIOUS,
    help="Magnifiers follow the bounds, and touch exploration and switch scanning point with them.",
    how_to_fix="Lay the widget out before it is told, and hide from the tree what is not shown.",
    limits="A log, list or status that holds nothing yet has no height. Above and below the window is right for what "
    "can be scrolled to; TXT-01 asks whether it can.",
    tolerance="1 px",
)


def check(screen: Screen) -> Iterator[Finding]:
    width, _height = screen.size
    places = Counter(node.bounds for node in screen.actionable)
    for node in screen.nodes:
        if node.bounds is None or _waits(node):
            continue
        x, _y, w, h = node.bounds
        area = {"measured": float(w * h), "limit": LEAST_AREA, "unit": "px²"}
        if w <= 0 or h <= 0 or w * h < LEAST_AREA:
            yield failed(node, f"{named(node)} is {w} by {h} px", **area)
        elif x < -1 or x + w > width + 1:
            yield failed(node, f"{named(node)} goes from {x} to {x + w} px in a window {width} px wide",
                         measured=float(max(-x, x + w - width)), limit=1.0, unit="px outside")  # fmt: skip
        elif node in screen.actionable and places[node.bounds] > 1:
            yield failed(node, f"{named(node)} has the same bounds as another control")
        else:
            yield passed(node, **area)


def _waits(node: Seen) -> bool:
    """Whether it is there only to be filled, or an item of a long list that gets its place when it is scrolled to."""
    if node.bounds == (0, 0, 0, 0) and "setsize" in node.attributes and "showing" not in node.states:
        return True
    inside = (inner for inner in node.walk() if inner is not node)
    return node.role in LIVE | {"list"} and not any(is_actionable(inner) or is_text_leaf(inner) for inner in inside)
