"""Brings every part of a screen into sight, page by page, and remembers in which frame each node is best seen."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

from accessibility.audit.camera import Camera
from accessibility.checks.kinds import is_actionable
from accessibility.checks.screen import Frame, Sight
from accessibility.probe.atspi import Seen
from accessibility.probe.errors import ProbeError

MOST_PAGES = 40
ENDS = 8
"""So many of the lowest (highest) nodes are asked to come into sight to reach the end: bars do not move."""

SLACK = 1
REST = 0.8
"""Seconds without a change after which a screen asked to scroll is taken not to."""

FRUITLESS = 3
"""After so many pages on which nothing new was seen, what is left is out of reach."""


class Scroller:
    """One screen's frames. `frames[0]` is the screen as it was found."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self.frames: list[Frame] = [camera.frame()]
        self.sights: dict[str, Sight] = {}
        self.scrolled: frozenset[str] = frozenset()
        self._tried: set[str] = set()

    def look_everywhere(self) -> None:
        """Fill `frames`, `sights` and `scrolled`."""
        first = self.frames[0]
        if not _is_crowded(first):
            self._see(first, _leaves(first), 0, first.image.height)
            return
        low = self._to_end(_by_height(first)[-ENDS:])
        high = self._to_end(list(reversed(_by_height(low)[:ENDS])))
        moving = _moved(first, low) | _moved(low, high)
        self.scrolled = frozenset(moving)
        self._see(first, _part(first, moving, moves=False), 0, first.image.height)
        if not moving:
            return
        top = min(node.bounds[1] for node in _leaves(high) if node.ref in moving and node.bounds)
        bottom = max(_bottom(node) for node in _leaves(low) if node.ref in moving)
        top, bottom = max(0, top), min(first.image.height, bottom)
        for frame in (high, low):
            self.frames.append(frame)
            self._see(frame, _part(frame, moving, moves=True), top, bottom)
        self._pages(moving, top, bottom)

    def _pages(self, moving: set[str], top: int, bottom: int) -> None:
        frame, fruitless = self.frames[-1], 0
        for _ in range(MOST_PAGES):
            content = [node for node in _by_height(frame) if node.ref in moving]
            hidden = [node for node in content if node.ref not in self._tried and not self._is_whole(node)]
            if not hidden or fruitless == FRUITLESS:
                return
            first = hidden[0]
            self._tried.add(first.ref)
            page = [node for node in content if _fits(first, node, bottom - top)] or [first]
            self._scroll(first)
            self._scroll(page[-1])
            frame = self._camera.frame_after(frame.image, REST)
            self.frames.append(frame)
            known = len(self._whole)
            self._see(frame, _part(frame, moving, moves=True), top, bottom)
            fruitless = fruitless + 1 if len(self._whole) == known else 0

    @property
    def _whole(self) -> list[str]:
        return [ref for ref, sight in self.sights.items() if sight.whole]

    def _is_whole(self, node: Seen) -> bool:
        sight = self.sights.get(node.ref)
        return sight is not None and sight.whole

    def _see(self, frame: Frame, nodes: Iterable[Seen], top: int, bottom: int) -> None:
        """Note which nodes are in sight between two heights of the window."""
        width = frame.image.width
        for node in nodes:
            if self._is_whole(node) or node.bounds is None:
                continue
            x, y, w, h = node.bounds
            whole = x >= -SLACK and x + w <= width + SLACK and y >= top - SLACK and y + h <= bottom + SLACK
            partly = x < width and x + w > 0 and y < bottom and y + h > top
            if whole or (partly and node.ref not in self.sights):
                self.sights[node.ref] = Sight(node, frame, whole)

    def _to_end(self, nodes: list[Seen]) -> Frame:
        for node in nodes:
            self._scroll(node)
        return self._camera.frame_after(self.frames[-1].image, REST)

    def _scroll(self, node: Seen) -> None:
        with contextlib.suppress(ProbeError):  # it went away, or cannot scroll: the sights will tell
            self._camera.bus.scroll_to(node)


def _part(frame: Frame, moving: set[str], moves: bool) -> Iterator[Seen]:
    """The leaves of a frame that scroll, or those that stay."""
    return (node for node in _leaves(frame) if (node.ref in moving) == moves)


def _is_crowded(frame: Frame) -> bool:
    """Whether something is outside of the window or at the place of another: only then is there anything to scroll."""
    leaves = list(_leaves(frame))
    height = frame.image.height
    if any(_bottom(leaf) > height or (leaf.bounds and leaf.bounds[1] < 0) for leaf in leaves):
        return True
    others = [node for node in frame.window.walk() if node is not frame.window]
    families = {node.ref: {below.ref for below in node.walk()} for node in others}
    return any(
        _overlap(leaf, other)
        for leaf in leaves
        for other in others
        if leaf.ref not in families[other.ref] and other.ref not in families[leaf.ref]
    )


def _overlap(one: Seen, other: Seen) -> bool:
    if one.bounds is None or other.bounds is None:
        return False
    x, y, w, h = one.bounds
    left, top, width, height = other.bounds
    across = min(x + w, left + width) - max(x, left)
    down = min(y + h, top + height) - max(y, top)
    return across > SLACK and down > SLACK


def _leaves(frame: Frame) -> Iterator[Seen]:
    """What is painted or operated: nodes without children, and controls with some."""
    for node in frame.window.walk():
        if node.bounds is not None and node is not frame.window and (not node.children or is_actionable(node)):
            yield node


def _by_height(frame: Frame) -> list[Seen]:
    return sorted(_leaves(frame), key=_bottom)


def _bottom(node: Seen) -> int:
    return node.bounds[1] + node.bounds[3] if node.bounds else 0


def _fits(first: Seen, last: Seen, height: int) -> bool:
    assert first.bounds is not None
    return _bottom(last) >= _bottom(first) and _bottom(last) - first.bounds[1] <= height


def _moved(one: Frame, other: Frame) -> set[str]:
    return {
        node.ref
        for node in _leaves(other)
        if node.ref in one.by_ref and (one.by_ref[node.ref].bounds or ())[1:2] != (node.bounds or ())[1:2]
    }
