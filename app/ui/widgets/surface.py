"""Surface: the painted ground of a widget: fill, edge, rounded corners, and the focus ring around it."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, InstructionGroup, SmoothLine, SmoothRoundedRectangle

from app.ui.look import Styled
from app.ui.style import Style

RING = 3.0
"""Thickness of the focus ring in dp (WCAG 2.4.13 asks for 2)."""

RING_OFFSET = 2.0
"""Free space between a control and its ring in dp, so that the ring is seen against the page."""


class Ring(Styled):
    """Mixin for widgets with focus: draws the ring around them while they have it."""

    ring_radius = 10.0
    """Corner radius of the widget inside the ring, in dp."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        with self.canvas.after:
            self._ring_colour = Color(0, 0, 0, 0)
            self._ring = SmoothLine(width=1)
        self.bind(focus=self._draw_ring, pos=self._draw_ring, size=self._draw_ring)
        self._draw_ring()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_ring"):
            self._draw_ring()

    def _draw_ring(self, *_: Any) -> None:
        style = self.look.style
        red, green, blue, _alpha = self.look.colour("ring")
        self._ring_colour.rgba = (red, green, blue, 1 if self.focus else 0)
        out = style.px(RING_OFFSET + RING / 2)
        width, height = self.ring_size()
        self._ring.width = style.px(RING / 2)
        self._ring.rounded_rectangle = (
            self.x - out, self.y - out, width + 2 * out, height + 2 * out, style.px(self.ring_radius) + out
        )  # fmt: skip

    def ring_size(self) -> tuple[float, float]:
        """Width and height in pixels of what the ring goes around, from the lower left corner."""
        return float(self.width), float(self.height)


class Surface(Styled):
    """Mixin: a rounded ground. ``fill`` and ``edge`` are theme tokens; an empty edge draws none."""

    fill = "card"
    edge = ""
    edge_width = 2.0  # a thinner line is blurred to less than 3:1 by anti-aliasing
    surface_radius = 10.0

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        ground = InstructionGroup()
        self._edge_colour, self._edge_shape = Color(0, 0, 0, 0), SmoothRoundedRectangle()
        self._fill_colour, self._fill_shape = Color(0, 0, 0, 0), SmoothRoundedRectangle()
        for part in (self._edge_colour, self._edge_shape, self._fill_colour, self._fill_shape):
            ground.add(part)
        # First of all: a TextInput has its caret and the colour of its text in the same canvas.
        self.canvas.before.insert(0, ground)
        self.bind(pos=self._paint, size=self._paint)
        self._paint()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.repaint()

    def repaint(self) -> None:
        """Draw again after ``fill`` or ``edge`` changed."""
        if hasattr(self, "_fill_shape"):
            self._paint()

    def _paint(self, *_: Any) -> None:
        style = self.look.style
        inset = style.px(self.edge_width) if self.edge else 0.0
        radius = style.px(self.surface_radius)
        clear = (0, 0, 0, 0)
        self._edge_colour.rgba = self.look.colour(self.edge) if self.edge else clear
        self._fill_colour.rgba = self.look.colour(self.fill) if self.fill else clear
        _place(self._edge_shape, self.x, self.y, self.width, self.height, radius)
        _place(
            self._fill_shape,
            self.x + inset,
            self.y + inset,
            self.width - 2 * inset,
            self.height - 2 * inset,
            radius - inset,
        )


def _place(shape: Any, x: float, y: float, width: float, height: float, radius: float) -> None:
    width, height = max(width, 0.0), max(height, 0.0)
    held = max(min(radius, width / 2, height / 2), 0.01)
    shape.pos, shape.size, shape.radius = (x, y), (width, height), [held]
