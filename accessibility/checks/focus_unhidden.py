"""KBD-06: the focused control is in sight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from accessibility.checks.kinds import named
from accessibility.checks.rule import Doubt, Finding, Impact, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.tried import Stop
from accessibility.probe.seen import Seen

RULE = Rule(
    id="KBD-06",
    requirement="A focused control is in sight: inside the window and under nothing that stays in place.",
    requirement_zh="获得焦点的控件不被遮挡。",
    tags=("W2.4.11/AA", "W2.4.12/AAA"),
    who=("LV", "M"),
    impact=Impact.SERIOUS,
    help="The focus is somewhere that cannot be seen.",
    how_to_fix="Scroll the control into view when it gets the focus, clear of fixed bars.",
    limits="Looked at on arrival and after every key of the focus walk. Overlap is judged by the bounds of other "
    "controls; what covers without being in the tree is not seen.",
    tolerance="1 px",
    uses=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    arrival = Stop("arrival", tuple(node for node in screen.nodes if "focused" in node.states), screen.frame)
    for stop in (arrival, *(screen.walk.stops if screen.walk else ())):
        for node in stop.focused:
            if node.bounds is not None:
                yield _verdict(screen, stop, node)


def _verdict(screen: Screen, stop: Stop, node: Seen) -> Finding:
    assert node.bounds is not None
    x, y, width, height = node.bounds
    right, bottom = stop.frame.image.size
    inside = max(0, min(x + width, right) - max(x, 0)) * max(0, min(y + height, bottom) - max(y, 0))
    share = inside / max(1, width * height)
    evidence = {"measured": round(share, 3), "limit": 1.0, "unit": "share in sight", "frame": stop.frame}
    slack = (width + height) / max(1, width * height)
    if share <= 0:
        return failed(node, f"{named(node)} has the focus outside of the window", **evidence)
    if share < 1 - slack and height > bottom:
        return cant_tell(node, Doubt.LARGER_THAN_VIEW, f"{named(node)} is larger than the window", **evidence)
    if share < 1 - slack:
        return failed(node, f"{named(node)} has the focus but is partly outside of the window", **evidence)
    over = _covering(stop, node)
    if over is not None:
        return failed(node, f"{named(node)} has the focus under {named(over)}", **evidence)
    return passed(node, **evidence)


def _covering(stop: Stop, node: Seen) -> Seen | None:
    """A control at the same place that comes later, so is painted over it, and is not inside of it."""
    inside = {below.ref for below in node.walk()}
    later = dropwhile(lambda other: other.ref != node.ref, stop.frame.window.walk())
    for other in later:
        if other.ref not in inside and not other.children and "focusable" in other.states and _overlap(node, other):
            return other
    return None


def _overlap(one: Seen, other: Seen) -> bool:
    assert one.bounds is not None
    if other.bounds is None:
        return False
    x, y, w, h = one.bounds
    left, top, width, height = other.bounds
    return min(x + w, left + width) - max(x, left) > 1 and min(y + h, top + height) - max(y, top) > 1
