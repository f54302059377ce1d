"""Presses with the pointer that do no harm: slid off before they are let go, or on what only takes the focus."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from accessibility.audit.camera import Camera
from accessibility.audit.scrolling import crowded
from accessibility.checks.frame import Frame
from accessibility.checks.kinds import is_actionable
from accessibility.checks.tried import Slide, Tap
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

PATIENCE = 2.0
"""Seconds for a tap to have its effect."""

SEEN_SECONDS = 1.0
"""For a press to be seen before it slides off: a busy program that has not come to it looks like one that does nothing.
Controls that look the same when pressed cost this."""

MOST_FIELDS = 3
GRID = 24
"""Pixels between the places that are tried for one where nothing is."""

_TYPED_IN = frozenset({"entry", "password text"})


class Pointing:
    """Works the window that the camera looks at."""

    def __init__(self, camera: Camera) -> None:
        self._camera, self._bus = camera, camera.bus

    def slides(self) -> tuple[Slide, ...]:
        """The first button and the first choice in sight, each pressed and left."""
        frame = self._camera.settle()
        wanted = [next(in_sight(frame, roles), None) for roles in ({"push button"}, {"radio button", "check box"})]
        return tuple(slide for node in wanted if node is not None for slide in self._slide(frame, node))

    def taps(self) -> tuple[Tap, ...]:
        """The first fields in sight, and the first radio button that is not chosen."""
        frame = self._camera.settle()
        fields = [self._tap(node, "focused") for node in list(in_sight(frame, _TYPED_IN))[:MOST_FIELDS]]
        choices = [node for node in in_sight(frame, {"radio button"}) if "checked" not in node.states]
        return (*fields, *(self._tap(node, "checked") for node in choices[:1]))

    def _slide(self, frame: Frame, node: Seen) -> Iterator[Slide]:
        free = _nowhere(frame)
        if free is None:
            return
        pointer = self._camera.window
        pointer.point(*middle(node))
        before = pointer.lines()
        pointer.hold()
        with contextlib.suppress(ProbeError):
            until(lambda: pointer.lines() != before, "the press to be seen", SEEN_SECONDS)
        pointer.point(*free)
        pointer.release()
        pointer.leave()
        after = self._camera.settle()
        yield Slide(node, _difference(frame, after))

    def _tap(self, node: Seen, state: str) -> Tap:
        pointer = self._camera.window
        pointer.point(*middle(node))
        pointer.hold()
        pointer.release()
        pointer.leave()
        return Tap(node, _comes(lambda: state in self._bus.look(node).states))


def _comes(condition: Callable[[], bool]) -> bool:
    with contextlib.suppress(ProbeError):
        return until(condition, "the tap to be answered", PATIENCE)
    return False


def in_sight(frame: Frame, roles: set[str] | frozenset[str]) -> Iterator[Seen]:
    """Controls of these roles that are whole in the window and have their place to themselves."""
    pressed, (width, height) = crowded(frame), frame.image.size
    for node in frame.window.walk():
        if node.role in roles and node.ref not in pressed and node.bounds is not None and is_actionable(node):
            x, y, w, h = node.bounds
            if x >= 0 and y >= 0 and x + w <= width and y + h <= height:
                yield node


def middle(node: Seen) -> tuple[int, int]:
    """Where a tap on it is made, in window pixels."""
    assert node.bounds is not None
    x, y, width, height = node.bounds
    return x + width // 2, y + height // 2


def _nowhere(frame: Frame) -> tuple[int, int] | None:
    """A place in the window where nothing can be operated, else None."""
    controls = [node.bounds for node in frame.window.walk() if node.bounds is not None and is_actionable(node)]
    width, height = frame.image.size
    places = ((x, y) for y in range(height - GRID // 2, 0, -GRID) for x in range(GRID // 2, width, GRID))
    return next((place for place in places if not any(_holds(bounds, place) for bounds in controls)), None)


def _holds(bounds: tuple[int, int, int, int], place: tuple[int, int]) -> bool:
    x, y, width, height = bounds
    return x - GRID // 2 <= place[0] <= x + width + GRID // 2 and y - GRID // 2 <= place[1] <= y + height + GRID // 2


def _difference(before: Frame, after: Frame) -> str:
    """The first thing that became another, in words; places and the focus may."""
    if before.window.name != after.window.name:
        return f"the title is {after.window.name!r}"
    old = {_told(node) for node in before.window.walk()}
    return next((f"{node.role} {node.name!r}" for node in after.window.walk() if _told(node) not in old), "")


def _told(node: Seen) -> tuple[object, ...]:
    return node.role, node.name, node.states - {"focused", "showing", "pressed", "armed", "active"}
