"""CON-04: colour is never the only sign of a choice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accessibility.checks.frame import Frame
from accessibility.checks.kinds import CHECKABLE, named
from accessibility.checks.pixels import cut, ratios
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

ENOUGH = 3.0
"""Contrast between the same pixel chosen and not: luminance, which every kind of colour vision keeps."""

NOTHING = 1.3
"""Below this contrast everywhere, only the hue has changed."""

LEAST = 12
"""So many pixels of that contrast make a mark that can be seen."""

RIM_DP = 6.0
"""The rim may show the focus and is left out, in dp."""

RULE = Rule(
    id="CON-04",
    requirement="What is chosen differs from what is not by lightness, shape or words, not by hue alone.",
    requirement_zh="选中等状态不仅以颜色区分。",
    tags=("W1.4.1/A", "AG1.4", "EN4.2.3"),
    who=("CB", "B", "LV", "O"),
    impact=Impact.SERIOUS,
    help="One man in twelve does not tell red from green; a grey screen tells no hue at all.",
    how_to_fix="Add a mark: a dot, a tick, a thicker outline, a word.",
    limits="One choice in two pictures, chosen and not, without its rim. Errors and signs of amounts are not compared.",
    mode=Mode.SEMI,
    needs=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.walk is not None
    frames = (*(stop.frame for stop in screen.walk.stops), *screen.frames)
    rim = round(RIM_DP * screen.density)
    for node in screen.actionable:
        if node.role not in CHECKABLE:
            continue
        pair = _pair(node, frames)
        if pair is None:
            continue
        (one, first), (other, second) = pair
        assert one.bounds is not None
        assert other.bounds is not None
        contrast = ratios(cut(first.image, one.bounds, rim), cut(second.image, other.bounds, rim))
        marked, best = int((contrast >= ENOUGH).sum()), float(np.max(contrast, initial=1.0))
        evidence = {"measured": float(marked), "limit": float(LEAST), "unit": "px of 3:1", "frame": first}
        if marked >= LEAST:
            yield passed(node, **evidence)
        elif best < NOTHING:
            yield failed(node, f"{named(node)} looks alike chosen and not, but for its hue", **evidence)
        else:
            yield cant_tell(node, Doubt.MAY_BE_MEANT, f"{named(node)} hardly changes when it is chosen", **evidence)


def _pair(node: Seen, frames: tuple[Frame, ...]) -> tuple[tuple[Seen, Frame], tuple[Seen, Frame]] | None:
    """The node chosen and not chosen, in one place."""
    seen = [(frame.by_ref[node.ref], frame) for frame in frames if node.ref in frame.by_ref]
    for one in seen:
        for other in seen:
            differ = "checked" in one[0].states and "checked" not in other[0].states
            if differ and one[0].bounds == other[0].bounds and _in_sight(one[0], one[1]):
                return one, other
    return None


def _in_sight(node: Seen, frame: Frame) -> bool:
    if node.bounds is None:
        return False
    x, y, width, height = node.bounds
    return x >= 0 and y >= 0 and x + width <= frame.image.width and y + height <= frame.image.height
