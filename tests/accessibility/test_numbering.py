"""Rows, columns and headers of a table; members of sets within sets."""

from collections.abc import Callable

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.togglebutton import ToggleButton

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.node import Node, TablePlace, TableSize
from accessibility.numbering import numbered
from accessibility.roles import Role, Sort
from accessibility.tree import reading_order
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


def radios(shown: Stage) -> list[tuple[str, int, int, list[str]]]:
    """Name, place, how many, and who belongs together, in reading order."""
    nodes = shown.log.nodes
    return [
        (node.name, node.position, node.set_size, [nodes[uid].name for uid in node.members])
        for node in reading_order(nodes, shown.bridge.tree.root)
        if node.role is Role.RADIO
    ]


def test_stock_radio_buttons_are_counted_by_their_group_wherever_they_stand(stage: Make) -> None:
    page, inner = BoxLayout(), BoxLayout()
    red, blue, green = (ToggleButton(text=name, group="ink") for name in ("red", "blue", "green"))
    page.add_widget(red)
    page.add_widget(ToggleButton(text="large", group="size"))
    page.add_widget(inner)
    inner.add_widget(blue)
    shown = stage(page)
    ink = ["red", "blue"]
    assert radios(shown) == [("red", 1, 2, ink), ("large", 1, 1, ["large"]), ("blue", 2, 2, ink)]
    page.add_widget(green, index=len(page.children))
    frame()
    ink = ["green", "red", "blue"]
    assert radios(shown) == [("green", 1, 3, ink), ("red", 2, 3, ink), ("large", 1, 1, ["large"]), ("blue", 3, 3, ink)]
    red.state = "down"
    frame()
    assert radios(shown)[1] == ("red", 2, 3, ink), "kept when its node is made anew"
    blue.group = "size"
    page.remove_widget(green)
    frame()
    size = ["large", "blue"]
    assert radios(shown) == [("red", 1, 1, ["red"]), ("large", 1, 2, size), ("blue", 2, 2, size)]
    red.group = None
    inner.opacity = 0
    frame()
    assert (radios(shown), shown.node(red).role) == ([("large", 1, 1, ["large"])], Role.BUTTON)
    assert (shown.node(red).position, shown.node(red).members) == (0, ())


def test_a_radio_group_counts_its_own(stage: Make) -> None:
    page, group = BoxLayout(), Group(a11y_role="radiogroup", a11y_name="Ink")
    for name in ("red", "blue"):
        group.add_widget(ToggleButton(text=name, group="ink"))
    page.add_widget(group)
    shown = stage(page)
    assert radios(shown) == [("red", 1, 2, []), ("blue", 2, 2, [])]
    group.a11y_role = "group"
    frame()
    assert radios(shown) == [("red", 1, 2, ["red", "blue"]), ("blue", 2, 2, ["red", "blue"])]
    group.a11y_role = "radiogroup"
    group.add_widget(ToggleButton(text="green", group="ink"))
    frame()
    assert radios(shown) == [("red", 1, 3, []), ("blue", 2, 3, []), ("green", 3, 3, [])]
