"""A message for readers that hear no announcements: a notification that appears below the window, shown to them alone.

Orca 43 listens for no announcement and reads every notification that appears. Who hears announcements has been told
already, so the news that it appears goes to the others only: nobody says a message twice.
"""

import itertools
from dataclasses import replace

from accessibility.node import Bounds, Node
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.roles import Role
from accessibility.tree import Changes


class Notices:
    """Keeps the newest message's nodes; the window's own changes know nothing of them."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._shown: Node | None = None
        self.readers: frozenset[str] = frozenset()
        """The bus names of those to whom the newest one is shown."""

    @property
    def id(self) -> int | None:
        """The node of the newest one, while it is there."""
        return self._shown.id if self._shown is not None else None

    def show(self, tree: Snapshot, text: str, readers: frozenset[str]) -> Changes:
        """The tree with this message in the place of the last: a new object each time, for only one that comes is read.

        The words stand in a label inside: Orca 43 speaks a notification's name as well, but shows only that in braille.
        """
        root, old = tree.nodes[tree.root], self._shown
        bounds = Bounds(0.0, 0.0, root.bounds.right, 1.0)
        words = Node(id=-next(self._ids), role=Role.STATICTEXT, name=text, bounds=bounds)
        self._shown = Node(id=-next(self._ids), role=Role.ALERT, bounds=bounds, children=(words.id,))
        self.readers = readers
        removed = (old.id, *old.children) if old is not None else ()
        kept = tuple(child for child in root.children if child not in removed)
        return Changes(tree.root, tree.focus, (replace(root, children=kept), self._shown, words), removed)

    def keep_in(self, changes: Changes) -> Changes:
        """The same changes with the message still below the window; it ends with the tree."""
        if changes.complete:
            self._shown = None
        shown = self._shown
        if shown is None or not any(node.id == changes.root for node in changes.nodes):
            return changes
        nodes = (
            replace(node, children=(*node.children, shown.id)) if node.id == changes.root else node
            for node in changes.nodes
        )
        return replace(changes, nodes=tuple(nodes))
