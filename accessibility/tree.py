"""A tree of nodes and the difference between two moments of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from accessibility.node import Node

Parent = Callable[[int], int | None]
"""The node above one, by id; None at the top."""


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


def following(nodes: Mapping[int, Node], parent: Parent, uid: int, root: int) -> Iterator[Node]:
    """The nodes under `root` from behind `uid` to the end, then from the beginning up to before it."""
    if uid in nodes and uid != root:
        for child in nodes[uid].children:
            yield from reading_order(nodes, child)
        for _, before_and_behind in _upwards(nodes, parent, uid, root):
            for sibling in before_and_behind[1]:
                yield from reading_order(nodes, sibling)
    for node in reading_order(nodes, root):
        if node.id == uid and uid != root:
            return
        yield node


def preceding(nodes: Mapping[int, Node], parent: Parent, uid: int, root: int) -> Iterator[Node]:
    """The nodes under `root` from before `uid` back to the beginning, then from the end back to behind it."""
    if uid in nodes and uid != root:
        for above, before_and_behind in _upwards(nodes, parent, uid, root):
            for sibling in reversed(before_and_behind[0]):
                yield from _backwards(nodes, sibling)
            yield nodes[above]
    for node in _backwards(nodes, root):
        if node.id == uid and uid != root:
            return
        yield node


def _upwards(
    nodes: Mapping[int, Node], parent: Parent, uid: int, root: int
) -> Iterator[tuple[int, tuple[tuple[int, ...], tuple[int, ...]]]]:
    """From `uid` up to `root`: each node above, with its children before and behind where the way comes from."""
    while uid != root and (above := parent(uid)) is not None and above in nodes:
        children = nodes[above].children
        at = children.index(uid) if uid in children else 0
        yield above, (children[:at], children[at + 1 :])
        uid = above


def _backwards(nodes: Mapping[int, Node], root: int) -> Iterator[Node]:
    """`reading_order` from its end; a node comes after all that is inside it."""
    node = nodes.get(root)
    if node is not None:
        for child in reversed(node.children):
            yield from _backwards(nodes, child)
        yield node


def find(nodes: Mapping[int, Node], role: str, name: str = "") -> Node | None:
    """The first node of that role, and of that name if one is given; for tests and for the audit."""
    matches = (node for node in nodes.values() if node.role == role and (not name or node.name == name))
    return next(matches, None)
