"""Where a mark is painted: on what it marks, as far as that can be seen."""

from collections.abc import Mapping

from accessibility.clipping import common, pane_around
from accessibility.node import Bounds, Node
from accessibility.switch.scanner import Mark


def in_sight(mark: Mark, nodes: Mapping[int, Node], root: int, thick: float) -> Bounds | None:
    """The rectangle (window pixels) to outline with a line of that thickness; None: nothing of it can be seen.

    Where a group is scrolled out of a pane, other things stand in its place, and the mark would lie on them.
    """
    marked = mark.item or mark.group
    pane = pane_around(nodes, root, (mark.item or mark.group.items[0]).id)
    room = Bounds(pane.left + thick, pane.top + thick, pane.right - thick, pane.bottom - thick)
    seen = common(marked.bounds, room)
    return None if seen.is_empty else seen
