"""Which nodes name others: as their label, description or error, as what they control, as members of one group."""

from dataclasses import replace

from accessibility.node import Ids, Node
from accessibility.roles import CELLS, Role
from accessibility.tree import Changes

_HEADERS = CELLS - {Role.CELL}


class Naming:
    """Keeps up with what is told, for platforms to which a name is an id that has to be there."""

    def __init__(self) -> None:
        self.told: set[int] = set()
        self.headers: dict[int, str] = {}
        """The words of each header that is told: a platform may have no other way to them than the cell's own words."""
        self._naming: dict[int, Node] = {}

    def take(self, changes: Changes) -> Changes:
        """The same with the nodes that name one that came or went with them, or a header that has other words now:
        these have to be told again."""
        if changes.complete:
            self.told.clear()
            self.headers.clear()
            self._naming.clear()
        altered = {node.id for node in changes.nodes if node.id not in self.told} | set(changes.removed)
        headers = {node.id: node.name for node in changes.nodes if node.role in _HEADERS}
        altered |= {uid for uid, name in headers.items() if self.headers.get(uid) != name}
        self.headers |= headers
        self.told.update(node.id for node in changes.nodes)
        self.told.difference_update(changes.removed)
        for uid in (*changes.removed, *(node.id for node in changes.nodes)):
            self._naming.pop(uid, None)
            if uid not in headers:
                self.headers.pop(uid, None)
        again = tuple(node for node in self._naming.values() if not altered.isdisjoint(named_by(node)))
        self._naming |= {node.id: node for node in changes.nodes if named_by(node)}
        return replace(changes, nodes=changes.nodes + again) if again else changes


def named_by(node: Node) -> Ids:
    """All nodes that it names but for its children."""
    return (*node.labelled_by, *node.described_by, *node.error_by, *node.controls, *node.headers, *node.members)
