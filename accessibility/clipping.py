"""What scrolls shows only what lies within its own edges, wherever the things inside it stand."""

from collections.abc import Mapping

from accessibility.node import NOWHERE, Bounds, Node
from accessibility.roles import Action

_SCROLLS = frozenset({Action.SCROLL_UP, Action.SCROLL_DOWN, Action.SCROLL_LEFT, Action.SCROLL_RIGHT})

_NOTHING = Bounds(float("inf"), float("inf"), float("-inf"), float("-inf"))


def scrolls(node: Node) -> bool:
    """Whether there is more inside than is seen; what has room for all of it hides nothing."""
    return not _SCROLLS.isdisjoint(node.actions)


def common(one: Bounds, other: Bounds) -> Bounds:
    """What lies in both; where there is no such place a rectangle that nothing lies in."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Bounds(left, top, right, bottom) if left < right and top < bottom else _NOTHING


def pane_around(nodes: Mapping[int, Node], root: int, uid: int) -> Bounds:
    """Where in the window something can be seen that stands in this node: within all that scrolls around it."""
    waiting = [(root, nodes[root].bounds)] if root in nodes else []
    while waiting:
        here, seen = waiting.pop()
        if here == uid:
            return seen
        node = nodes.get(here)
        if node is not None:
            within = common(seen, node.bounds) if here != root and scrolls(node) else seen
            waiting.extend((kid, within) for kid in node.children)
    return NOWHERE
