"""The program's window on its desktop: where its inside is, and what is painted there."""

from __future__ import annotations

import subprocess

from PIL import Image

from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import DesktopError


class DeskWindow:
    """The active window. Its place is asked once: windows are moved during an audit by `resize` alone."""

    def __init__(self, desk: Desktop) -> None:
        self._desk = desk
        self._number = self._ask("getactivewindow").strip()
        self._measure()

    def resize(self, width: int, height: int) -> None:
        """Another size of the inside, in pixels; waits until the window manager has made it so."""
        self._ask("windowsize", "--sync", self._number, str(width), str(height))
        self._measure()

    def _measure(self) -> None:
        size = dict(line.split("=") for line in self._ask("getwindowgeometry", "--shell", self._number).split())
        self.size = int(size["WIDTH"]), int(size["HEIGHT"])
        self.corner = self._corner(self._number)

    def picture(self) -> Image.Image:
        """The window's inside as it is painted now."""
        return self._desk.painted.picture(self._box)

    def lines(self) -> bytes:
        """The same, and what stands beside the window, as it is in memory: to be compared, in a tenth of the time."""
        return self._desk.painted.lines(self._box)

    @property
    def _box(self) -> tuple[int, int, int, int]:
        (x, y), (width, height) = self.corner, self.size
        return x, y, x + width, y + height

    def point(self, x: int, y: int) -> None:
        """The pointer to a place of the inside, in pixels."""
        # no --sync: it waits 15 s for a pointer that is there already to move
        self._ask("mousemove", "--window", self._number, str(x), str(y))

    def hold(self) -> None:
        """Press the left button."""
        self._ask("mousedown", "1")

    def release(self) -> None:
        """Let it go."""
        self._ask("mouseup", "1")

    def leave(self) -> None:
        """The pointer into the screen's corner, away from the window."""
        self._ask("mousemove", str(self._desk.size[0] - 1), str(self._desk.size[1] - 1))

    def _corner(self, number: str) -> tuple[int, int]:
        """Where the inside begins on the screen: asked of the pointer, because window managers' frames confuse
        `getwindowgeometry`. The pointer is left in the screen's corner, away from the window."""
        self._ask("mousemove", "--window", number, "0", "0")
        place = dict(line.split("=") for line in self._ask("getmouselocation", "--shell").split())
        self.leave()
        return int(place["X"]), int(place["Y"])

    def _ask(self, *argv: str) -> str:
        done = subprocess.run(
            ["xdotool", *argv], env=self._desk.env, capture_output=True, text=True, timeout=30, check=False
        )
        if done.returncode:
            raise DesktopError(f"xdotool {argv[0]}: {done.stderr.strip()}")
        return done.stdout
