"""Real widgets on the real bus: what those of the gallery are told as."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.accessibility.gallery.shown import Shown

pytestmark = pytest.mark.screen


@dataclass(frozen=True)
class Told:
    """What one object must have at least; `absent` are states that it must not have."""

    page: str
    role: str
    name: str
    states: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    actions: tuple[str, ...] | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    text: str | None = None
    value: float | None = None
    description: str = ""
    relations: set[str] = field(default_factory=set)
    interfaces: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.role} {self.name}"


OPEN = ("click", "expand")
TOLD = [
    Told("Buttons", "push button", "Go", actions=("click",), description="Says that it was pressed",
         attributes={"keyshortcuts": "Alt+G"}, interfaces={"Action", "Component"}),
    Told("Buttons", "push button", "Not now", absent={"enabled", "sensitive", "focusable"}, actions=()),
    Told("Buttons", "push button", "Menu", {"has-popup", "collapsed"}, attributes={"haspopup": "menu"}),
    Told("Buttons", "toggle button", "Italic", {"pressed"}, {"checked"}),
    Told("Buttons", "toggle button", "Bold", set(), {"pressed"}),
    Told("Buttons", "toggle button", "Dark colours", {"checkable"}, {"checked"}, relations={"labelled-by"}),
    Told("Buttons", "link", "Terms of use", actions=("click",)),
    Told("Buttons", "check box", "By text message", {"checked"}, relations={"labelled-by"}),
    Told("Buttons", "check box", "Some of all messages", {"indeterminate"}, {"checked"}),
    Told("Buttons", "check box", "By fax", {"checkable"}, {"enabled"}, ()),
    Told("Buttons", "radio button", "Green", {"checked"}, relations={"member-of"},
         attributes={"posinset": "2", "setsize": "3"}),
    Told("Buttons", "landmark", "Page", attributes={"xml-roles": "main"}, relations={"controlled-by"}),
    Told("Buttons", "landmark", "Pages", attributes={"xml-roles": "navigation"}),
    Told("Buttons", "landmark", "Radio buttons", attributes={"xml-roles": "region"}),
    Told("Buttons", "heading", "Radio buttons", attributes={"level": "2"}, text="Radio buttons", interfaces={"Text"}),
    Told("Fields", "entry", "Name", {"editable"}, {"invalid-entry"}, text="", description="As on your card",
         attributes={"placeholder-text": "Wang Fang"}, relations={"labelled-by", "described-by"},
         interfaces={"Text", "EditableText"}),
    Told("Fields", "entry", "Amount", {"required", "invalid-entry"}, text="12x",
         description="An amount has digits only In yuan", relations={"error-message", "labelled-by"}),
    Told("Fields", "label", "An amount has digits only", relations={"error-for"}),
    Told("Fields", "check box", "I agree to the terms", {"required", "checkable"}, {"checked"}),
    Told("Fields", "entry", "Account", {"read-only"}, {"editable"}, text="6222 0000"),
    Told("Fields", "entry", "Letter", {"multi-line"}, text="First line\nSecond line\n第三行"),
    Told("Fields", "landmark", "Search", attributes={"xml-roles": "search"}),
    Told("Fields", "slider", "Balance", {"vertical"}, value=0.0, interfaces={"Value", "Action"}),
    Told("Fields", "progress bar", "Sending", value=4.0, attributes={"valuetext": "40%"}),
    Told("Fields", "progress bar", "Waiting for the bank", {"busy", "indeterminate"}),
    Told("Fields", "image", "A grey square", interfaces={"Image"}),
    Told("Choices", "combo box", "City", {"collapsed", "has-popup"}, text="Beijing", interfaces={"Text"},
         attributes={"valuetext": "Beijing"}, actions=("click", "expand", "increment", "decrement")),
    Told("Choices", "page tab list", "Span", {"horizontal"}, interfaces={"Selection"}),
    Told("Choices", "page tab", "Day", {"selected"}, attributes={"posinset": "1", "setsize": "3"},
         relations={"controller-for"}),
    Told("Choices", "scroll pane", "Day", relations={"labelled-by"}),
    Told("Choices", "push button", "Delivery", {"expanded"}, {"collapsed"}, ("click", "collapse")),
    Told("Choices", "push button", "Payment", {"collapsed"}, {"expanded"}, OPEN),
    Told("Choices", "tree item", "Accounts", {"collapsed"}, {"selected"}, OPEN,
         {"level": "1", "posinset": "1", "setsize": "2"}),
    Told("Choices", "panel", "News", actions=("scroll right",), description="1/3", attributes={"valuetext": "1/3"}),
    Told("Choices", "separator", "Left part", {"vertical"}, value=200.0),
    Told("Lists", "list", "Payment", actions=("scroll down",), attributes={"setsize": "1000"}),
    Told("Lists", "list item", "Payment 7", {"focusable"}, attributes={"posinset": "7", "setsize": "1000"},
         description="7/1000", text="Payment 7"),
    Told("Lists", "list box", "Card", interfaces={"Selection"}, attributes={"setsize": "100"}),
    Told("Lists", "list item", "Card 2", {"selectable"}, {"selected"}, ("click",)),
    Told("Lists", "table", "Balances", attributes={"rowcount": "4", "colcount": "3"}, interfaces={"Table"}),
    Told("Lists", "column header", "Account", attributes={"sort": "ascending"}, interfaces={"TableCell"}),
    Told("Lists", "table cell", "85.50", attributes={"rowindex": "4", "colindex": "3"}, text="85.50"),
    Told("Messages", "log", "Chat", attributes={"live": "polite"}),
    Told("Messages", "status bar", "Saved", attributes={"live": "polite"}, text="Saved"),
    Told("Messages", "notification", "", attributes={"live": "assertive"}),
]  # fmt: skip


@pytest.mark.parametrize("told", TOLD, ids=str)
def test_it_is_told_with_all_it_has(shown: Shown, told: Told) -> None:
    shown.page(told.page)
    seen = shown.first(told.role, told.name)
    assert told.states <= seen.states
    assert not told.absent & seen.states
    assert seen.attributes.items() >= told.attributes.items()
    assert told.relations <= set(seen.relations)
    assert seen.description == told.description
    assert told.text is None or seen.text == told.text
    assert told.value is None or seen.value == told.value
    assert told.actions is None or seen.actions == tuple(name.replace(" ", "_") for name in told.actions)
    assert not told.interfaces or told.interfaces <= shown.interfaces(seen)
    assert seen.bounds is not None


def test_a_cell_knows_its_headers(shown: Shown) -> None:
    shown.page("Lists")
    cell = shown.find("table cell", "85.50")
    names = {seen.ref: seen.name for seen in shown.tree().walk()}
    for method, expected in (("GetColumnHeaderCells", "Balance"), ("GetRowHeaderCells", "Travel")):
        assert [names["".join(ref)] for ref in shown.ask(cell, "TableCell", method)] == [expected]
