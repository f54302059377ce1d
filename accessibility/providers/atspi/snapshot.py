"""The tree as the platform sees it at one moment: immutable, so that any thread may read it while the next is made.
The next shares with it all that has not changed, so that its cost follows the change and not the tree.

Containers without a meaning (`generic`, but for what scrolls) are left out and their children stand in their parent's
place, so that a reader's user does not walk through layouts. Objects are numbered as they come and a number never comes
back: to AT-SPI an object that has gone is dead for good, and Orca drops the events of one that has risen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from accessibility.clipping import common, scrolls
from accessibility.node import NOWHERE, Bounds, Node
from accessibility.providers.atspi.states import overlaps, states_of
from accessibility.providers.atspi.table_of_ids import Draft, IdTable
from accessibility.providers.recycled import recycled
from accessibility.roles import Role, State
from accessibility.tree import Changes

_GRAVES = 1000  # so many objects that have gone last are still remembered, and at most as many again


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`nodes` are all nodes; `parents`, `children` and `numbers` hold those that are told. Never changed.

    `above` is the parent of each node as the application has it. `related` are the nodes that name others.
    `active` says whether the window has the keyboard; without it nothing is focused. `renewed` are the nodes whose
    told children the last step has made anew.
    """

    root: int = 0
    focus: int = 0
    active: bool = False
    nodes: IdTable[Node] = field(default_factory=IdTable)
    above: IdTable[int] = field(default_factory=IdTable)
    parents: IdTable[int] = field(default_factory=IdTable)
    children: IdTable[tuple[int, ...]] = field(default_factory=IdTable)
    numbers: IdTable[int] = field(default_factory=IdTable)
    by_number: IdTable[int] = field(default_factory=IdTable)
    related: IdTable[bool] = field(default_factory=IdTable)
    renewed: frozenset[int] = frozenset()
    recycled: frozenset[int] = frozenset()
    """Of the nodes that the last step has given new numbers though they were there, all that are told."""
    last_number: int = 0
    graves: IdTable[int] = field(default_factory=IdTable)
    """Of objects that have gone lately: the number of the parent they had; `elder_graves` of those before them."""
    elder_graves: IdTable[int] = field(default_factory=IdTable)

    def told(self, uid: int) -> bool:
        return uid in self.numbers

    def grave(self, number: int) -> int:
        """The number of the parent that an object had which has gone; 0 when that is forgotten."""
        return self.graves.get(number) or self.elder_graves.get(number) or 0

    @property
    def window(self) -> Bounds:
        """What can be seen, in window pixels."""
        node = self.nodes.get(self.root)
        return node.bounds if node is not None else NOWHERE

    def in_sight(self, uid: int) -> Bounds:
        """What can be seen of the window where the node stands: what is around it may scroll, and hides the rest."""
        seen = self.window
        while (around := self.above.get(uid)) is not None and (node := self.nodes.get(around)) is not None:
            if scrolls(node):
                seen = common(seen, node.bounds)
            uid = around
        return seen

    def shows(self, uid: int) -> bool:
        """Whether some of the node can be seen."""
        bounds = self.nodes[uid].bounds
        return overlaps(bounds, self.window) and overlaps(bounds, self.in_sight(uid))

    @property
    def focused(self) -> int:
        """The node that has the focus, if it is told and the window has the keyboard; else 0."""
        return self.focus if self.active and self.focus in self.numbers else 0

    def states(self, uid: int) -> int:
        """All states of a node, as `states.states_of` has them."""
        focused = self.focused == uid
        return states_of(self.nodes[uid], focused=focused, active=self.active, window=self.in_sight(uid))

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
    """Whether the node is an object to the platform: it means something, can have the focus, or be asked to scroll."""
    return node.role is not Role.GENERIC or node.has(State.FOCUSABLE) or scrolls(node)


def apply(before: Snapshot, changes: Changes) -> Snapshot:
    """The snapshot after the changes."""
    if changes.complete:
        before = Snapshot(active=before.active, last_number=before.last_number)
    nodes = before.nodes.draft()
    for node in changes.nodes:
        nodes[node.id] = node
    for uid in changes.removed:
        nodes.pop(uid)
    related = _related(before, changes)
    after = replace(before, root=changes.root, focus=changes.focus, nodes=nodes.table(), related=related)
    if not changes.complete and not changes.removed and not _moved(before, changes.nodes):
        return replace(after, renewed=frozenset(), recycled=frozenset()) if before.renewed else after
    return _Step(before, after).take(changes)


def _moved(before: Snapshot, nodes: Iterable[Node]) -> bool:
    """Whether children came, went, changed their place or became others."""
    old = before.nodes
    return any(
        node.id not in old
        or old[node.id].children != node.children
        or old[node.id].item != node.item
        or is_told(old[node.id]) != is_told(node)
        for node in nodes
    )


def _related(before: Snapshot, changes: Changes) -> IdTable[bool]:
    related = before.related.draft()
    for uid in changes.removed:
        related.pop(uid)
    for node in changes.nodes:
        names = node.labelled_by or node.described_by or node.error_by or node.controls or node.headers
        if names and node.id not in related:
            related[node.id] = True
        elif not names:
            related.pop(node.id)
    return related.table()


class _Step:
    """From one snapshot to the next where the structure changes: parents, told children and numbers."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self._before, self._after = before, after
        self._above, self._parents = before.above.draft(), before.parents.draft()
        self._children, self._numbers = before.children.draft(), before.numbers.draft()
        self._by_number, self._number = before.by_number.draft(), before.last_number
        full = len(before.graves) >= _GRAVES
        self._graves: Draft[int] = (IdTable[int]() if full else before.graves).draft()
        self._elder_graves = before.graves if full else before.elder_graves

    def take(self, changes: Changes) -> Snapshot:
        """`after`, brought up to date around what changed."""
        nodes, turned = self._after.nodes, recycled(self._before.nodes, changes.nodes)
        gone = {*changes.removed, *turned}
        new = {node.id for node in changes.nodes if node.id not in self._before.nodes}
        for node in changes.nodes:
            _put_all(self._above, self._come(node, new), node.id)
            if not is_told(node):
                gone.add(node.id)
        for uid in gone:
            self._bury(uid)
        turned = {uid for uid in turned if uid in nodes and is_told(nodes[uid])}
        for uid in (*(node.id for node in changes.nodes if is_told(node)), *sorted(turned)):
            if uid not in self._numbers:
                self._number += 1
                self._numbers[uid], self._by_number[self._number] = self._number, uid
        owners = self._owners(changes) | turned
        changed = gone.union(node.id for node in changes.nodes)
        for uid in owners:
            self._adopt(uid, changed)
        return replace(
            self._after, above=self._above.table(), parents=self._parents.table(), children=self._children.table(),
            numbers=self._numbers.table(), by_number=self._by_number.table(), last_number=self._number,
            graves=self._graves.table(), elder_graves=self._elder_graves,
            renewed=frozenset(owners), recycled=frozenset(turned),
        )  # fmt: skip

    def _bury(self, uid: int) -> None:
        self._children.pop(uid)
        parent = self._before.numbers.get(self._parents.pop(uid) or 0) or 0
        if uid not in self._after.nodes:
            self._above.pop(uid)
        number = self._numbers.pop(uid)
        if number is not None:
            self._by_number.pop(number)
            self._graves[number] = parent

    def _owners(self, changes: Changes) -> set[int]:
        """The told nodes whose told children may be others now."""
        nodes, owners = self._after.nodes, set[int]()
        for node in changes.nodes:
            # A node that has become or ceased to be told is a change of its parent's as well.
            for start in (node.id, self._above.get(node.id)):
                uid = start
                while uid is not None and uid in nodes and not is_told(nodes[uid]):
                    uid = self._above.get(uid)
                if uid is not None and uid in nodes:
                    owners.add(uid)
        return owners

    def _come(self, node: Node, new: set[int]) -> set[int]:
        """Those of its children that were not its children before, or were nowhere."""
        old = self._before.nodes.get(node.id)
        children = set(node.children)
        return children if old is None else children.difference(old.children) | (children & new)

    def _adopt(self, uid: int, changed: set[int]) -> None:
        """Give `uid` its told children. Those that were and have not changed need no look: there may be thousands."""
        before = self._children.get(uid) or ()
        staying = set(before) - changed
        told = tuple(self._told_children(uid, staying))
        if before != told or uid not in self._children:
            self._children[uid] = told
        _put_all(self._parents, [child for child in told if child not in staying], uid)

    def _told_children(self, uid: int, staying: set[int]) -> Iterator[int]:
        for child in self._after.nodes[uid].children:
            if child in staying:
                yield child
            elif (node := self._after.nodes.get(child)) is not None:
                if is_told(node):
                    yield child
                else:
                    yield from self._told_children(child, staying)


def _put_all(draft: Draft[int], keys: Iterable[int], value: int) -> None:
    for key in keys:
        if draft.get(key) != value:
            draft[key] = value
