"""Which nodes name others: as their label, description or error, as what they control, as members of one group."""

from dataclasses import replace

from accessibility.node import Ids, Node
from accessibility.tree import Changes


class Naming:
    """Keeps up with what is told, for platforms to which a name is an id that has to be there."""

    def __init__(self) -> None:
        self.told: set[int] = set()
        self._naming: dict[int, Node] = {}

    def take(self, changes: Changes) -> Changes:
        """The same with the nodes that name one that came or went with them: these have to be told again."""
        if changes.complete:
            self.told.clear()
            self._naming.clear()
        altered = {node.id for node in changes.nodes if node.id not in self.told} | set(changes.removed)
        self.told.update(node.id for node in changes.nodes)
        self.told.difference_update(changes.removed)
        for uid in (*changes.removed, *(node.id for node in changes.nodes)):
            self._naming.pop(uid, None)
        again = tuple(node for node in self._naming.values() if not altered.isdisjoint(named_by(node)))
        self._naming |= {node.id: node for node in changes.nodes if named_by(node)}
        return replace(changes, nodes=changes.nodes + again) if again else changes


def named_by(node: Node) -> Ids:
    """All nodes that it names but for its children."""
    return (*node.labelled_by, *node.described_by, *node.error_by, *node.controls, *node.headers, *node.members)
