"""The engine's own focus ring on the screen: thick enough, strong enough on any ground, and where the focus is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from accessibility.audit.window import DeskWindow
from accessibility.checks.focus_mark import ENOUGH
from accessibility.checks.pixels import cut, ratios
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.accessibility.ring_page import GROUNDS, MOVED

pytestmark = pytest.mark.screen
ROOT = Path(__file__).parents[2]
THICK = 2
"""WCAG 2.4.13, in CSS pixels, which are the window's here."""

Box = tuple[int, int, int, int]


@dataclass
class Shown:
    desk: Desktop
    bus: Bus
    window: DeskWindow
    plain: Image.Image
    """Before anything had the focus."""

    def box(self, name: str) -> Box:
        """Where the button is told to be; the page tells it where it is painted."""
        bounds = self.bus.find("Rings", "push button", name).bounds
        assert bounds is not None
        return bounds

    def marked(self, picture: Image.Image, box: Box) -> np.ndarray:
        """Which pixels of the button, and a little around it, changed by 3:1 or more."""
        return ratios(cut(picture, box, -4), cut(self.plain, box, -4)) >= ENOUGH

    def picture_of_focus(self, name: str) -> Image.Image:
        """Tab to the button; the window once the ring is painted."""
        since = self.bus.mark()
        self.desk.key("Tab")
        self.bus.wait_for_focus(name, since)
        return self.painted(self.box(name))

    def painted(self, box: Box) -> Image.Image:
        """The window, once something is painted there that was not there before, and stands still."""
        last: list[bytes] = [b""]

        def still() -> Image.Image | None:
            picture = self.window.picture()
            before, last[0] = last[0], picture.tobytes()
            return picture if before == last[0] and self.marked(picture, box).any() else None

        return until(still, f"a ring at {box}")


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    yield from page()


@pytest.fixture(scope="module")
def scrolled() -> Iterator[Shown]:
    yield from page("scrolled")


def page(*options: str) -> Iterator[Shown]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        desk.start([sys.executable, "-m", "tests.accessibility.ring_page", *options], log="page.log", cwd=ROOT)
        bus.application("Rings")
        desk.wait_for_window("Rings")
        window = DeskWindow(desk)
        yield Shown(desk, bus, window, until(lambda: without_focus(window), "every ground to be painted"))


def without_focus(window: DeskWindow) -> Image.Image | None:
    """The page, when all of it is painted: from black above to white below."""
    picture = window.picture()
    found = [picture.getpixel((window.size[0] - 5, at)) for at in (5, window.size[1] - 5)]
    return picture if found == [(0, 0, 0), (255, 255, 255)] else None


def thickness(lines: np.ndarray) -> list[int]:
    """Along each of these lines of pixels, how long the longest unbroken run of marked ones is."""
    return [max(len(run) for run in "".join("x" if at else " " for at in line).split(" ")) for line in lines]


def test_the_ring_is_thick_and_strong_on_every_ground_and_goes_where_the_focus_goes(shown: Shown) -> None:
    thick_and_strong(shown)


def test_so_it_is_on_a_page_that_is_scrolled_by_half_a_pixel(scrolled: Shown) -> None:
    thick_and_strong(scrolled)


def thick_and_strong(shown: Shown) -> None:
    before = ""
    for name in GROUNDS:
        picture, box = shown.picture_of_focus(name), shown.box(name)
        marked = shown.marked(picture, box)
        high, wide = marked.shape
        middle = slice(high // 4, 3 * high // 4), slice(wide // 4, 3 * wide // 4)
        for side, lines in {
            "left": marked[middle[0], : wide // 4],
            "right": marked[middle[0], -wide // 4 :],
            "top": marked[: high // 4, middle[1]].T,
            "bottom": marked[-high // 4 :, middle[1]].T,
        }.items():
            assert min(thickness(lines)) >= THICK, f"{side} on {name}"
        assert marked.sum() >= 2 * THICK * (box[2] + box[3]), f"the area of a 2 px line around it, on {name}"
        if before:
            assert not shown.marked(picture, shown.box(before)).any(), f"{before} has no ring any more"
        before = name


def test_the_ring_follows_a_widget_that_moves_and_grows(shown: Shown) -> None:
    before, name = shown.box("white"), "white"
    if "focused" not in (button := shown.bus.find("Rings", "push button", name)).states:
        shown.bus.grab_focus(button)
    shown.painted(before)
    shown.desk.key("Return")
    until(lambda: shown.box(name)[0] == before[0] + MOVED[0], "the button to have moved")
    box = shown.box(name)
    picture = shown.painted(box)
    across = np.flatnonzero(shown.marked(picture, box)[box[3] // 2])
    assert across.min() <= 8 and across.max() >= box[2], "at both edges of where it is now"  # noqa: PT018
    left_behind = before[0] - 4, before[1] + 4, MOVED[0] - 4, before[3] - 8
    assert not (ratios(cut(picture, left_behind), cut(shown.plain, left_behind)) >= ENOUGH).any()
