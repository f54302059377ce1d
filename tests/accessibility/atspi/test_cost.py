"""What a change costs the provider, counted in entries copied and looked up, in small trees and in large ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from accessibility.node import Bounds, Node, TablePlace, TableSize
from accessibility.providers.atspi.events import events_between
from accessibility.providers.atspi.interfaces.accessible import INTERFACE as ACCESSIBLE
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.subject import Subject
from accessibility.providers.atspi.table_of_ids import Draft, IdTable
from accessibility.roles import Role
from accessibility.tree import Changes

ROWS = 20
"""Rows in a section; a window has as many sections as it needs."""
FIRST = 1000


class World:
    bus_name, origin = ":1.1", (0.0, 0.0)

    def perform(self, target: int, action: str, *values: Any) -> None: ...


def tree(size: int) -> Snapshot:
    """A window with about `size` rows in sections of twenty."""
    sections = range(FIRST, FIRST + size * 2, ROWS * 2)
    nodes = [Node(1, Role.WINDOW, bounds=Bounds(0, 0, 800, 600), children=(2,))]
    nodes.append(Node(2, Role.GROUP, children=tuple(sections)))
    for uid in sections:
        rows = tuple(range(uid + 1, uid + 1 + ROWS))
        nodes.append(Node(uid, Role.LIST, f"section {uid}", children=rows))
        nodes += [Node(row, Role.LISTITEM, f"row {row}", labelled_by=(uid,)) for row in rows]
    return apply(Snapshot(), Changes(1, 1, tuple(nodes), complete=True))


def changes() -> dict[str, Changes]:
    """The same changes in the first section, whatever else there is."""
    rows = tuple(range(FIRST + 1, FIRST + 1 + ROWS))
    section = Node(FIRST, Role.LIST, f"section {FIRST}", children=rows)
    new = Node(FIRST + ROWS + 1, Role.LISTITEM, "new")
    return {
        "name": Changes(1, 1, (Node(rows[0], Role.LISTITEM, "other", labelled_by=(FIRST,)),)),
        "came": Changes(1, 1, (replace(section, children=(*rows, new.id)), new)),
        "went": Changes(1, 1, (replace(section, children=rows[1:]),), (rows[0],)),
        "order": Changes(1, 1, (replace(section, children=rows[::-1]),)),
        "focus": Changes(1, rows[3]),
    }


def copied(before: Snapshot, after: Snapshot) -> int:
    """Entries of all pieces of `after` that are not `before`'s own."""
    return sum(
        _copied(getattr(before, each.name), getattr(after, each.name))
        for each in fields(Snapshot)
        if isinstance(getattr(after, each.name), IdTable)
    )


def _copied(before: IdTable[Any], after: IdTable[Any]) -> int:
    known = {id(piece) for piece in _pieces(before)}
    return sum(len(piece) for piece in _pieces(after) if id(piece) not in known)


def _pieces(table: IdTable[Any]) -> Iterator[dict[int, Any]]:
    yield table._top
    for branch in table._top.values():
        yield branch
        yield from branch.values()


def looked_up(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> int:
    """Entries looked at meanwhile; walking over a table counts each of its entries."""
    count = 0
    walk = IdTable.__iter__

    def counted(look: Callable[[Any, int], Any]) -> Callable[[Any, int], Any]:
        def counting(self: Any, key: int) -> Any:
            nonlocal count
            count += 1
            return look(self, key)

        return counting

    def counted_walk(self: Any) -> Iterator[int]:
        nonlocal count
        for key in walk(self):
            count += 1
            yield key

    with monkeypatch.context() as patch:
        for kind, name in ((IdTable, "__getitem__"), (Draft, "get"), (Draft, "__contains__")):
            patch.setattr(kind, name, counted(getattr(kind, name)))
        patch.setattr(IdTable, "__iter__", counted_walk)
        act()
    return count


def events(before: Snapshot, after: Snapshot, told: Changes) -> Callable[[], object]:
    def make() -> None:
        assert list(events_between(before, after, told, World()))

    return make


@pytest.mark.parametrize("what", ["name", "came", "went", "order", "focus"])
def test_a_change_costs_the_same_in_a_small_tree_and_in_a_large_one(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Up to 40 entries more in each table: its top has one for each 1,024 ids."""
    told = changes()[what]
    cost, lookups = [], []
    for size in (200, 20_000):
        before = replace(tree(size), active=True)
        after = replace(apply(before, told), active=True)
        cost.append(copied(before, after))
        if what != "order":  # nothing is told of it
            lookups.append(looked_up(monkeypatch, events(before, after, told)))
    assert cost[1] - cost[0] <= 40 * 8
    assert cost[1] <= 1_000
    assert len(set(lookups)) <= 1, "events look at what changed only"


def flat(size: int) -> Snapshot:
    """A window with so many labels that stand beside each other."""
    labels = tuple(range(FIRST, FIRST + size))
    nodes = [Node(1, Role.WINDOW, bounds=Bounds(0, 0, 800, 600), children=(2,)), Node(2, Role.GROUP, children=labels)]
    nodes += [Node(uid, Role.STATICTEXT, f"label {uid}") for uid in labels]
    return apply(Snapshot(active=True), Changes(1, 1, tuple(nodes), complete=True))


def among(tree: Snapshot, what: str) -> Changes:
    """One of the labels changes, comes or goes in the middle, or two change places."""
    children = tree.children[2]
    half = len(children) // 2
    here, next_to, new = children[half], children[half + 1], 5
    line = {
        "name": children,
        "came": (*children[:half], new, *children[half:]),
        "went": (*children[:half], *children[half + 1 :]),
        "order": (*children[:half], next_to, here, *children[half + 2 :]),
    }[what]
    group = Node(2, Role.GROUP, children=line)
    one = {"name": Node(here, Role.STATICTEXT, "other"), "came": Node(new, Role.STATICTEXT, "new")}
    nodes = (group, one[what]) if what in one else (group,)
    return Changes(1, 1, nodes, (here,) if what == "went" else ())


@pytest.mark.parametrize("what", ["name", "came", "went", "order"])
def test_siblings_are_not_looked_at_for_the_sake_of_one(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Of ten thousand in a line as few as of a hundred, in the next snapshot and in the events."""
    lookups = []
    for size in (100, 10_000):
        before = flat(size)
        told = among(before, what)
        after = apply(before, told)
        made = looked_up(monkeypatch, lambda before=before, told=told: apply(before, told))  # type: ignore[misc]
        lookups.append((made, looked_up(monkeypatch, events(before, after, told))))
    assert lookups[0] == lookups[1]


def table(rows: int) -> Snapshot:
    """A window with a table of two columns, counted as the tree counts."""
    cells = {row: (row * 3 + FIRST + 1, row * 3 + FIRST + 2) for row in range(rows)}
    nodes = [
        Node(1, Role.WINDOW, children=(2,)),
        Node(2, Role.TABLE, table=TableSize(rows, 2), children=tuple(row * 3 + FIRST for row in cells)),
    ]
    for row, inside in cells.items():
        nodes.append(Node(row * 3 + FIRST, Role.ROW, place=TablePlace(row + 1), children=inside))
        nodes += [Node(uid, Role.CELL, place=TablePlace(row + 1, at)) for at, uid in enumerate(inside, 1)]
    return apply(Snapshot(), Changes(1, 1, tuple(nodes), complete=True))


def test_a_cell_is_told_without_a_walk_over_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    lookups, answers = [], []
    for tree in (table(10), table(1_000)):
        cell = Subject(tree, tree.nodes[9 * 3 + FIRST + 2], World())
        told = ACCESSIBLE.methods["GetAttributes"].answer
        lookups.append(looked_up(monkeypatch, lambda cell=cell, told=told: answers.append(told(cell)[0])))  # type: ignore[misc]
    assert answers[0]["table-cell-index"] == answers[1]["table-cell-index"] == str(9 * 2 + 1)
    assert lookups[0] == lookups[1]


def test_tables_hold_what_dictionaries_would_and_never_change() -> None:
    chance = random.Random(7)  # noqa: S311
    table, wanted = IdTable[int](), dict[int, int]()
    for _ in range(300):
        kept, copy = table, dict(wanted)
        draft = table.draft()
        for _ in range(chance.randrange(6)):
            key = chance.randrange(-40, 4000)
            if chance.random() < 0.5:
                draft[key] = wanted[key] = chance.randrange(100)
            else:
                assert draft.pop(key) == wanted.pop(key, None)
            assert (draft.get(key), key in draft) == (wanted.get(key), key in wanted)
        table = draft.table()
        assert (dict(table), len(table)) == (wanted, len(wanted))
        assert dict(kept) == copy
        assert all(piece for piece in _pieces(table)) or not wanted, "nothing empty is left behind"


def test_a_draft_without_a_change_is_the_same_table() -> None:
    draft = IdTable[int]().draft()
    draft[5] = 1
    table = draft.table()
    same = table.draft()
    assert same.pop(6) is None
    assert same.table() is table
