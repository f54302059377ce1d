"""Where in what scrolls around it a thing is to stand, for who wants more than to have it in sight."""

from enum import StrEnum
from typing import NamedTuple


class Edge(StrEnum):
    """Its own edges lie on these of the area that scrolls, as far as that goes."""

    TOP_LEFT = "top_left"
    BOTTOM_RIGHT = "bottom_right"
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"

    @property
    def across(self) -> int:
        """-1: to the left, 1: to the right, 0: wherever it is."""
        return (self in (Edge.RIGHT, Edge.BOTTOM_RIGHT)) - (self in (Edge.LEFT, Edge.TOP_LEFT))

    @property
    def down(self) -> int:
        """-1: to the top, 1: to the bottom, 0: wherever it is."""
        return (self in (Edge.BOTTOM, Edge.BOTTOM_RIGHT)) - (self in (Edge.TOP, Edge.TOP_LEFT))


class Point(NamedTuple):
    """Where its top left corner is to stand, in window pixels, y down."""

    left: float
    top: float
