"""What a list has given to other items: its rows' widgets stay, and are other things to whoever reads them."""

from collections.abc import Iterable
from typing import Protocol

from accessibility.node import Node


class Nodes(Protocol):
    """Nodes by id."""

    def __contains__(self, uid: object, /) -> bool: ...

    def __getitem__(self, uid: int, /) -> Node: ...


def recycled(old: Nodes, nodes: Iterable[Node]) -> set[int]:
    """The ids among ``old`` of rows that hold other items now, and of all that was inside.

    These are told as other objects, or who still holds an old one would press a thing that he has never heard of.
    """
    found = set[int]()
    waiting = [node.id for node in nodes if node.id in old and old[node.id].item != node.item]
    while waiting:
        uid = waiting.pop()
        if uid in old and uid not in found:
            found.add(uid)
            waiting += old[uid].children
    return found
