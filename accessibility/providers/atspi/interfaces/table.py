"""org.a11y.atspi.Table: rows and columns. A cell's index is row times columns plus column, as ATK counts."""

from typing import Any

from accessibility.providers.atspi.grid import Grid, grid_of, span
from accessibility.providers.atspi.names import NOBODY, TABLE
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import Role


def _grid(subject: Subject) -> Grid:
    return grid_of(subject.tree, subject.node.id)


def _cell(subject: Subject, row: int, column: int) -> Subject | None:
    uid = _grid(subject).cells.get((row, column))
    return subject.of(uid) if uid is not None else None


def _at(subject: Subject, row: int, column: int) -> tuple[Any, ...]:
    cell = _cell(subject, row, column)
    return (cell.reference() if cell is not None else NOBODY,)


def _extent(subject: Subject, row: int, column: int, axis: int) -> tuple[Any, ...]:
    cell = _cell(subject, row, column)
    return (span(cell.node)[axis] if cell is not None else 1,)


def _row_column(subject: Subject, index: int) -> tuple[int, int]:
    columns = _grid(subject).columns
    return divmod(index, columns) if columns and index >= 0 else (-1, -1)


def _extents_at(subject: Subject, index: int) -> tuple[Any, ...]:
    row, column = _row_column(subject, index)
    cell = _cell(subject, row, column)
    if cell is None:
        return False, row, column, 1, 1, False
    return True, row, column, *span(cell.node), bool(cell.node.selected)


def _header(subject: Subject, place: int, role: Role) -> tuple[Any, ...]:
    """The header cell of a row or of a column."""
    grid = _grid(subject)
    line = grid.row(place) if role is Role.ROWHEADER else grid.column(place)
    found = next((uid for uid in line if subject.tree.nodes[uid].role is role), None)
    return (subject.reference(found) if found is not None else NOBODY,)


def _words(subject: Subject, place: int, role: Role) -> tuple[Any, ...]:
    grid = _grid(subject)
    line = grid.row(place) if role is Role.ROWHEADER else grid.column(place)
    headers = [subject.tree.nodes[uid] for uid in line]
    return (next((node.name for node in headers if node.role is role), ""),)


def _selected_rows(subject: Subject) -> list[int]:
    grid = _grid(subject)
    rows = {}
    for (row, _), uid in sorted(grid.cells.items()):
        parent = subject.tree.parents.get(uid, 0)
        rows[row] = bool(subject.tree.nodes[parent].selected) if parent in subject.tree.nodes else False
    return [row for row, is_selected in rows.items() if is_selected]


def _is_selected(subject: Subject, row: int, column: int) -> tuple[Any, ...]:
    cell = _cell(subject, row, column)
    return (cell is not None and (bool(cell.node.selected) or row in _selected_rows(subject)),)


def _no(subject: Subject, *_: Any) -> tuple[Any, ...]:
    return (False,)  # rows are selected by pressing them


INTERFACE = Interface(
    TABLE,
    lambda node: node.role is Role.TABLE,
    methods={
        "GetAccessibleAt": Method("ii", "(so)", _at),
        "GetIndexAt": Method("ii", "i", lambda it, row, column: (row * _grid(it).columns + column,)),
        "GetRowAtIndex": Method("i", "i", lambda it, index: _row_column(it, index)[:1]),
        "GetColumnAtIndex": Method("i", "i", lambda it, index: _row_column(it, index)[1:]),
        "GetRowDescription": Method("i", "s", lambda it, row: _words(it, row, Role.ROWHEADER)),
        "GetColumnDescription": Method("i", "s", lambda it, column: _words(it, column, Role.COLUMNHEADER)),
        "GetRowExtentAt": Method("ii", "i", lambda it, row, column: _extent(it, row, column, 0)),
        "GetColumnExtentAt": Method("ii", "i", lambda it, row, column: _extent(it, row, column, 1)),
        "GetRowHeader": Method("i", "(so)", lambda it, row: _header(it, row, Role.ROWHEADER)),
        "GetColumnHeader": Method("i", "(so)", lambda it, column: _header(it, column, Role.COLUMNHEADER)),
        "GetSelectedRows": Method("", "ai", lambda it: (_selected_rows(it),)),
        "GetSelectedColumns": Method("", "ai", lambda it: ([],)),
        "IsRowSelected": Method("i", "b", lambda it, row: (row in _selected_rows(it),)),
        "IsColumnSelected": Method("i", "b", _no),
        "IsSelected": Method("ii", "b", _is_selected),
        "AddRowSelection": Method("i", "b", _no),
        "AddColumnSelection": Method("i", "b", _no),
        "RemoveRowSelection": Method("i", "b", _no),
        "RemoveColumnSelection": Method("i", "b", _no),
        "GetRowColumnExtentsAtIndex": Method("i", "biiiib", _extents_at),
    },
    properties={
        "NRows": Property("i", lambda it: _grid(it).rows),
        "NColumns": Property("i", lambda it: _grid(it).columns),
        "NSelectedRows": Property("i", lambda it: len(_selected_rows(it))),
        "NSelectedColumns": Property("i", lambda it: 0),
        "Caption": Property("(so)", lambda it: NOBODY),
        "Summary": Property("(so)", lambda it: NOBODY),
    },
)
