"""Brings every part of a screen into sight, page by page, and remembers in which frame each node is best seen."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from functools import partial

from accessibility.audit.camera import PATIENCE, Camera
from accessibility.checks.frame import Frame, Sight
from accessibility.checks.kinds import is_actionable
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Seen

MOST_PAGES = 40
CANDIDATES = 4
"""So many things out of sight are asked to come into sight to reach an end."""

ATTEMPTS = 2

SLACK = 1
REST = 0.8
"""Seconds without a change after which a screen asked to scroll is taken not to."""

FRUITLESS = 3
"""After so many pages on which nothing new was seen, what is left is out of reach."""


class Scroller:
    """One screen's frames. `frames[0]` is the screen as it was found."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self.frames: list[Frame] = [camera.settle()]
        self.sights: dict[str, Sight] = {}
        self.scrolled: frozenset[str] = frozenset()
        self._knows_view = False

    def look_everywhere(self) -> None:
        """Fill `frames`, `sights` and `scrolled`."""
        first = self.frames[0]
        if not crowded(first):
            self._see(first, _leaves(first), 0, first.image.height)
            return
        low, high = self._ends(first)
        moving = _moved(first, low) | _moved(low, high)
        self.scrolled = frozenset(moving)
        self._see(first, _part(first, moving, moves=False), 0, first.image.height)
        if not moving:
            return
        pane = _pane(high, moving)
        self._knows_view = pane is not None
        top = _top(pane or min((node for node in _leaves(high) if node.ref in moving), key=_top))
        bottom = _bottom(pane or max((node for node in _leaves(low) if node.ref in moving), key=_bottom))
        top, bottom = max(0, top), min(first.image.height, bottom)
        for frame in (low, high):
            self.frames.append(frame)
            self._see(frame, _part(frame, moving, moves=True), top, bottom)
        for _ in range(ATTEMPTS):  # a busy program may scroll back once by itself
            self._pages(moving, top, bottom)

    def _ends(self, first: Frame) -> tuple[Frame, Frame]:
        """The frames scrolled down and up to the end; tried again for the same reason."""
        for _ in range(ATTEMPTS):
            low = self._to_end(first, [node for node in reversed(_by_height(first)) if _top(node) >= 0])
            high = self._to_end(low, [node for node in _by_height(low) if _bottom(node) <= low.image.height])
            if _moved(first, low) or _moved(low, high):
                break
        return low, high

    def _to_end(self, frame: Frame, nodes: list[Seen]) -> Frame:
        """Bring the first of the nodes that can move into sight; those in sight and free cannot."""
        pressed = crowded(frame)
        for node in [node for node in nodes if node.ref in pressed][:CANDIDATES]:
            after = self._scroll(frame, node)
            if _moved(frame, after):
                return after
        return frame

    def _pages(self, moving: set[str], top: int, bottom: int) -> None:
        """From the upper end downwards, a page at a time."""
        frame, tried, fruitless = self.frames[-1], set[str](), 0
        for _ in range(MOST_PAGES):
            content = [node for node in _by_height(frame) if node.ref in moving]
            hidden = [node for node in content if node.ref not in tried and not self._is_whole(node)]
            if not hidden or fruitless == FRUITLESS:
                return
            first, known = hidden[0], (len(self.sights), self._whole)
            tried.add(first.ref)
            page = [node for node in content if _fits(first, node, bottom - top)] or [first]
            for target in (page[-1], first):
                if not self._is_whole(first):
                    before, frame = frame, self._scroll(frame, target)
                    self.frames.append(frame)
                    if not self._knows_view and _moved(before, frame):
                        top, bottom = _widened(frame, target, top, bottom)
                    self._see(frame, _part(frame, moving, moves=True), top, bottom)
            fruitless = fruitless + 1 if (len(self.sights), self._whole) == known else 0

    @property
    def _whole(self) -> set[str]:
        return {ref for ref, sight in self.sights.items() if sight.whole}

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

    def _scroll(self, frame: Frame, node: Seen) -> Frame:
        """Asks again where something else came of it than scrolling: a program that has just shown a screen may lay it
        out anew, or bring back what has the focus.
        """
        for _ in range(ATTEMPTS):
            after = self._asked(frame, node)
            nobody_knows = _pane_of(node, after.window) is None
            if nobody_knows or _is_still(frame, after) or went_along(node, frame, after.window):
                break
            frame = after
        return after

    def _asked(self, frame: Frame, node: Seen) -> Frame:
        """Waits longer for the picture where the platform says that the thing stands elsewhere now: a busy program
        paints what it tells when it can."""
        patience = REST
        with contextlib.suppress(ProbeError):  # it went away, or cannot scroll: the sights will tell
            self._camera.bus.scroll_to(node)
            if self._camera.bus.look(node).bounds != node.bounds:
                patience = PATIENCE
        after = self._camera.frame_after(frame.image, patience)
        if _is_still(frame, after):
            return after
        return self._camera.told(after, partial(went_along, node, frame))


def _is_still(before: Frame, after: Frame) -> bool:
    """Nothing has happened at all."""
    return after.image.tobytes() == before.image.tobytes() and not _moved(before, after)


def went_along(node: Seen, before: Frame, tree: Seen) -> bool:
    """Whether all that is scrolled together with the node stands elsewhere than before, and by as much; no if the
    program does not tell what is.
    """
    pane = _pane_of(node, tree)
    if pane is None:
        return False
    inside = [below for below in pane.walk() if below is not pane and below.bounds is not None]
    known = [(below, old) for below in inside if (old := before.by_ref.get(below.ref)) and old.bounds is not None]
    steps = {_top(below) - _top(old) for below, old in known}
    return len(steps) == 1 and 0 not in steps


def _part(frame: Frame, moving: set[str], moves: bool) -> Iterator[Seen]:
    """The leaves of a frame that scroll, or those that stay."""
    return (node for node in _leaves(frame) if (node.ref in moving) == moves)


def crowded(frame: Frame) -> set[str]:
    """What is outside of the window, or of what scrolls it, or at the place of another: only then is there anything to
    scroll."""
    others = [node for node in frame.window.walk() if node is not frame.window]
    families = {node.ref: {below.ref for below in node.walk()} for node in others}
    found = {leaf.ref for pane in others if pane.role == "scroll pane" for leaf in _cut(pane)}
    for leaf in _leaves(frame):
        if leaf.bounds and (leaf.bounds[1] < 0 or _bottom(leaf) > frame.image.height):
            found.add(leaf.ref)
        for other in others:
            related = leaf.ref in families[other.ref] or other.ref in families[leaf.ref]
            if not related and _overlap(leaf, other):
                found.add(leaf.ref)
    return found


def _cut(pane: Seen) -> Iterator[Seen]:
    """What of it is not painted, or not whole, because it is scrolled."""
    if pane.bounds is not None:
        top, bottom = _top(pane), _bottom(pane)
        below = (node for node in pane.walk() if node is not pane and node.bounds is not None)
        yield from (node for node in below if _top(node) < top - SLACK or _bottom(node) > bottom + SLACK)


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


def _pane(frame: Frame, moving: set[str]) -> Seen | None:
    """What scrolls them, if the program tells: the smallest pane that holds all of them is what they are seen in."""
    return _smallest(pane for pane in _panes(frame.window) if moving <= {node.ref for node in pane.walk()})


def _pane_of(node: Seen, tree: Seen) -> Seen | None:
    """The same for one thing."""
    return _smallest(pane for pane in _panes(tree) if any(below.ref == node.ref for below in pane.walk()))


def _panes(tree: Seen) -> Iterator[Seen]:
    return (node for node in tree.walk() if node.role == "scroll pane" and node.bounds is not None)


def _smallest(panes: Iterable[Seen]) -> Seen | None:
    return min(panes, key=lambda pane: sum(1 for _ in pane.walk()), default=None)


def _by_height(frame: Frame) -> list[Seen]:
    return sorted(_leaves(frame), key=_bottom)


def _bottom(node: Seen) -> int:
    return node.bounds[1] + node.bounds[3] if node.bounds else 0


def _widened(frame: Frame, target: Seen, top: int, bottom: int) -> tuple[int, int]:
    """The part of the window that shows the page: what was scrolled to and fits is in it."""
    there = frame.by_ref.get(target.ref)
    if there is None or there.bounds is None or there.bounds[3] > bottom - top:
        return top, bottom
    return max(0, min(top, _top(there))), min(frame.image.height, max(bottom, _bottom(there)))


def _top(node: Seen) -> int:
    return node.bounds[1] if node.bounds else 0


def _fits(first: Seen, last: Seen, height: int) -> bool:
    assert first.bounds is not None
    return _bottom(last) >= _bottom(first) and _bottom(last) - first.bounds[1] <= height


def _moved(one: Frame, other: Frame) -> set[str]:
    return {
        node.ref
        for node in _leaves(other)
        if node.ref in one.by_ref and (one.by_ref[node.ref].bounds or ())[1:2] != (node.bounds or ())[1:2]
    }
