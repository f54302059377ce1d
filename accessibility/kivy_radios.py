"""Radio buttons that stand in no radio group of their own: Kivy's `group` alone says which of them belong together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from accessibility.node import Node
from accessibility.roles import SETS, Role

Parent = Callable[[int], int | None]
_OWNERS = frozenset(role for role, member in SETS.items() if member is Role.RADIO)


class RadioGroups:
    """Follows the radio buttons of a tree as their nodes are made, and counts them."""

    def __init__(self) -> None:
        self._groups: dict[int, str] = {}
        self._is_stale = False

    def note(self, node: Node, widget: Any) -> None:
        """The node has been made anew."""
        group = str(getattr(widget, "group", None) or "") if node.role is Role.RADIO else ""
        if self._groups.get(node.id, "") != group:
            self._groups[node.id] = group
            self._is_stale = True

    def forget(self, uid: int) -> None:
        """It is told no longer."""
        self._is_stale |= self._groups.pop(uid, "") != ""

    def counted(self, nodes: Mapping[int, Node], parent: Parent, *, has_moved: bool) -> Iterator[Node]:
        """Their nodes once counted; has_moved: whether anything in the tree came, went or changed its place."""
        if not self._groups or not (has_moved or self._is_stale):
            return
        self._is_stale = False
        groups: dict[str, list[int]] = {}
        for uid, group in list(self._groups.items()):
            is_owned = _has_owner(nodes, parent, uid)
            if group and not is_owned:
                groups.setdefault(group, []).append(uid)
            elif nodes[uid].members:  # it was counted here, and is counted by its owner or not at all now
                place = (nodes[uid].position, nodes[uid].set_size) if is_owned else (0, 0)
                yield replace(nodes[uid], position=place[0], set_size=place[1], members=())
            if not group:
                del self._groups[uid]
        for members in groups.values():
            yield from _counted(nodes, sorted(members, key=lambda uid: _place(nodes, parent, uid)))


def _counted(nodes: Mapping[int, Node], members: list[int]) -> Iterator[Node]:
    for position, uid in enumerate(members, 1):
        yield replace(nodes[uid], position=position, set_size=len(members), members=tuple(members))


def _has_owner(nodes: Mapping[int, Node], parent: Parent, uid: int) -> bool:
    above = parent(uid)
    while above is not None and nodes[above].role not in _OWNERS:
        above = parent(above)
    return above is not None


def _place(nodes: Mapping[int, Node], parent: Parent, uid: int) -> list[int]:
    """The way to the node from the top, by which nodes sort in reading order."""
    way: list[int] = []
    while (above := parent(uid)) is not None:
        way.append(nodes[above].children.index(uid))
        uid = above
    return way[::-1]
