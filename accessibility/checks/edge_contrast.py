"""CON-03: the edges of controls contrast with what is beside them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accessibility.checks.frame import Sight
from accessibility.checks.kinds import FIELDS, named
from accessibility.checks.pixels import Pixels, cut, ratios
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

LIMIT = 3.0

BLURRED = 2.0
"""A line of one or two pixels loses so much by anti-aliasing that only below this it is certain to be too faint."""

DEPTH_DP = 6.0
"""How deep from the rim inwards the edge is looked for, in dp."""

RULE = Rule(
    id="CON-03",
    requirement="The edge or fill of a control contrasts with what is next to it by 3:1.",
    requirement_zh="控件边缘与相邻颜色的对比度不低于 3:1。",
    tags=("W1.4.11/AA", "EN11.1.4.11~", "AG1.3"),
    who=("LV", "O"),
    impact=Impact.MODERATE,
    help="A field whose edge cannot be seen is not found, and a target's size cannot be known.",
    how_to_fix="Outline the control in the theme's edge colour, or fill it.",
    limits="Looked for along the middle of each side; the best side counts. A field without an edge fails; a button or "
    "a choice that is known by its words alone, and a thin line blurred by anti-aliasing, are for a person.",
    tolerance="0.01 of the ratio",
    mode=Mode.SEMI,
)


def check(screen: Screen) -> Iterator[Finding]:
    depth = max(3, round(DEPTH_DP * screen.density))
    for node in screen.actionable:
        sight = screen.sight(node)
        if sight is None or not sight.whole:
            continue
        contrast = _edge(sight, depth)
        if contrast is None:
            continue
        evidence = {"measured": contrast, "limit": LIMIT, "unit": ":1", "frame": sight.frame}
        if contrast >= LIMIT - 0.01:
            yield passed(sight.node, **evidence)
        elif node.role in FIELDS and contrast < BLURRED:
            yield failed(sight.node, f"the edge of {named(node)} has {contrast:.2f}:1", **evidence)
        else:
            yield cant_tell(sight.node, Doubt.NO_EDGE, f"the edge of {named(node)} has {contrast:.2f}:1", **evidence)


def _edge(sight: Sight, depth: int) -> float | None:
    """The best contrast across the rim, of all four sides: a thin line is blurred where it lies between pixels."""
    x, y, width, height = sight.box
    if width < 3 * depth or height < 3 * depth:
        return None
    third, half = width // 3, height // 3
    image = sight.frame.image
    level = ((x + third, y - 2, third, depth + 2), (x + third, y + height - depth, third, depth + 2))
    upright = ((x - 2, y + half, depth + 2, half), (x + width - depth, y + half, depth + 2, half))
    strips = [cut(image, box) for box in level] + [cut(image, box).swapaxes(0, 1) for box in upright]
    return max((_steepest(strip) for strip in strips if strip.size), default=None)


def _steepest(strip: Pixels) -> float:
    """Rows of a strip, each by its median colour: the highest contrast of two of them."""
    rows = np.median(strip, axis=1).astype(np.uint8)
    return float(max(ratios(rows[None, :, :], tuple(int(part) for part in row)).max() for row in rows))
