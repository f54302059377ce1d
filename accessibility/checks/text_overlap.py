"""TXT-01.overlap: texts and controls do not lie on each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from accessibility.checks.frame import Box
from accessibility.checks.kinds import is_actionable, is_text_leaf, named, shown_text
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

SLACK = 2
"""Pixels of rounding."""

RULE = Rule(
    id="TXT-01.overlap",
    requirement="At every text size texts and controls keep clear of each other.",
    requirement_zh="任何字号下文字与控件互不重叠。",
    tags=("W1.4.4/AA", "W1.4.10/AA", "EN4.2.2", "AG1.1", "AXW:BoundingRectangleCompletelyObscuresContainer"),
    who=("LV", "O", "M"),
    impact=Impact.SERIOUS,
    help="One text on another is two that cannot be read, and a control under another cannot be pressed.",
    how_to_fix="Let rows wrap and grow instead of giving them a height.",
    limits="Judged by bounds, among what scrolls and among what stays, never between the two.",
    tolerance=f"{SLACK} px",
    needs=frozenset({Need.PLACES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    leaves = [node for node in screen.nodes if node.bounds and (is_actionable(node) or is_text_leaf(node))
              and shown_text(node).strip() + node.name.strip()]  # fmt: skip
    families = {node.ref: {item.ref for item in (*screen.above(node), *node.walk())} for node in leaves}
    hit: set[str] = set()
    for one, other in combinations(leaves, 2):
        if other.ref in families[one.ref] or not screen.together(one, other):
            continue
        assert one.bounds is not None
        assert other.bounds is not None
        depth = _overlap(one.bounds, other.bounds)
        if depth > SLACK:
            hit |= {one.ref, other.ref}
            yield failed(other, f"{named(other)} lies on {named(one)}",
                         measured=float(depth), limit=float(SLACK), unit="px of overlap")  # fmt: skip
    yield from (passed(node) for node in leaves if node.ref not in hit)


def _overlap(one: Box, other: Box) -> int:
    """How deep two boxes go into each other, in pixels of the smaller direction; 0 when they do not."""
    x, y, w, h = one
    left, top, width, height = other
    return max(0, min(min(x + w, left + width) - max(x, left), min(y + h, top + height) - max(y, top)))
