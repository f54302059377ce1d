"""What has been moved as one by scrolling and is not told yet where it is: what is in sight first, the rest later."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import islice
from typing import Any

from accessibility.kivy_adapters import bounds_of
from accessibility.kivy_places import places_inside
from accessibility.node import Bounds, Node

A_FEW = 40
"""Widgets out of sight that are told of in one go: about 2 ms, so that a key that comes meanwhile does not wait."""


class Places(Enum):
    """Of which widgets that were moved as one the new place is to be told."""

    NONE = auto()
    IN_SIGHT = auto()
    SOME = auto()
    ALL = auto()


class Moved:
    """`place(uid, node, bounds)` is called for each node that stands elsewhere now."""

    def __init__(self, window: Any, nodes: Mapping[int, Node], widgets: Mapping[int, Any]) -> None:
        self._window, self._nodes, self._widgets = window, nodes, widgets
        self._owners: set[int] = set()
        self._far: set[int] = set()
        self._is_moving = False

    @property
    def has_far(self) -> bool:
        """Whether something out of sight has moved and is not told yet."""
        return bool(self._far)

    def take_moving(self) -> bool:
        """Whether something out of sight has moved since this was last asked: it may be scrolled on."""
        moving, self._is_moving = self._is_moving, False
        return moving

    def mark(self, owner: int) -> None:
        """All inside `owner` has moved with it, and is otherwise as it was."""
        self._owners.add(owner)

    def is_waiting(self, places: Places) -> bool:
        """Whether something that is to be told now has not been."""
        return (places is not Places.NONE and bool(self._owners)) or (places is Places.ALL and bool(self._far))

    def tell(
        self, places: Places, kids: Mapping[int, Sequence[int]], place: Callable[[int, Node, Bounds], object]
    ) -> None:
        """Where everything in sight is now; with ALL, what is out of sight too."""
        if places is not Places.NONE:
            for uid, node, bounds in self._in_sight(kids):
                place(uid, node, bounds)
        if places is Places.ALL:
            self.tell_far(place, len(self._far))

    def tell_far(self, place: Callable[[int, Node, Bounds], object], most: int = A_FEW) -> None:
        """Some of what is out of sight."""
        for uid in list(islice(self._far, most)):
            self._far.discard(uid)
            node = self._nodes.get(uid)
            if node is not None and (bounds := bounds_of(self._widgets[uid])) != node.bounds:
                place(uid, node, bounds)

    def _in_sight(self, kids: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, Node, Bounds]]:
        """What has come into sight, is in sight or has gone out of it; the rest is kept for later."""
        for owner in self._owners & self._widgets.keys():
            for uid, bounds in places_inside(owner, kids, self._widgets, self._window):
                node = self._nodes.get(uid)
                if node is None or bounds == node.bounds:
                    continue
                if self._is_in_sight(bounds) or self._is_in_sight(node.bounds):
                    yield uid, node, bounds
                else:
                    self._far.add(uid)
                    self._is_moving = True
        self._owners.clear()

    def _is_in_sight(self, bounds: Bounds) -> bool:
        width, height = self._window.size
        return bounds.right > 0 and bounds.left < width and bounds.bottom > 0 and bounds.top < height
