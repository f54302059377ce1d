"""What is read from the screen's memory is what the X server gives when it is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until

pytestmark = [pytest.mark.screen, pytest.mark.side_by_side]
ROOT = Path(__file__).parents[2]
SIZE = (640, 480)
BOXES = ((0, 0, 640, 480), (13, 21, 301, 222), (600, 440, 700, 500), (-7, -9, 40, 50))


def test_the_memory_is_the_picture_without_the_pointer() -> None:
    with Desktop(SIZE) as desk:
        desk.start([sys.executable, "-m", "accessibility.examples.hello"], cwd=ROOT)
        desk.wait_for_window("Hello")

        def asked() -> Image.Image:
            return ImageGrab.grab(xdisplay=desk.env["DISPLAY"]).convert("RGB")

        def painted() -> bool:
            return len(asked().getcolors(SIZE[0] * SIZE[1]) or ()) > 20

        until(painted, "words and buttons to be painted")
        until(lambda: asked().tobytes() == desk.painted.picture().tobytes(), "the picture to stand still")
        whole = asked()
        for box in BOXES:
            assert desk.painted.picture(box).tobytes() == whole.crop(box).tobytes(), box
            assert len(desk.painted.lines(box)) % (4 * SIZE[0]) == 0
        desk.start(["xdotool", "mousemove", "320", "240"]).wait()
        until(lambda: "x:320 y:240" in desk._ask("xdotool", "getmouselocation"), "the pointer over the window")
        until(lambda: asked().tobytes() == desk.painted.picture().tobytes(), "no pointer in the memory")


def test_the_lines_show_a_change() -> None:
    with Desktop(SIZE) as desk:
        before = desk.painted.lines()
        assert len(before) == 4 * SIZE[0] * SIZE[1]
        desk.start([sys.executable, "-m", "accessibility.examples.hello"], cwd=ROOT)
        until(lambda: desk.painted.lines() != before, "the window to be painted", 20)
