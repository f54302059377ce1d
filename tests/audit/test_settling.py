"""When a picture and a tree are taken to belong together: a busy program tells late what is out of sight."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest
from PIL import Image

from accessibility.audit import camera as looking
from accessibility.audit.camera import Camera
from accessibility.audit.scrolling import Scroller, went_along
from accessibility.checks.frame import Frame
from accessibility.probe.seen import Seen
from tests.audit.cases.table import SIZE, frame, node

WIDTH, HEIGHT = SIZE
LATE = 0.3
"""Seconds after which the program of these tests tells the rest."""


WHITE, GREY = (Image.new("RGB", (20, 20), colour) for colour in ("white", "grey"))


class Painted:
    """A window that shows each picture for some looks, and the last one from then on."""

    def __init__(self, *images: Image.Image, looks: int = 2) -> None:
        self._images, self._looks, self._seen = images, looks, 0

    def lines(self) -> bytes:
        self._seen += 1
        return self.picture().tobytes()

    def picture(self) -> Image.Image:
        return self._images[min(self._seen // self._looks, len(self._images) - 1)]


class Slow(Camera):
    """Looks at a program that tells one tree first and another LATE after it was looked at first."""

    def __init__(self, first: Seen, then: Seen) -> None:
        self._trees, self._begun, self.looks = (first, then), 0.0, 0
        self.window = Painted(WHITE)  # type: ignore[assignment]

    def tree(self) -> Seen:
        self._begun = self._begun or time.monotonic()
        self.looks += 1
        return self._trees[time.monotonic() > self._begun + LATE]


def page(top: int, *, told: bool = True) -> Frame:
    """A pane that is scrolled by ``top``; its last line is told where it is, or still where it was unscrolled."""
    lines = [
        node("label", "first", at=(20, 20 - top, 200, 50), ref="first"),
        node("label", "second", at=(20, HEIGHT + 40 - top, 200, 50), ref="second"),
        node("label", "last", at=(20, 2 * HEIGHT - (top if told else 0), 200, 50), ref="last"),
    ]
    return frame(node("scroll pane", "", *lines, at=(0, 0, WIDTH, HEIGHT - 60)))


def places(tree: Seen) -> dict[str, object]:
    return {seen.name: seen.bounds for seen in tree.walk() if seen.role == "label"}


def whole(before: Frame) -> Callable[[Seen], bool]:
    return partial(went_along, before.by_ref["last"], before)


def test_a_screen_has_come_to_rest_when_all_of_it_is_told() -> None:
    """Two readings a moment apart were the same, and both too early."""
    slow = Slow(page(100, told=False).window, page(100).window)
    assert places(slow.settle().window) == places(page(100).window)


def test_what_is_told_late_after_scrolling_is_waited_for() -> None:
    before, early = page(0), page(100, told=False)
    slow = Slow(early.window, page(100).window)
    assert not whole(before)(early.window)
    assert places(slow.told(early, whole(before)).window) == places(page(100).window)


def test_the_picture_of_what_was_told_late_is_the_one_painted_after_it() -> None:
    before, early = page(0), page(100, told=False)
    slow = Slow(early.window, page(100).window)
    slow.window = Painted(WHITE, GREY)  # type: ignore[assignment]
    assert slow.told(early, whole(before)).image is GREY


class Restless(Camera):
    """Looks at a program that brings back what has the focus once, some of it told elsewhere, and scrolls then."""

    def __init__(self) -> None:
        self.asked = 0
        self.bus = self  # type: ignore[assignment]

    def scroll_to(self, node: Seen) -> None:
        self.asked += 1

    def look(self, node: Seen) -> Seen:
        return node

    def settle(self) -> Frame:
        return page(0)

    def frame_after(self, old: Image.Image, patience: float) -> Frame:
        return page(10, told=False) if self.asked == 1 else page(100)

    def told(self, frame: Frame, whole: Callable[[Seen], bool]) -> Frame:
        return frame


def test_what_was_scrolled_back_is_asked_for_again() -> None:
    restless = Restless()
    scroller = Scroller(restless)
    after = scroller._scroll(scroller.frames[0], scroller.frames[0].by_ref["last"])
    assert places(after.window) == places(page(100).window)
    assert restless.asked == 2


def test_where_all_has_moved_as_far_nothing_is_waited_for() -> None:
    before, after = page(0), page(100)
    slow = Slow(after.window, after.window)
    assert slow.told(after, whole(before)) is after
    assert slow.looks == 0


def test_of_a_page_that_nobody_knows_two_readings_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a pane in the tree nothing tells what moves together."""
    monkeypatch.setattr(looking, "FAR_SECONDS", LATE * 1.5)
    early, then = page(100, told=False), page(100)
    slow = Slow(early.window, then.window)
    assert places(slow.told(early, lambda tree: False).window) == places(then.window)


def test_what_has_not_moved_at_all_did_not_go_along() -> None:
    assert not whole(page(100))(page(100).window)
    assert not whole(page(0))(page(100, told=False).window)
    assert whole(page(0))(page(100).window)
