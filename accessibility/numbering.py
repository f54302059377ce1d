"""Counting members: "3 of 7" in a set, row and column in a table, which headers a cell has; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from accessibility.node import Node, TablePlace, TableSize
from accessibility.roles import CELLS, SETS, Role

COUNTED = frozenset(SETS) | {Role.TABLE}
"""Roles whose members are counted."""


def numbered(nodes: Mapping[int, Node], owner: int, placed: frozenset[int] | set[int]) -> Iterator[Node]:
    """The owner's and its members' nodes as they are once counted; those in `placed` say their place themselves."""
    if nodes[owner].role is Role.TABLE:
        yield from _table(nodes, owner, placed)
    elif nodes[owner].role in SETS:
        yield from _set(nodes, owner, placed)


def _set(nodes: Mapping[int, Node], owner: int, placed: frozenset[int] | set[int]) -> Iterator[Node]:
    kind = SETS[nodes[owner].role]
    members = [node for node in _inside(nodes, owner, nodes[owner].role) if node.role is kind]
    if owner not in placed:
        yield replace(nodes[owner], set_size=len(members))
    for position, node in enumerate(members, 1):
        if node.id not in placed:
            yield replace(node, position=position, set_size=len(members))


def _table(nodes: Mapping[int, Node], owner: int, placed: frozenset[int] | set[int]) -> Iterator[Node]:
    rows = [node for node in _inside(nodes, owner, Role.TABLE) if node.role is Role.ROW]
    headers: dict[int, int] = {}
    columns = 0
    for number, row in enumerate(rows, 1):
        if row.id not in placed:
            yield replace(row, place=TablePlace(number))
        cells = [node for node in _inside(nodes, row.id, Role.TABLE) if node.role in CELLS]
        columns = max(columns, len(cells))
        for cell in _row(cells, number, headers):
            if cell.id not in placed:
                yield cell
    if owner not in placed:
        yield replace(nodes[owner], table=TableSize(len(rows), columns))


def _row(cells: list[Node], number: int, headers: dict[int, int]) -> Iterator[Node]:
    """The cells of one row with place and headers; column headers are remembered in `headers`."""
    beside = tuple(cell.id for cell in cells if cell.role is Role.ROWHEADER)
    for column, cell in enumerate(cells, 1):
        if cell.role is Role.COLUMNHEADER:
            headers[column] = cell.id
            above: tuple[int, ...] = ()
        else:
            above = (headers[column],) if column in headers else ()
        side = beside if cell.role is Role.CELL else ()
        yield replace(cell, place=TablePlace(number, column), headers=side + above)


def _inside(nodes: Mapping[int, Node], above: int, kind: Role) -> Iterator[Node]:
    """The nodes below `above`, not entering another set or table of the same kind inside it."""
    for uid in nodes[above].children:
        yield nodes[uid]
        if nodes[uid].role is not kind:
            yield from _inside(nodes, uid, kind)
