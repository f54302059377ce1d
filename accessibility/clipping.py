"""What scrolls shows only what lies within its own edges, wherever the things inside it stand."""

from accessibility.node import Bounds, Node
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
