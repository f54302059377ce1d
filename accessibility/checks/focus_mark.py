"""What changes on the screen when a control gets the focus: shared by KBD-04 and KBD-05."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from accessibility.checks.frame import Frame
from accessibility.checks.pixels import cut, ratios
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

REACH_DP = 8.0
"""The mark may stand outside the control: so far around it, in dp, is looked at."""

ENOUGH = 3.0
"""WCAG 2.4.13: contrast between the same pixels with and without focus."""


@dataclass(frozen=True)
class Mark:
    """A focused control and its mark. Counts are of pixels; None when it was never seen without the focus.

    `aligned`: the two pictures are of different places (the screen had scrolled), so that text may differ by a
    fraction of a pixel and only strong changes mean something.
    """

    node: Seen
    frame: Frame
    changed: int | None
    contrasting: int = 0
    best: float = 1.0
    aligned: bool = False

    @property
    def wanted(self) -> float:
        """Area of a line 2 px thick around the control (WCAG 2.4.13), in px²."""
        assert self.node.bounds is not None
        _, _, width, height = self.node.bounds
        return 4.0 * (width + height)


def marks(screen: Screen) -> Iterator[Mark]:
    """One for each control that had the focus in the walk."""
    assert screen.walk is not None
    seen: set[str] = set()
    for stop in screen.walk.stops:
        for node in stop.focused:
            if node.ref in seen or node.bounds is None:
                continue
            seen.add(node.ref)
            yield _mark(screen, node, stop.frame)


def _mark(screen: Screen, node: Seen, frame: Frame) -> Mark:
    without = _without_focus(screen, node)
    if without is None or node.bounds is None:
        return Mark(node, frame, None)
    same, picture = without
    assert same.bounds is not None
    reach = -round(REACH_DP * screen.density)
    one, other = cut(frame.image, node.bounds, reach), cut(picture.image, same.bounds, reach)
    if one.shape != other.shape:
        return Mark(node, frame, None)
    if one.size == 0:
        return Mark(node, frame, 0)
    contrast = ratios(one, other)
    changed = int((one != other).any(axis=2).sum())
    aligned = same.bounds != node.bounds
    return Mark(node, frame, changed, int((contrast >= ENOUGH).sum()), float(np.max(contrast)), aligned)


def _without_focus(screen: Screen, node: Seen) -> tuple[Seen, Frame] | None:
    """The same control without focus: at the same place, else wherever it was seen whole in the same size."""
    assert screen.walk is not None
    for frame in (*(stop.frame for stop in screen.walk.stops), *screen.frames):
        same = frame.by_ref.get(node.ref)
        if same is not None and same.bounds == node.bounds and "focused" not in same.states:
            return same, frame
    sight = screen.sight(node)
    if sight is None or not sight.whole or "focused" in sight.node.states or node.bounds is None:
        return None
    return (sight.node, sight.frame) if sight.box[2:] == node.bounds[2:] else None
