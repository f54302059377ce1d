"""Up and down in a toolbar whose members stand in several rows: to what is nearest as seen, not the next in order."""

from collections.abc import Callable
from typing import Any

from accessibility.kivy_tree import WidgetTree
from accessibility.node import Bounds
from accessibility.roles import Role


class RowOrder:
    """`group_of(widget)` is the role of the group around a widget, and its members."""

    def __init__(self, tree: WidgetTree, group_of: Callable[[Any], tuple[Role, list[Any]] | None]) -> None:
        self._tree, self._group_of = tree, group_of

    def beside(self, here: Any, step: int) -> Any | None:
        """The member below (1) or above (-1), itself at the ends; None where there is one row, or no toolbar."""
        role, members = self._group_of(here) or (None, [])
        if role is not Role.TOOLBAR or here not in members:
            return None
        place = self._place(here)
        height = _middle(place)[1]
        below = [each for each in members if self._place(each).top >= height]
        above = [each for each in members if self._place(each).bottom <= height]
        if not below and not above:
            return None
        return min(below if step > 0 else above, key=lambda each: _distance(place, self._place(each)), default=here)

    def _place(self, widget: Any) -> Bounds:
        return self._tree.nodes[widget.uid].bounds


def _middle(place: Bounds) -> tuple[float, float]:
    return (place.left + place.right) / 2, (place.top + place.bottom) / 2


def _distance(one: Bounds, other: Bounds) -> tuple[int, float]:
    """The nearest row first, then the nearest in it."""
    (x, y), (other_x, other_y) = _middle(one), _middle(other)
    return round(abs(other_y - y)), abs(other_x - x)
