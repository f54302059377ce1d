"""Where the arrow keys lead by the shape of what the focus is in: along a tree, between rows, over a table."""

from typing import Any

from accessibility.focus import FocusManager


class FocusMoves:
    """Moves the focus by one step; each is False where there is nothing of that shape around the focus."""

    def __init__(self, focus: FocusManager) -> None:
        self._focus = focus

    def along_branch(self, *, inwards: bool) -> bool:
        """In a tree, to the first item that hangs from the one with the focus, or to the one that it hangs from."""
        here, order = self._focus.current, self._focus.order
        find = order.first_inside if inwards else order.branch_of
        return here is not None and self._go_or_stay(find(here))

    def in_item(self, step: int) -> bool:
        """In an item of a list, one control on or back; before the first is the item itself, at the last it stays."""
        here = self._focus.current
        members = self._focus.order.in_item(here) if here is not None else []
        if len(members) < 2 or here not in members:
            return False
        return self._go_or_stay(members[max(0, min(len(members) - 1, members.index(here) + step))])

    def to_row(self, step: int) -> bool:
        """In a toolbar of several rows (a keyboard), to the nearest member of the row below (1) or above (-1)."""
        here = self._focus.current
        return here is not None and self._go_or_stay(self._focus.order.rows.beside(here, step))

    def in_table(self, step: int, *, across: bool) -> bool:
        """One cell on or back in the row or the column; False outside of tables whose cells can take the focus."""
        here = self._focus.current
        return here is not None and self._go_or_stay(self._focus.order.tables.beside(here, step, across=across))

    def to_table_end(self, *, last: bool, corner: bool) -> bool:
        """To the first or last cell of the row, or of the whole table."""
        here = self._focus.current
        return here is not None and self._go_or_stay(self._focus.order.tables.end(here, last=last, corner=corner))

    def _go_or_stay(self, widget: Any | None) -> bool:
        return widget is not None and (widget is self._focus.current or self._focus.focus(widget))
