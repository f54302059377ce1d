"""A tree of nodes and the difference between two moments of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accessibility.node import Node


@dataclass(frozen=True, slots=True)
class Changes:
    """What has to be told: nodes that are new or other than before, ids that are gone, and who has the focus.

    `complete` means that `nodes` is the whole tree, so nothing that was told before counts.
    """

    root: int
    focus: int
    nodes: tuple[Node, ...] = ()
    removed: tuple[int, ...] = ()
    complete: bool = False


def diff(before: Mapping[int, Node], after: Mapping[int, Node]) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    """Nodes of `after` that are new or changed, and ids of `before` that are gone."""
    changed = tuple(node for uid, node in after.items() if before.get(uid) != node)
    return changed, tuple(uid for uid in before if uid not in after)


def reading_order(nodes: Mapping[int, Node], root: int) -> Iterator[Node]:
    """The nodes under `root` and itself, depth first: the order in which they are read and tabbed through."""
    waiting = [root]
    while waiting:
        node = nodes.get(waiting.pop())
        if node is not None:
            yield node
            waiting.extend(reversed(node.children))


def find(nodes: Mapping[int, Node], role: str, name: str = "") -> Node | None:
    """The first node of that role, and of that name if one is given; for tests and for the audit."""
    matches = (node for node in nodes.values() if node.role == role and (not name or node.name == name))
    return next(matches, None)
