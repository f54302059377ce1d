"""org.a11y.atspi.TableCell: where a cell stands and which headers it has."""

from typing import Any

from accessibility.providers.atspi.grid import Grid, columns_of, grid_of, place_in, span, table_of
from accessibility.providers.atspi.names import NOBODY, TABLE_CELL, Reference
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import CELLS, Role

_NO_GRID = Grid(0, 0, {})


def _grid(subject: Subject) -> Grid:
    table = table_of(subject.tree, subject.node.id)
    return grid_of(subject.tree, table) if table is not None else _NO_GRID


def _position(subject: Subject) -> tuple[int, int]:
    table = table_of(subject.tree, subject.node.id)
    return place_in(subject.tree, table, subject.node.id) if table is not None else (-1, -1)


def index_in_table(subject: Subject) -> int | None:
    """The number of a cell, counted through the rows of its table; None for what is no cell."""
    table = table_of(subject.tree, subject.node.id) if subject.node.role in CELLS else None
    if table is None:
        return None
    row, column = place_in(subject.tree, table, subject.node.id)
    return row * columns_of(subject.tree, table) + column if row >= 0 else None


def _table(subject: Subject) -> Reference:
    table = table_of(subject.tree, subject.node.id)
    return subject.reference(table) if table is not None else NOBODY


def _row_column_span(subject: Subject) -> tuple[Any, ...]:
    row, column = _position(subject)
    return row >= 0, row, column, *span(subject.node)


def headers(subject: Subject, role: Role) -> list[Reference]:
    """The header cells that the cell names, else those of its row or column; a header has none of its own kind."""
    nodes = subject.tree.nodes
    named = [uid for uid in subject.node.headers if uid in nodes and nodes[uid].role is role]
    if not named and subject.node.role is not role:
        grid = _grid(subject)
        row, column = grid.place(subject.node.id)
        line = grid.row(row) if role is Role.ROWHEADER else grid.column(column)
        named = [uid for uid in line if nodes[uid].role is role and uid != subject.node.id]
    return [subject.reference(uid) for uid in named if subject.tree.told(uid)]


INTERFACE = Interface(
    TABLE_CELL,
    lambda node: node.role in CELLS,
    methods={
        "GetRowColumnSpan": Method("", "biiii", _row_column_span),
        "GetColumnHeaderCells": Method("", "a(so)", lambda it: (headers(it, Role.COLUMNHEADER),)),
        "GetRowHeaderCells": Method("", "a(so)", lambda it: (headers(it, Role.ROWHEADER),)),
    },
    properties={
        "Position": Property("(ii)", _position),
        "RowSpan": Property("i", lambda it: span(it.node)[0]),
        "ColumnSpan": Property("i", lambda it: span(it.node)[1]),
        "Table": Property("(so)", _table),
    },
)
