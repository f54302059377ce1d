"""Real widgets on the real bus: what the gallery's pages are told as, every action done by asking, and bad cases."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from accessibility.examples.gallery_screens import FLOOD
from accessibility.probe.atspi import Bus, Seen
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until

pytestmark = pytest.mark.screen
ROOT = Path(__file__).parents[2]
APP = "Gallery"


@dataclass
class Shown:
    desk: Desktop
    bus: Bus
    name: str = ""
    still: Seen | None = None
    """The page as it was when it was turned to; for looking at much of it at once."""

    def page(self, name: str) -> None:
        """Turn to a page by clicking its tab, as a reader does."""
        if name != self.name:
            self.bus.act(self.find("page tab", name))
            self.until("heading", name, lambda it: it.attributes["level"] == "1", f"the page {name}")
            self.name, self.still = name, None

    def find(self, role: str, name: str = "") -> Seen:
        return self.bus.find(APP, role, name)

    def tree(self) -> Seen:
        seen = self.bus.snapshot(APP)
        assert seen is not None
        return seen

    def first(self, role: str, name: str) -> Seen:
        """The object as it was on the page at first."""
        self.still = self.still or self.tree()
        found = self.still.all(role, name)
        if not found:  # some of it comes a frame later
            self.still = None
        return found[0] if found else self.find(role, name)

    def until(self, role: str, name: str, is_so: Callable[[Seen], Any], what: str = "") -> Seen:
        """The object once it is so."""

        known: Seen | None = None

        def there() -> Seen | None:
            nonlocal known
            try:
                known = self.bus.look(known) if known is not None else None
            except NotThereError:
                known = None  # it is another object now
            known = known or next(iter(self.tree().all(role, name)), None)
            return known if known is not None and known.name == (name or known.name) and is_so(known) else None

        return until(there, what or f"{role} {name!r} to change")

    def act(self, role: str, name: str, action: str = "click") -> Seen:
        seen = self.find(role, name)
        assert action in seen.actions
        assert self.bus.act(seen, action)
        return seen

    def ask(self, seen: Seen, interface: str, method: str, signature: str = "", *values: Any) -> Any:
        return self.bus.ask(seen, interface, method, signature, *values)

    def interfaces(self, seen: Seen) -> set[str]:
        found = self.ask(seen, "Accessible", "GetInterfaces")
        return {name.rpartition(".")[2] for name in found}


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        process = desk.start([sys.executable, "-m", "accessibility.examples.gallery"], log="gallery.log", cwd=ROOT)
        bus.application(APP, 40)
        desk.wait_for_window(APP)
        yield Shown(desk, bus, "Buttons")
        assert process.poll() is None, desk.output("gallery.log")[-2000:]
        assert "Traceback" not in desk.output("gallery.log")


# -- what is told --------------------------------------------------------------------------------------


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


# -- what is asked for is done -------------------------------------------------------------------------


def test_a_value_is_stepped_and_set(shown: Shown) -> None:
    shown.page("Fields")
    shown.act("slider", "Loudness", "increment")
    shown.until("slider", "Loudness", lambda it: it.value == 4.0)
    shown.act("slider", "Loudness", "decrement")
    shown.until("slider", "Loudness", lambda it: it.value == 3.0)
    shown.bus.set_value(shown.find("slider", "Loudness"), 9)
    shown.until("slider", "Loudness", lambda it: it.value == 9.0 and it.attributes["valuetext"] == "9")


def test_a_splitter_is_moved(shown: Shown) -> None:
    shown.page("Choices")
    shown.act("separator", "Left part", "increment")
    shown.until("separator", "Left part", lambda it: it.value == 215.0)
    shown.act("separator", "Left part", "decrement")
    shown.bus.set_value(shown.find("separator", "Left part"), 300)
    shown.until("separator", "Left part", lambda it: it.value == 300.0)
    shown.bus.set_value(shown.find("separator", "Left part"), 200)


def test_a_film_is_played_paused_stopped_and_moved(shown: Shown) -> None:
    shown.page("Media")
    shown.act("push button", "Play")
    shown.act("push button", "Pause")
    shown.find("push button", "Play")
    bus = shown.bus
    for name, start, step, middle in (("Volume", 0.5, 0.1, 0.3), ("Position", 50.0, 10.0, 20.0)):
        for action, expected in (("increment", start + step), ("decrement", start)):
            shown.act("slider", name, action)
            shown.until("slider", name, lambda it, want=expected: it.value == pytest.approx(want))
        bus.set_value(shown.find("slider", name), middle)
        shown.until("slider", name, lambda it, want=middle: it.value == pytest.approx(want))
    shown.act("push button", "Stop")
    shown.until("slider", "Position", lambda it: it.value == 0)


def test_pages_are_stepped_through(shown: Shown) -> None:
    shown.page("Media")
    for action, page, words in (("scroll_right", "2/3", "What it costs"), ("scroll_left", "1/3", "What it is")):
        shown.act("panel", "Contract", action)
        shown.until("panel", "Contract", lambda it, want=page: it.description == want)
        shown.find("label", words)


@pytest.mark.parametrize(
    ("role", "name", "state"),
    [("check box", "By post", "checked"), ("toggle button", "Bold", "pressed"),
     ("toggle button", "Dark colours", "checked"), ("radio button", "Blue", "checked")],
)  # fmt: skip
def test_a_press_turns_it_on(shown: Shown, role: str, name: str, state: str) -> None:
    shown.page("Buttons")
    shown.act(role, name)
    shown.until(role, name, lambda it: state in it.states)


def test_a_choice_is_opened_chosen_from_and_closed(shown: Shown) -> None:
    shown.page("Choices")
    for action, city in (("increment", "Shanghai"), ("decrement", "Beijing")):
        shown.act("combo box", "City", action)
        shown.until("combo box", "City", lambda it, city=city: it.text == city)
    shown.act("combo box", "City", "expand")
    box = shown.until("list box", "City", lambda it: len(it.children) == 3)
    shown.until("combo box", "City", lambda it: {"expanded"} <= it.states and "controller-for" in it.relations)
    assert [item.name for item in box.children if "selected" in item.states] == ["Beijing"]
    assert "dismiss" in box.actions
    assert shown.ask(box, "Selection", "SelectChild", "i", 2)
    shown.until("combo box", "City", lambda it: it.text == "Guangzhou" and "collapsed" in it.states)
    for way in ("collapse", "dismiss"):
        shown.act("combo box", "City", "expand")
        shown.until("list box", "City", bool)
        shown.act("combo box", "City", way) if way == "collapse" else shown.act("list box", "City", way)
        until(lambda: not shown.tree().all("list box", "City"), f"the list to {way}")


def test_tabs_and_headers_and_branches_open(shown: Shown) -> None:
    shown.page("Choices")
    tabs = shown.find("page tab list", "Span")
    assert shown.ask(tabs, "Selection", "SelectChild", "i", 1)
    shown.until("page tab", "Week", lambda it: "selected" in it.states)
    shown.find("label", "All of this week")
    shown.act("push button", "Payment", "expand")
    shown.find("label", "About payment")
    shown.act("push button", "Payment", "collapse")
    shown.until("push button", "Payment", lambda it: "collapsed" in it.states)
    shown.act("tree item", "Accounts", "expand")
    leaf = shown.find("tree item", "Savings")
    branch, top = shown.find("tree item", "Accounts"), shown.find("tree", "Products")
    assert (leaf.attributes["level"], leaf.relations) == ("2", {"node-child-of": (branch.ref,)})
    assert branch.relations["node-child-of"] == (top.ref,)
    assert branch.relations["node-parent-of"] == (shown.find("tree item", "Current").ref, leaf.ref)
    assert top.relations["node-parent-of"] == (branch.ref, shown.find("tree item", "Cards").ref)
    shown.bus.act(leaf)
    shown.until("tree item", "Savings", lambda it: "selected" in it.states)
    shown.act("tree item", "Accounts", "collapse")
    until(lambda: not shown.tree().all("tree item", "Savings"), "the branch to close")


def test_a_carousel_turns(shown: Shown) -> None:
    shown.page("Choices")
    since = shown.bus.mark()
    shown.act("panel", "News", "scroll_right")
    shown.until("panel", "News", lambda it: it.description == "2/3")
    shown.bus.wait_for(lambda e: e.type == "object:property-change:accessible-value", "the value's event", since)
    shown.find("label", "A new card")
    shown.act("panel", "News", "scroll_left")
    shown.until("panel", "News", lambda it: it.description == "1/3")


def test_a_long_list_is_scrolled_and_every_item_can_be_reached(shown: Shown) -> None:
    shown.page("Lists")
    shown.act("list", "Payment", "scroll_down")
    shown.until("list", "Payment", lambda it: "scroll_up" in it.actions)
    shown.act("list", "Payment", "scroll_up")
    shown.until("list", "Payment", lambda it: "scroll_up" not in it.actions and it.children[0].name == "Payment 1")
    for _ in range(2):  # always ten items more than are seen
        last = shown.find("list", "Payment").children[-1]
        assert "showing" not in last.states
        assert shown.bus.scroll_to(last)
        shown.until("list item", last.name, lambda it: "showing" in it.states and it.bounds[3] > 0)
    assert int(last.attributes["posinset"]) > 20
    assert shown.bus.grab_focus(shown.find("list", "Payment").children[-1])
    until(lambda: int(shown.bus.focused(APP).attributes.get("posinset", 0)) > 30, "an unseen item to have the focus")


def test_what_is_chosen_in_a_long_list_is_selected(shown: Shown) -> None:
    shown.page("Lists")
    cards = shown.find("list box", "Card")
    assert shown.ask(cards, "Selection", "SelectChild", "i", 1)
    shown.until("list item", "Card 2", lambda it: "selected" in it.states)
    assert shown.ask(cards, "Selection", "IsChildSelected", "i", 1) is True


def test_scrolling_into_view_brings_it_there(shown: Shown) -> None:
    shown.page("Fields")
    square = shown.find("image", "A grey square")
    assert shown.bus.scroll_to(square)
    height = shown.find("frame").bounds[3]
    shown.until("image", "A grey square", lambda it: it.bounds[1] >= 0 and it.bounds[1] + it.bounds[3] <= height)


def test_a_field_is_edited_in_every_way(shown: Shown) -> None:
    shown.page("Fields")
    name = shown.find("entry", "Name")

    def edit(method: str, signature: str, *values: Any, text: str) -> None:
        shown.ask(name, "EditableText", method, signature, *values)
        until(lambda: shown.bus.look(name).text == text, f"{method} to make {text!r} of {shown.bus.look(name).text!r}")

    edit("SetTextContents", "s", "Wang Fang", text="Wang Fang")
    edit("InsertText", "isi", 4, "王 ", 4, text="Wang王  Fang")
    edit("DeleteText", "ii", 4, 6, text="Wang Fang")
    edit("CopyText", "ii", 0, 5, text="Wang Fang")
    edit("PasteText", "i", 9, text="Wang FangWang ")
    edit("CutText", "ii", 4, 9, text="WangWang ")
    edit("PasteText", "i", 0, text=" FangWangWang ")
    assert shown.ask(name, "Text", "SetCaretOffset", "i", 2)
    until(lambda: shown.bus.look(name).caret == 2, "the caret to be set")
    assert shown.ask(name, "Text", "AddSelection", "ii", 1, 5)
    until(lambda: shown.bus.look(name).selections == ((1, 5),), "a selection")
    assert shown.ask(name, "Text", "SetSelection", "iii", 0, 5, 9)
    until(lambda: shown.bus.look(name).selections == ((5, 9),), "another selection")
    assert shown.ask(name, "Text", "RemoveSelection", "i", 0)
    until(lambda: shown.bus.look(name).selections == (), "no selection")
    account = shown.find("entry", "Account")
    with pytest.raises(NotThereError):
        shown.bus.set_text(account, "0")


def test_an_error_that_is_mended_goes_from_everywhere(shown: Shown) -> None:
    shown.page("Fields")
    amount = shown.find("entry", "Amount")
    shown.bus.set_text(amount, "12")
    shown.until("entry", "Amount", lambda it: "invalid-entry" not in it.states and it.description == "In yuan")
    since = shown.bus.mark()
    shown.bus.set_text(amount, "12y")
    shown.until("entry", "Amount", lambda it: "invalid-entry" in it.states and "error-message" in it.relations)
    shown.bus.wait_for(lambda e: e.type == "object:announcement" and "digits" in str(e.data), "the error", since)


@pytest.mark.parametrize(
    ("key", "words"), [("Write", "You: message 1"), ("Save", "Saved again"), ("Warn", "The line is down")]
)
def test_what_is_live_is_announced(shown: Shown, key: str, words: str) -> None:
    shown.page("Messages")
    since = shown.bus.mark()
    shown.act("push button", key)
    shown.bus.wait_for(lambda e: e.type == "object:announcement" and e.data == words, f"{words!r}", since)


def test_a_dialog_takes_the_focus_and_is_dismissed(shown: Shown) -> None:
    shown.page("Messages")
    shown.bus.grab_focus(shown.find("push button", "Ask"))
    shown.act("push button", "Ask")
    dialog = shown.until("dialog", "Send the money?", lambda it: "modal" in it.states)
    assert "labelled-by" in dialog.relations
    until(lambda: shown.bus.focused(APP).name == "500 yuan to Zhang San", "the focus in the dialog")
    assert not shown.tree().all("push button", "Ask"), "what lies behind is out of reach"
    shown.act("dialog", "Send the money?", "dismiss")
    until(lambda: shown.bus.focused(APP).name == "Ask", "the focus back where it was")


def test_a_menu_is_opened_pressed_and_closed(shown: Shown) -> None:
    shown.page("Buttons")
    shown.act("push button", "Menu")
    menu = shown.until("menu", "Menu", lambda it: [item.name for item in it.children] == ["Cut", "Copy", "Paste"])
    assert "labelled-by" in menu.relations
    shown.act("menu item", "Copy")
    shown.find("label", "Copy pressed")
    shown.until("push button", "Menu", lambda it: "collapsed" in it.states)
    shown.act("push button", "Menu")
    shown.act("menu", "Menu", "dismiss")
    until(lambda: not shown.tree().all("menu"), "the menu to close")


# -- bad cases -----------------------------------------------------------------------------------------


def test_a_widget_that_goes_with_the_focus_on_it_leaves_the_focus_beside(shown: Shown) -> None:
    shown.page("Screens")
    key = shown.find("push button", "Take this away")
    shown.bus.grab_focus(key)
    until(lambda: shown.bus.focused(APP).name == key.name, "the focus on it")
    shown.bus.act(key)
    until(lambda: not shown.tree().all("push button", key.name), "it to go")
    assert shown.bus.focused(APP).role == "push button"
    with pytest.raises(NotThereError):
        shown.bus.act(key)


def test_a_screen_that_a_click_swaps_is_whole_and_the_old_one_gone(shown: Shown) -> None:
    shown.page("Screens")
    for old, new in (("First", "Second"), ("Second", "First"), ("First", "Second")):
        key = shown.find("push button", f"To the {new.lower()} screen")
        shown.bus.grab_focus(key)
        shown.bus.act(key)
        shown.until("landmark", f"{new} screen", bool)
        until(lambda old=old: not shown.tree().all("landmark", f"{old} screen"), "the old screen to go")
        until(lambda: shown.bus.focused(APP).role in ("push button", "heading"), "a focus")
        with pytest.raises(NotThereError):
            shown.bus.act(key)


def test_ten_thousand_changes_in_a_burst_end_with_the_last(shown: Shown) -> None:
    shown.page("Screens")
    since = shown.bus.mark()
    shown.act("push button", "Change it all the time")
    shown.until("label", f"Change {FLOOD}", bool)
    names = [event for event in shown.bus.events[since:] if event.type.endswith("accessible-name")]
    assert len(names) < 100, "what nobody could have seen is not told"
