"""What an object is on the bus: its role, states, attributes, error, place, selection, table and picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from accessibility.node import Bounds, Node, NumericRange, TablePlace, TableSize
from accessibility.probe.errors import NotThereError
from accessibility.providers.atspi.roles import ROLES
from accessibility.roles import MIXED, Action, Current, Live, Orientation, Popup, Role, Sort, State
from tests.accessibility.atspi.served import BOX, NAME, Served, text

pytestmark = pytest.mark.screen
INVALID = frozenset({State.INVALID})


def test_every_role_has_its_name_on_the_bus(served: Served) -> None:
    roles = [role for role in Role if role not in (Role.WINDOW, Role.GENERIC)]
    served.show(*(Node(10 + at, role, str(role), bounds=BOX) for at, role in enumerate(roles)))
    seen = {child.name: child.role for child in served.tree().children[0].children}
    assert seen == {str(role): ROLES[role].words for role in roles}
    assert served.tree().children[0].role == "frame"
    assert served.tree().role == "application"
    told = {child.name: child.attributes["xml-roles"] for child in served.tree().children[0].children}
    assert told == {str(role): str(role) for role in roles}


@pytest.mark.parametrize(
    ("fields", "yes", "no"),
    [
        ({}, {"enabled", "sensitive", "visible", "showing"}, {"focusable", "focused", "checkable", "expandable"}),
        ({"states": {State.DISABLED}}, {"visible"}, {"enabled", "sensitive"}),
        ({"states": {State.FOCUSABLE}}, {"focusable"}, {"focused"}),
        ({"states": {State.REQUIRED}}, {"required"}, set()),
        ({"states": {State.INVALID}}, {"invalid-entry"}, set()),
        ({"states": {State.READONLY}}, {"read-only"}, {"editable"}),
        ({"states": {State.BUSY}}, {"busy"}, set()),
        ({"states": {State.MODAL}}, {"modal"}, set()),
        ({"states": {State.MULTILINE}, "text": text("a")}, {"multi-line", "editable"}, {"single-line"}),
        ({"states": {State.MULTISELECTABLE}}, {"multiselectable"}, set()),
        ({"text": text("a")}, {"single-line", "editable", "selectable-text"}, {"multi-line"}),
        ({"text": text("a"), "states": {State.READONLY}}, {"read-only", "selectable-text"}, {"editable"}),
        ({"checked": False}, {"checkable"}, {"checked", "indeterminate"}),
        ({"checked": True}, {"checkable", "checked"}, {"indeterminate"}),
        ({"checked": MIXED}, {"checkable", "indeterminate"}, {"checked"}),
        ({"pressed": True}, {"pressed"}, {"checked"}),
        ({"pressed": False}, set(), {"pressed"}),
        ({"selected": True}, {"selectable", "selected"}, set()),
        ({"selected": False}, {"selectable"}, {"selected"}),
        ({"expanded": True}, {"expandable", "expanded"}, {"collapsed"}),
        ({"expanded": False}, {"expandable", "collapsed"}, {"expanded"}),
        ({"popup": Popup.MENU}, {"has-popup"}, set()),
        ({"orientation": Orientation.VERTICAL}, {"vertical"}, {"horizontal"}),
        ({"bounds": Bounds(0, 700, 50, 750)}, {"visible"}, {"showing"}),
    ],
)
def test_every_state_arrives(served: Served, fields: dict[str, Any], yes: set[str], no: set[str]) -> None:
    fields = {"bounds": BOX, **fields, "states": frozenset(fields.get("states", ()))}
    served.show(Node(10, Role.BUTTON, "thing", **fields))
    states = served.seen("thing").states
    assert yes <= states
    assert not no & states


def test_a_password_a_toggle_and_a_checkable_menu_item_have_roles_of_their_own(served: Served) -> None:
    secret = frozenset({State.PROTECTED})
    served.show(
        Node(10, Role.TEXTBOX, "secret", bounds=BOX, states=secret, text=text("••")),
        Node(11, Role.BUTTON, "bold", bounds=BOX, pressed=False),
        Node(12, Role.MENUITEM, "mute", bounds=BOX, checked=True),
    )
    roles = [served.seen(name).role for name in ("secret", "bold", "mute")]
    assert roles == ["password text", "toggle button", "check menu item"]


def test_what_has_no_state_stands_in_the_attributes(served: Served) -> None:
    served.show(
        Node(10, Role.HEADING, "title", bounds=BOX, level=2),
        Node(11, Role.TEXTBOX, "amount", bounds=BOX, placeholder="0.00", text=text(""), states=INVALID),
        Node(12, Role.SLIDER, "speed", bounds=BOX, value="twice as fast", range=NumericRange(2.0, 0.0, 4.0, 0.5)),
        Node(13, Role.OPTION, "third", bounds=BOX, position=3, set_size=40, current=Current.PAGE),
        Node(14, Role.STATUS, "news", bounds=BOX, live=Live.POLITE),
        Node(15, Role.BUTTON, "save", bounds=BOX, shortcut="Control+S", popup=Popup.DIALOG, actions=("click",)),
        Node(16, Role.COLUMNHEADER, "date", bounds=BOX, sort=Sort.DESCENDING, place=TablePlace(1, 2, 1, 2)),
    )  # fmt: skip
    wanted = {
        "title": {"level": "2"},
        "amount": {"placeholder-text": "0.00", "invalid": "true"},
        "speed": {"valuetext": "twice as fast"},
        "third": {"posinset": "3", "setsize": "40", "current": "page"},
        "news": {"live": "polite"},
        "save": {"keyshortcuts": "Control+S", "haspopup": "dialog"},
        "date": {"sort": "descending", "rowindex": "1", "colindex": "2", "colspan": "2"},
    }
    for name, attributes in wanted.items():
        assert served.seen(name).attributes.items() >= attributes.items()
    save = served.seen("save")
    assert served.bus.ask(save, "Action", "GetKeyBinding", "i", 0) == "Control+S"


def test_an_error_is_description_state_and_relation(served: Served) -> None:
    served.show(
        Node(10, Role.STATICTEXT, "Amount", bounds=BOX),
        Node(11, Role.STATICTEXT, "In yuan", bounds=BOX),
        Node(12, Role.ALERT, "Too little", bounds=BOX),
        Node(13, Role.TEXTBOX, "amount", bounds=BOX, description="In yuan", error="Too little", text=text(""),
             labelled_by=(10,), described_by=(11, 99), error_by=(12,), controls=(15,),
             states=frozenset({State.INVALID})),
        Node(14, Role.RADIOGROUP, "colour", bounds=BOX, children=(15, 16)),
        Node(15, Role.RADIO, "red", bounds=BOX, checked=True),
        Node(16, Role.RADIO, "blue", bounds=BOX, checked=False),
        Node(17, Role.RADIO, "large", bounds=BOX, checked=True, members=(17, 18)),
        Node(18, Role.RADIO, "small", bounds=BOX, checked=False, members=(17, 18)),
    )  # fmt: skip
    field = served.seen("amount")
    ref = {seen.name: seen.ref for seen in served.tree().walk()}
    assert field.description == "Too little In yuan"
    assert field.relations == {
        "labelled-by": (ref["Amount"],),
        "described-by": (ref["In yuan"],),
        "error-message": (ref["Too little"],),
        "controller-for": (ref["red"],),
    }
    assert served.seen("Amount").relations == {"label-for": (field.ref,)}
    assert served.seen("Too little").relations == {"error-for": (field.ref,)}
    assert served.seen("red").relations == {
        "controlled-by": (field.ref,),
        "member-of": (ref["red"], ref["blue"]),
    }
    assert served.seen("small").relations == {"member-of": (ref["large"], ref["small"])}
    served.change(served.nodes[1], removed=[12])
    assert "error-message" not in served.seen("amount").relations


def test_places_are_told_on_the_screen_in_the_window_and_in_the_parent(served: Served) -> None:
    inner = Node(11, Role.BUTTON, "inner", bounds=Bounds(40, 50, 60, 80))
    served.show(Node(10, Role.GROUP, "outer", bounds=Bounds(30, 40, 100, 100), children=(11,)), inner)
    seen = served.seen("inner")
    places = [served.bus.ask(seen, "Component", "GetExtents", "u", kind) for kind in (0, 1, 2)]
    assert places == [[140, 100, 20, 30], [40, 50, 20, 30], [10, 10, 20, 30]]
    assert served.bus.ask(seen, "Component", "GetPosition", "u", 0) == [140, 100]
    assert served.bus.ask(seen, "Component", "GetSize") == [20, 30]
    assert served.bus.ask(seen, "Component", "Contains", "iiu", 141, 101, 0)
    window = served.seen("A window")
    found = served.bus.ask(window, "Component", "GetAccessibleAtPoint", "iiu", 41, 51, 1)
    assert "".join(found) == seen.ref


def test_what_is_told_in_part_tells_its_place_in_words(served: Served) -> None:
    """Orca 43 counts the items that there are; one of a list that is there whole is counted rightly."""
    items = [Node(20 + at, Role.LISTITEM, f"item {at}", bounds=BOX, position=at, set_size=50) for at in (7, 8)]
    served.show(Node(10, Role.LIST, "payments", bounds=BOX, set_size=50, children=(27, 28)), *items)
    assert [seen.description for seen in served.seen("payments").children] == ["7/50", "8/50"]
    served.change(*(replace(item, position=item.position - 6, set_size=2) for item in items))
    assert [seen.description for seen in served.seen("payments").children] == ["", ""]


def test_a_selection_is_read_and_made_by_pressing(served: Served) -> None:
    option = {"role": Role.OPTION, "bounds": BOX, "actions": ("click",)}
    served.show(
        Node(10, Role.LISTBOX, "cities", bounds=BOX, children=(11, 12)),
        Node(id=11, name="Rome", selected=False, **option),
        Node(id=12, name="Bern", selected=True, **option),
    )
    cities = served.seen("cities")
    assert "".join(served.bus.ask(cities, "Selection", "GetSelectedChild", "i", 0)) == served.seen("Bern").ref
    assert served.bus.ask(cities, "Selection", "IsChildSelected", "i", 0) is False
    assert served.bus.ask(cities, "Selection", "SelectChild", "i", 0)
    assert served.host.next() == (11, Action.CLICK, ())
    assert served.bus.ask(cities, "Selection", "DeselectChild", "i", 1) is False  # one is always selected


def test_a_table_knows_its_cells_headers_and_real_size(served: Served) -> None:
    def cell(uid: int, name: str, role: Role, place: TablePlace | None = None, **more: Any) -> Node:
        return Node(uid, role, name, bounds=BOX, place=place, **more)

    served.show(
        Node(10, Role.TABLE, "payments", bounds=BOX, table=TableSize(50, 2), children=(11, 14)),
        Node(11, Role.ROW, "", bounds=BOX, place=TablePlace(1), children=(12, 13)),
        cell(12, "Date", Role.COLUMNHEADER),
        cell(13, "Amount", Role.COLUMNHEADER),
        Node(14, Role.ROW, "", bounds=BOX, place=TablePlace(31), children=(15, 16)),
        cell(15, "May", Role.ROWHEADER),
        cell(16, "5.00", Role.CELL),
    )
    table, amount = served.seen("payments"), served.seen("5.00")

    def ask(method: str, signature: str, *values: Any) -> Any:
        return served.bus.ask(table, "Table", method, signature, *values)

    assert "".join(ask("GetAccessibleAt", "ii", 30, 1)) == amount.ref
    assert ask("GetColumnDescription", "i", 1) == "Amount"
    assert ask("GetRowAtIndex", "i", ask("GetIndexAt", "ii", 30, 1)) == 30
    assert "".join(ask("GetRowHeader", "i", 30)) == served.seen("May").ref
    assert served.bus.ask(amount, "TableCell", "GetRowColumnSpan") == [True, 30, 1, 1, 1]
    headers = served.bus.ask(amount, "TableCell", "GetColumnHeaderCells") + served.bus.ask(
        amount, "TableCell", "GetRowHeaderCells"
    )
    assert ["".join(ref) for ref in headers] == [served.seen("Amount").ref, served.seen("May").ref]
    assert amount.attributes["table-cell-index"] == "61", (
        "Orca 43 would take the place in the row for that in the table"
    )


def test_a_picture_has_words(served: Served) -> None:
    served.show(Node(10, Role.IMG, "the branch", bounds=BOX))
    assert served.bus.ask(served.seen("the branch"), "Image", "GetImageSize") == [100, 50]


@pytest.mark.parametrize(
    ("interface", "method", "signature", "values"),
    [
        ("Text", "GetText", "ii", (0, 1)),
        ("Accessible", "Nothing", "", ()),
        ("Accessible", "GetChildAtIndex", "s", ("x",)),
    ],
)
def test_what_is_not_there_is_refused_and_the_next_question_answered(
    served: Served, interface: str, method: str, signature: str, values: tuple[Any, ...]
) -> None:
    served.show(Node(10, Role.BUTTON, "press", bounds=BOX))
    press = served.seen("press")
    with pytest.raises(NotThereError, match="Unknown"):
        served.bus.ask(press, interface, method, signature, *values)
    assert served.bus.look(press).name == "press"


def test_the_application_says_who_it_is(served: Served) -> None:
    served.show(Node(10, Role.BUTTON, "press", bounds=BOX))
    assert served.tree().name == NAME
    assert served.tree().attributes == {"toolkit": "Kivy"}
    everything = served.bus.ask(
        served.tree(), "org.freedesktop.DBus.Properties", "GetAll", "s", "org.a11y.atspi.Application"
    )
    assert everything["ToolkitName"] == "Kivy"
    assert everything["AtspiVersion"] == "2.1"
