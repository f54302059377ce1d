"""Rows, columns and headers of a table; members of sets within sets."""

from collections.abc import Callable

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.node import Node, TablePlace, TableSize
from accessibility.numbering import numbered
from accessibility.roles import Role, Sort
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Group(AccessibleBehavior, BoxLayout): ...


class Text(AccessibleBehavior, Label): ...


def row(roles: str, *texts: str) -> Group:
    kinds = {"c": "cell", "h": "columnheader", "r": "rowheader"}
    made = Group(a11y_role="row")
    for kind, text in zip(roles, texts, strict=True):
        made.add_widget(Text(text=text, a11y_role=kinds[kind]))
    return made


def table() -> Group:
    made, body = Group(a11y_role="table", a11y_name="Balances"), Group(a11y_role="rowgroup")
    made.add_widget(row("hh", "Account", "Balance"))
    body.add_widget(row("rc", "Current", "10"))
    body.add_widget(row("rc", "Savings", "20"))
    made.add_widget(body)
    return made


def places(shown: Stage) -> dict[str, TablePlace | None]:
    cells = ("cell", "columnheader", "rowheader")
    return {node.name: node.place for node in shown.log.nodes.values() if node.role in cells}


def test_cells_know_row_column_and_headers(stage: Make) -> None:
    shown = stage(table())
    assert shown.only("table").table == TableSize(3, 2)
    assert places(shown) == {
        "Account": (1, 1, 1, 1),
        "Balance": (1, 2, 1, 1),
        "Current": (2, 1, 1, 1),
        "10": (2, 2, 1, 1),
        "Savings": (3, 1, 1, 1),
        "20": (3, 2, 1, 1),
    }
    headers = {n.name: [shown.log.nodes[uid].name for uid in n.headers] for n in shown.log.nodes.values()}
    assert (headers["20"], headers["Savings"], headers["Account"]) == (["Savings", "Balance"], ["Account"], [])


def test_a_row_that_goes_renumbers_those_behind(stage: Make) -> None:
    made = table()
    shown = stage(made)
    body = made.children[0]
    body.remove_widget(body.children[-1])
    frame()
    assert (places(shown)["20"], shown.only("table").table) == ((2, 2, 1, 1), (2, 2))
    body.add_widget(row("rc", "Travel", "30"))
    frame()
    assert places(shown)["30"] == (3, 2, 1, 1)


def test_a_cell_whose_text_changes_keeps_its_place(stage: Make) -> None:
    made = table()
    shown = stage(made)
    cell = made.children[0].children[0].children[0]
    before = shown.node(cell)
    cell.text = "21"
    frame()
    after = shown.node(cell)
    assert (after.name, after.place, after.headers) == ("21", before.place, before.headers)


def test_a_sorted_column_says_so(stage: Make) -> None:
    made = table()
    made.children[-1].children[-1].a11y_sort = "ascending"
    assert stage(made).only("columnheader", "Account").sort is Sort.ASCENDING


def test_a_list_in_a_list_is_counted_apart() -> None:
    nodes = {
        1: Node(1, Role.LIST, children=(2, 3)),
        2: Node(2, Role.LISTITEM, children=(4,)),
        3: Node(3, Role.LISTITEM),
        4: Node(4, Role.LIST, children=(5,)),
        5: Node(5, Role.LISTITEM),
    }
    outer = {node.id: (node.position, node.set_size) for node in numbered(nodes, 1, set())}
    assert outer == {1: (0, 2), 2: (1, 2), 3: (2, 2)}
    assert {node.id: node.position for node in numbered(nodes, 4, set())} == {4: 0, 5: 1}


def test_who_says_its_own_place_is_left_alone() -> None:
    nodes = {1: Node(1, Role.LIST, children=(2, 3)), 2: Node(2, Role.LISTITEM), 3: Node(3, Role.LISTITEM)}
    assert {node.id for node in numbered(nodes, 1, {1, 2})} == {3}
