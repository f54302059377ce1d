"""Marks painted above everything in a window: the scanning mark, and the ring of a resting pointer."""

from typing import Any

from kivy.graphics import Color, InstructionGroup, Line, Rectangle, SmoothLine

from accessibility.node import Bounds

Colour = tuple[float, float, float, float]


class ScanMark:
    """A strong outline in two colours, so that it stands out on any ground; inside, a tint. Measures in pixels."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._drawn = InstructionGroup()
        window.canvas.after.add(self._drawn)

    def show(self, bounds: Bounds | None, ink: Colour, halo: Colour, thick: float) -> None:
        """Outline `bounds` (window pixels, y down) in `ink` with `halo` beside it; None: nothing."""
        self._drawn.clear()
        if bounds is None:
            return
        out = thick
        left, bottom = bounds.left - out, self._window.height - bounds.bottom - out
        width, height = bounds.width + 2 * out, bounds.height + 2 * out
        red, green, blue, _ = ink
        self._drawn.add(Color(red, green, blue, 0.14))
        self._drawn.add(Rectangle(pos=(left, bottom), size=(width, height)))
        for colour, line in ((halo, thick * 1.9), (ink, thick)):
            self._drawn.add(Color(*colour))
            self._drawn.add(Line(rectangle=(left, bottom, width, height), width=line / 2, joint="miter"))

    def close(self) -> None:
        """Take it off the window."""
        self._window.canvas.after.remove(self._drawn)


class RestRing:
    """A ring at the pointer that closes while it rests."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._drawn = InstructionGroup()
        window.canvas.after.add(self._drawn)

    def show(self, place: tuple[float, float] | None, share: float, ink: Colour, halo: Colour, radius: float) -> None:
        """`place` in window pixels with y up; `share` of the ring that is closed, 0 to 1; `radius` in pixels."""
        self._drawn.clear()
        if place is None or share <= 0:
            return
        thick = radius / 4
        for colour, line, end in ((halo, thick * 1.9, 360.0), (ink, thick, 360.0 * share)):
            self._drawn.add(Color(*colour))
            self._drawn.add(SmoothLine(circle=(*place, radius, 0, end), width=line / 2))

    def close(self) -> None:
        """Take it off the window."""
        self._window.canvas.after.remove(self._drawn)
