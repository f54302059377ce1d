"""The tree as the platform sees it at one moment: immutable, so that any thread may read it while the next is made.

Containers without a meaning (`generic`) are left out and their children stand in their parent's place, so that a
reader's user does not walk through layouts. Objects are numbered as they come and a number never comes back: to AT-SPI
an object that has gone is dead for good, and Orca drops the events of one that has risen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from accessibility.node import NOWHERE, Bounds, Node
from accessibility.providers.atspi.states import states_of
from accessibility.roles import Role, State
from accessibility.tree import Changes

_GRAVES = 1000  # objects that have gone and are still remembered


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`nodes` are all nodes; `parents`, `children` and `numbers` hold those that are told. Never changed.

    `above` is the parent of each node as the application has it. `related` are the nodes that name others.
    `active` says whether the window has the keyboard; without it nothing is focused.
    """

    root: int = 0
    focus: int = 0
    active: bool = False
    nodes: Mapping[int, Node] = field(default_factory=dict)
    above: Mapping[int, int] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    children: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    by_number: Mapping[int, int] = field(default_factory=dict)
    related: frozenset[int] = frozenset()
    last_number: int = 0
    graves: Mapping[int, int] = field(default_factory=dict)
    """Of objects that have gone lately: the number of the parent they had."""

    def told(self, uid: int) -> bool:
        return uid in self.numbers

    @property
    def window(self) -> Bounds:
        """What can be seen, in window pixels."""
        node = self.nodes.get(self.root)
        return node.bounds if node is not None else NOWHERE

    @property
    def focused(self) -> int:
        """The node that has the focus, if it is told and the window has the keyboard; else 0."""
        return self.focus if self.active and self.focus in self.numbers else 0

    def states(self, uid: int) -> int:
        """All states of a node, as `states.states_of` has them."""
        focused = self.focused == uid
        return states_of(self.nodes[uid], focused=focused, active=self.active, window=self.window)

    def index(self, uid: int) -> int:
        """Its place among its parent's children, from 0; -1 when it has none there."""
        siblings = self.children.get(self.parents.get(uid, 0), ())
        return siblings.index(uid) if uid in siblings else (0 if uid == self.root else -1)

    def below(self, uid: int) -> Iterator[int]:
        """The told nodes under it, in reading order, without itself."""
        for child in self.children.get(uid, ()):
            yield child
            yield from self.below(child)

    def ancestors(self, uid: int) -> Iterator[int]:
        """The told nodes above it, nearest first."""
        while uid in self.parents:
            uid = self.parents[uid]
            yield uid


def is_told(node: Node) -> bool:
    """Whether the node is an object to the platform."""
    return node.role is not Role.GENERIC or node.has(State.FOCUSABLE)


def apply(before: Snapshot, changes: Changes) -> Snapshot:
    """The snapshot after the changes. The cost is a copy of the tables and work for what changed."""
    if changes.complete:
        before = Snapshot(active=before.active, last_number=before.last_number)
    nodes = dict(before.nodes)
    nodes.update({node.id: node for node in changes.nodes})
    for uid in changes.removed:
        nodes.pop(uid, None)
    after = replace(before, root=changes.root, focus=changes.focus, nodes=nodes, related=_related(before, changes))
    if not changes.complete and not changes.removed and not _moved(before, changes.nodes):
        return after
    return _with_structure(before, after, changes)


def _moved(before: Snapshot, nodes: Iterable[Node]) -> bool:
    """Whether children came, went or changed their place."""
    old = before.nodes
    return any(
        node.id not in old or old[node.id].children != node.children or is_told(old[node.id]) != is_told(node)
        for node in nodes
    )


def _related(before: Snapshot, changes: Changes) -> frozenset[int]:
    pointing = {node.id for node in changes.nodes if node.labelled_by or node.described_by or node.error_by
                or node.controls or node.headers}  # fmt: skip
    changed = {node.id for node in changes.nodes} | set(changes.removed)
    if not pointing and not (changed & before.related):
        return before.related
    return (before.related - changed) | pointing


def _with_structure(before: Snapshot, after: Snapshot, changes: Changes) -> Snapshot:
    """`after` with parents, told children and numbers brought up to date around what changed."""
    above, parents = dict(before.above), dict(before.parents)
    children, numbers = dict(before.children), dict(before.numbers)
    by_number, number = dict(before.by_number), before.last_number
    graves = dict(before.graves)
    gone = set(changes.removed)
    for node in changes.nodes:
        above.update(dict.fromkeys(node.children, node.id))
        if not is_told(node):
            gone.add(node.id)
    for uid in gone:
        children.pop(uid, None)
        parent = before.numbers.get(parents.pop(uid, 0), 0)
        if uid not in after.nodes:
            above.pop(uid, None)
        if uid in numbers:
            dead = numbers.pop(uid)
            del by_number[dead]
            graves[dead] = parent
    for node in changes.nodes:
        if is_told(node) and node.id not in numbers:
            number += 1
            numbers[node.id], by_number[number] = number, node.id
    for uid in _owners(after.nodes, above, changes):
        children[uid] = tuple(_told_children(after.nodes, uid))
        parents.update(dict.fromkeys(children[uid], uid))
    for oldest in list(graves)[: max(0, len(graves) - _GRAVES)]:
        del graves[oldest]
    return replace(after, above=above, parents=parents, children=children, numbers=numbers, by_number=by_number,
                   last_number=number, graves=graves)  # fmt: skip


def _owners(nodes: Mapping[int, Node], above: Mapping[int, int], changes: Changes) -> set[int]:
    """The told nodes whose told children may be others now."""
    owners = set()
    for node in changes.nodes:
        # A node that has become or ceased to be told is a change of its parent's as well.
        for start in (node.id, above.get(node.id, 0)):
            uid = start
            while uid in nodes and not is_told(nodes[uid]) and uid in above:
                uid = above[uid]
            if uid in nodes and is_told(nodes[uid]):
                owners.add(uid)
    return owners


def _told_children(nodes: Mapping[int, Node], uid: int) -> Iterator[int]:
    for child in nodes[uid].children:
        node = nodes.get(child)
        if node is None:
            continue
        if is_told(node):
            yield child
        else:
            yield from _told_children(nodes, child)
