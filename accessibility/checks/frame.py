"""One moment of a window: the tree that the platform told, and what was painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from accessibility.probe.seen import Seen

Box = tuple[int, int, int, int]
"""x, y, width, height in window pixels, y down."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One moment: the window's tree and its pixels (the window's inside only, no decoration)."""

    window: Seen
    image: Image.Image
    seconds: float = 0.0
    """How long the platform took to give the tree; 0 when it was not measured."""

    @cached_property
    def by_ref(self) -> dict[str, Seen]:
        """Every node of the moment by its reference on the bus."""
        return {node.ref: node for node in self.window.walk()}


@dataclass(frozen=True, eq=False)
class Sight:
    """A node in a frame in which it is seen; `whole` when all of it is."""

    node: Seen
    frame: Frame
    whole: bool

    @property
    def box(self) -> Box:
        assert self.node.bounds is not None
        return self.node.bounds
