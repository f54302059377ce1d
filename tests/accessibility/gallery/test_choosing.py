"""Asked for over the real bus and done: choices, tabs, branches, lists, menus and dialogs."""

from __future__ import annotations

import pytest

from accessibility.probe.waiting import until
from tests.accessibility.gallery.shown import APP, Shown

pytestmark = pytest.mark.screen


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
