"""Of a cell the headers are said that are news; a table, list or dialog without a name is told as it is entered."""

from __future__ import annotations

from accessibility.node import Node, TablePlace, TableSize
from accessibility.roles import Role
from accessibility.voicing.explorer import Explorer
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen


def cell(uid: int, name: str, row: int, column: int, *headers: int, role: Role = Role.CELL) -> Node:
    return Node(uid, role, name, place=TablePlace(row, column), headers=headers, states=FOCUSABLE)


def table(name: str = "") -> Screen:
    """Two accounts with currency and balance below their headers, between two buttons."""
    rows = (
        (cell(11, "Account", 1, 1, role=Role.COLUMNHEADER), cell(12, "Currency", 1, 2, role=Role.COLUMNHEADER),
         cell(13, "Balance", 1, 3, role=Role.COLUMNHEADER)),
        (cell(21, "Current", 2, 1, 11, role=Role.ROWHEADER), cell(22, "CNY", 2, 2, 21, 12),
         cell(23, "1200", 2, 3, 21, 13)),
        (cell(31, "Savings", 3, 1, 11, role=Role.ROWHEADER), cell(32, "USD", 3, 2, 31, 12),
         cell(33, "85", 3, 3, 31, 13)),
    )  # fmt: skip
    nodes = [Node(2, Role.BUTTON, "before", states=FOCUSABLE)]
    lines = [Node(10 * (at + 1), Role.ROW, children=tuple(one.id for one in row)) for at, row in enumerate(rows)]
    nodes.append(Node(3, Role.TABLE, name, table=TableSize(3, 3), children=tuple(line.id for line in lines)))
    nodes += [*lines, *(one for row in rows for one in row)]
    screen = Screen(*nodes)
    screen.reader.turn(True)
    screen.mouth.take()
    return screen


def heard(screen: Screen, focus: int) -> str:
    screen.go(focus)
    return " | ".join(screen.mouth.take())


def test_a_cell_says_its_headers_when_they_are_others_than_before() -> None:
    screen = table("Balances")
    heard(screen, 2)
    assert heard(screen, 22) == "Balances table, table, Current, Currency, CNY, cell, row, column"
    assert heard(screen, 23) == "Balance, 1200, cell, row, column"
    assert heard(screen, 33) == "Savings, 85, cell, row, column"
    assert heard(screen, 31) == "Account, Savings, rowheader, row, column"
    assert heard(screen, 32) == "Currency, USD, cell, row, column", "the row's header has just been read"


def test_exploring_and_reading_on_say_them_too() -> None:
    screen = table()
    explorer = Explorer(screen.reader)
    heard(screen, 22)
    explorer.go(1)
    assert screen.mouth.take() == ["Balance, 1200, cell, row, column"]
    explorer.read_on()
    said = []
    for _ in range(3):
        line = screen.mouth.lines[-1]
        said.append(line.text)
        assert line.done is not None
        line.done(True)
    assert said == [
        "1200, cell, row, column",
        "Account, Savings, rowheader, row, column",
        "Currency, USD, cell, row, column",
    ]


def test_without_a_name_a_table_says_what_it_is_and_how_large() -> None:
    screen = table()
    screen.reader.words = {**screen.reader.words, "table": "{rows} rows, {columns} columns"}
    heard(screen, 2)
    assert heard(screen, 22).startswith("table, 3 rows, 3 columns, Current")
    Explorer(screen.reader).where()
    assert screen.mouth.take()[0].startswith("Bank, table, CNY")


def test_without_a_name_lists_and_dialogs_say_what_they_are() -> None:
    screen = Screen(
        Node(2, Role.BUTTON, "before", states=FOCUSABLE),
        Node(3, Role.DIALOG, children=(4,)),
        Node(4, Role.GROUP, children=(5, 7)),
        Node(5, Role.LIST, set_size=9, children=(6,)),
        Node(6, Role.LISTITEM, "Li", position=1, set_size=9, states=FOCUSABLE),
        Node(7, Role.BUTTON, "Close", states=FOCUSABLE),
    )
    screen.reader.turn(True)
    heard(screen, 2)
    assert heard(screen, 6) == "dialog, list, Li, listitem, 1 of 9"
    assert heard(screen, 7) == "Close, button"
