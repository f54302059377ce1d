"""Where arrow keys go in a table (ARIA authoring practices, grid): from cell to cell, to the ends, to the corners."""

from collections.abc import Callable, Iterator
from typing import Any

from accessibility.kivy_tree import WidgetTree
from accessibility.node import Node
from accessibility.roles import CELLS, SETS, Role
from accessibility.tree import reading_order

_OWN_ARROWS = frozenset(SETS) | {Role.RADIO, Role.TOOLBAR}

Place = tuple[int, int]
"""Row and column."""


class TableOrder:
    """Questions about the table around a widget as it stands; only what can take the focus counts as a cell."""

    def __init__(self, tree: WidgetTree, is_focusable: Callable[[Any], bool]) -> None:
        self._tree, self._is_focusable = tree, is_focusable

    def beside(self, widget: Any, step: int, *, across: bool) -> Any | None:
        """The next cell of the row (across) or of the column; the same at the edge, None where there is no table."""
        found = self._around(widget)
        if found is None:
            return None
        (row, column), cells = found
        line = [at for at in cells if (at[0] == row if across else at[1] == column)]
        here = line.index((row, column)) + step
        return cells[line[max(0, min(len(line) - 1, here))]]

    def end(self, widget: Any, *, last: bool, corner: bool) -> Any | None:
        """The first or last cell of the row, or of the table."""
        found = self._around(widget)
        if found is None:
            return None
        (row, _), cells = found
        line = [at for at in cells if corner or at[0] == row]
        return cells[line[-1 if last else 0]]

    def _around(self, widget: Any) -> tuple[Place, dict[Place, Any]] | None:
        """Where the widget stands, and what can take the focus at each place, in order; None with fewer than two."""
        cell, table = self._cell_and_table(widget.uid)
        if cell is None or table is None:
            return None
        cells = dict(sorted(self._cells(table)))
        here = _place(cell)
        return (here, cells) if here in cells and len(cells) > 1 else None

    def _cell_and_table(self, uid: int | None) -> tuple[Node | None, Node | None]:
        """A set inside a cell has arrow keys of its own, and so have radio buttons."""
        cell = None
        while uid is not None and (node := self._tree.nodes.get(uid)) is not None:
            if node.role is Role.TABLE:
                return cell, node
            if node.role in _OWN_ARROWS:
                break
            if cell is None and node.role in CELLS:
                cell = node
            uid = self._tree.parent(uid)
        return None, None

    def _cells(self, table: Node) -> Iterator[tuple[Place, Any]]:
        for node in reading_order(self._tree.nodes, table.id):
            if node.role in CELLS and node.place is not None:
                inside = (self._tree.widget(part.id) for part in reading_order(self._tree.nodes, node.id))
                target = next((part for part in inside if part is not None and self._is_focusable(part)), None)
                if target is not None:
                    yield _place(node), target


def _place(cell: Node) -> Place:
    return (cell.place.row, cell.place.column) if cell.place is not None else (0, 0)
