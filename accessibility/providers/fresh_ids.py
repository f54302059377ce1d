"""FreshIds: gives a node that comes back a new id, for on AT-SPI an id that has gone is dead for good.

When a widget leaves the tree AccessKit tells `defunct` for its object path. Orca remembers that: events of a node
that comes back under the same path are "from defunct source" and are dropped, so a screen shown a second time is
silent. A row that a list has given to another item is told under a new id as well, with all that is in it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from accessibility.node import Node
from accessibility.providers.base import Host, Provider
from accessibility.providers.naming import Naming, named_by
from accessibility.providers.recycled import recycled
from accessibility.tree import Changes


class FreshIds:
    """A provider around another one; both sides see ids that are true for them."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._host: Host | None = None
        self._told: dict[int, int] = {}  # our id -> the platform's, of what is there
        self._ours: dict[int, int] = {}
        self._dead: set[int] = set()
        self._nodes: dict[int, Node] = {}
        self._naming = Naming()
        self._next = 1 << 40  # far above Kivy's own numbers

    def start(self, host: Host, window: Any) -> None:
        self._host = host
        self._provider.start(self, window)

    def update(self, changes: Changes) -> None:
        changes = self._naming.take(changes)  # what comes back has another id now
        changes, turned = self._turned(changes)
        removed = tuple(self._bury(uid) for uid in (*changes.removed, *sorted(turned - set(changes.removed))))
        nodes = tuple(self._renamed(node) for node in changes.nodes)
        focus = self._id(changes.focus)
        self._provider.update(Changes(self._id(changes.root), focus, nodes, removed, complete=changes.complete))

    def announce(self, text: str, *, assertive: bool) -> None:
        self._provider.announce(text, assertive=assertive)

    def window_focus(self, focused: bool) -> None:
        self._provider.window_focus(focused)

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        self._provider.window_moved(left, top, width, height)

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        return self._provider.key(pressed, key, scancode, text, modifiers)

    def close(self) -> None:
        self._provider.close()
        self._host = None

    # -- Host, towards the provider inside -----------------------------------------------------------

    def listening(self, on: bool) -> None:
        if self._host is not None:
            self._host.listening(on)

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        """What has gone is not asked: its number may be that of another thing now."""
        if self._host is not None and target in self._ours:
            self._host.perform(self._ours[target], action, *values, still=still)

    def afterwards(self, then: Callable[[], object]) -> None:
        if self._host is not None:
            self._host.afterwards(then)

    def _turned(self, changes: Changes) -> tuple[Changes, set[int]]:
        """With what names a node whose id is to be another, and the ids of these as they were known before."""
        if changes.complete:
            self._nodes.clear()
        turned = recycled(self._nodes, changes.nodes)
        self._nodes |= {node.id: node for node in changes.nodes}
        for uid in changes.removed:
            self._nodes.pop(uid, None)
        if not turned:
            return changes, turned
        there = {node.id for node in changes.nodes}
        again = tuple(
            node
            for node in self._nodes.values()
            if node.id not in there and not turned.isdisjoint((node.id, *node.children, *named_by(node)))
        )
        return replace(changes, nodes=changes.nodes + again), turned

    # -- names ---------------------------------------------------------------------------------------

    def _id(self, uid: int) -> int:
        if uid not in self._told:
            told = uid
            if uid in self._dead:
                self._next += 1
                told = self._next
            self._told[uid], self._ours[told] = told, uid
        return self._told[uid]

    def _bury(self, uid: int) -> int:
        told = self._id(uid)
        self._dead.add(uid)
        del self._told[uid], self._ours[told]
        return told

    def _renamed(self, node: Node) -> Node:
        return replace(
            node,
            id=self._id(node.id),
            children=self._ids(node.children),
            labelled_by=self._ids(node.labelled_by),
            described_by=self._ids(node.described_by),
            error_by=self._ids(node.error_by),
            controls=self._ids(node.controls),
            headers=self._ids(node.headers),
            members=self._ids(node.members),
        )

    def _ids(self, uids: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._id(uid) for uid in uids)
