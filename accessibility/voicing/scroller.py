"""What scrolls at a point of the screen, and what is seen of it."""

from collections.abc import Mapping

from accessibility.clipping import common
from accessibility.node import Bounds, Node
from accessibility.roles import Action
from accessibility.tree import reading_order
from accessibility.voicing.places import is_readable

EDGE = 0.08
"""Share of what scrolls at its upper and lower edge in which a resting finger wants to go on."""


def scroller(nodes: Mapping[int, Node], root: int, x: float, y: float, action: Action) -> Node | None:
    """The innermost thing at a point (window pixels, y down) that can be scrolled so, else any that can."""
    able = [node for node in reading_order(nodes, root) if action in node.actions]
    at_point = [node for node in able if _holds(node.bounds, x, y)]
    return at_point[-1] if at_point else next(iter(able), None)


def wanted_at(nodes: Mapping[int, Node], root: int, x: float, y: float) -> tuple[Node, Action] | None:
    """What a finger that rests at a point wants to scroll, for it is at an edge beyond which there is more."""
    window = nodes[root].bounds
    for action in (Action.SCROLL_DOWN, Action.SCROLL_UP):
        node = scroller(nodes, root, x, y, action)
        if node is None or not _holds(node.bounds, x, y):
            continue
        seen = common(node.bounds, window) if not window.is_empty else node.bounds
        edge = EDGE * seen.height
        if (y >= seen.bottom - edge) if action is Action.SCROLL_DOWN else (y <= seen.top + edge):
            return node, action
    return None


def first_seen(nodes: Mapping[int, Node], view: int) -> Node | None:
    """The first thing to be read in something that scrolls that stands whole in sight."""
    around = nodes.get(view)
    if around is None:
        return None
    inside = (node for node in reading_order(nodes, view) if node.id != view and is_readable(node))
    return next((node for node in inside if _is_within(node.bounds, around.bounds)), None)


def _holds(bounds: Bounds, x: float, y: float) -> bool:
    return bounds.left <= x < bounds.right and bounds.top <= y < bounds.bottom


def _is_within(inner: Bounds, outer: Bounds) -> bool:
    """As far as whole pixels go."""
    return not inner.is_empty and inner.top >= outer.top - 1 and inner.bottom <= outer.bottom + 1
