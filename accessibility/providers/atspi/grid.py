"""The cells of a table by row and column, counted from 0 with the headers; rows that are not told now have none."""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.node import Node, TablePlace
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.roles import CELLS, Role


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells` by (row, column); a cell that covers several stands at each of them."""

    rows: int
    columns: int
    cells: dict[tuple[int, int], int]

    def place(self, uid: int) -> tuple[int, int]:
        """Row and column of a cell; (-1, -1) when it is none of this table's."""
        return next((place for place, cell in self.cells.items() if cell == uid), (-1, -1))

    def row(self, row: int) -> list[int]:
        return [cell for (at, _), cell in sorted(self.cells.items()) if at == row]

    def column(self, column: int) -> list[int]:
        return [cell for (_, at), cell in sorted(self.cells.items()) if at == column]


def grid_of(tree: Snapshot, table: int) -> Grid:
    cells: dict[tuple[int, int], int] = {}
    for count, row_uid in enumerate(_rows(tree, table)):
        row = _start(tree.nodes[row_uid].place, count, of_row=True)
        column = 0
        for uid in tree.children.get(row_uid, ()):
            node = tree.nodes[uid]
            if node.role not in CELLS:
                continue
            column = _start(node.place, column, of_row=False)
            for place in _covered(node, row, column):
                cells[place] = uid
            column += span(node)[1]
    size = tree.nodes[table].table
    rows = max([size.rows if size else 0, *(row + 1 for row, _ in cells)])
    columns = max([size.columns if size else 0, *(column + 1 for _, column in cells)])
    return Grid(rows, columns, cells)


def place_in(tree: Snapshot, table: int, cell: int) -> tuple[int, int]:
    """Row and column of a cell; (-1, -1) when it has none. The table is walked only where they do not say it."""
    row = next((above for above in tree.ancestors(cell) if tree.nodes[above].role is Role.ROW), None)
    across, down = tree.nodes[cell].place, tree.nodes[row].place if row is not None else None
    if across is not None and across.column and down is not None and down.row:
        return down.row - 1, across.column - 1
    return grid_of(tree, table).place(cell)


def columns_of(tree: Snapshot, table: int) -> int:
    """How many columns the table has; its cells are counted only where it does not say it."""
    size = tree.nodes[table].table
    return size.columns if size is not None and size.columns else grid_of(tree, table).columns


def table_of(tree: Snapshot, uid: int) -> int | None:
    """The table around a cell."""
    return next((above for above in tree.ancestors(uid) if tree.nodes[above].role is Role.TABLE), None)


def span(node: Node) -> tuple[int, int]:
    """How many rows and columns a cell covers."""
    return (max(node.place.rows, 1), max(node.place.columns, 1)) if node.place is not None else (1, 1)


def _rows(tree: Snapshot, uid: int) -> Iterator[int]:
    for child in tree.children.get(uid, ()):
        if tree.nodes[child].role is Role.ROW:
            yield child
        elif tree.nodes[child].role is not Role.TABLE:
            yield from _rows(tree, child)


def _start(place: TablePlace | None, counted: int, *, of_row: bool) -> int:
    """What the node says, else what counting gives."""
    said = (place.row if of_row else place.column) if place is not None else 0
    return said - 1 if said else counted


def _covered(node: Node, row: int, column: int) -> Iterator[tuple[int, int]]:
    rows, columns = span(node)
    return ((row + down, column + right) for down in range(rows) for right in range(columns))
