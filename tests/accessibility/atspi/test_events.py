"""What is told on the accessibility bus when something changes, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from accessibility.node import Bounds, Node, NumericRange
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.seen import Event
from accessibility.probe.waiting import until
from accessibility.roles import MIXED, Role, State
from tests.accessibility.atspi.served import BOX, WINDOW, Served, text
from tests.accessibility.atspi.told import OTHER, THING, told

pytestmark = pytest.mark.screen


def kinds(events: list[Event]) -> list[tuple[str, str, int]]:
    return [(event.type.removeprefix("object:"), event.name, event.detail1) for event in events]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"name": "new"}, [("property-change:accessible-name", 0)]),
        ({}, {"description": "hint"}, [("property-change:accessible-description", 0)]),
        ({}, {"error": "wrong"}, [("property-change:accessible-description", 0), ("announcement", 2)]),
        ({}, {"role": Role.LINK}, [("property-change:accessible-role", 0), ("attributes-changed", 0)]),
        ({}, {"states": frozenset()}, [("state-changed:focusable", 0)]),
        ({"checked": False}, {"checked": True}, [("state-changed:checked", 1)]),
        ({"checked": True}, {"checked": MIXED}, [("state-changed:checked", 0), ("state-changed:indeterminate", 1)]),
        ({"pressed": False}, {"pressed": True}, [("state-changed:pressed", 1)]),
        ({"expanded": False}, {"expanded": True}, [("state-changed:collapsed", 0), ("state-changed:expanded", 1)]),
        ({"level": 1}, {"level": 2}, [("attributes-changed", 0)]),
        ({}, {"bounds": Bounds(0, 0, 5, 5)}, [("bounds-changed", 0)]),
        ({}, {"bounds": Bounds(0, 700, 5, 705)}, [("state-changed:showing", 0), ("bounds-changed", 0)]),
        ({"bounds": Bounds(0, 700, 5, 705)}, {"bounds": BOX}, [("state-changed:showing", 1), ("bounds-changed", 0)]),
        (
            {},
            {"states": frozenset({State.DISABLED, State.FOCUSABLE})},
            [("state-changed:enabled", 0), ("state-changed:sensitive", 0)],
        ),
        (
            {"range": NumericRange(1, 0, 9)},
            {"range": NumericRange(2, 0, 9)},
            [("property-change:accessible-value", 0)],
        ),
    ],
)
def test_every_change_is_told_once_and_nothing_else(
    served: Served, before: dict[str, Any], after: dict[str, Any], expected: list[tuple[str, int]]
) -> None:
    start = replace(THING, **before)
    served.show(start)
    found = [(kind, detail) for kind, _, detail in kinds(told(served, replace(start, **after)))]
    assert found == expected


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.REQUIRED, "required"),
        (State.INVALID, "invalid-entry"),
        (State.BUSY, "busy"),
        (State.READONLY, "read-only"),
        (State.MODAL, "modal"),
    ],
)
def test_a_state_that_comes_and_goes_is_told_both_times(served: Served, state: State, words: str) -> None:
    """What readers are told of at once, and not only when they ask."""
    start = Node(10, Role.TEXTBOX, "thing", bounds=BOX, text=text("a"), states=frozenset({State.FOCUSABLE}))
    served.show(start)
    for on in (1, 0):
        node = replace(start, states=start.states | {state}) if on else start
        events = {(kind, detail) for kind, _, detail in kinds(told(served, node)) if kind.startswith("state")}
        also = {("state-changed:editable", 1 - on)} if state is State.READONLY else set()
        assert events == {(f"state-changed:{words}", on)} | also


def test_a_window_is_told_when_it_comes_and_when_it_goes(desk: Desktop, bus: Bus) -> None:
    since = bus.mark()
    served = Served(desk, bus)
    served.show(THING)
    bus.wait_for(lambda event: event.type == "window:create", "the window to come", since)
    since = bus.mark()
    served.close()
    bus.wait_for(lambda event: event.type == "window:destroy", "the window to go", since)
    found = [event for event in bus.events if event.type in ("window:create", "window:destroy")][-2:]
    assert [(event.type, event.data) for event in found] == [
        ("window:create", "A window"),
        ("window:destroy", "A window"),
    ]


def test_an_object_stays_the_same_under_another_name_place_and_role(served: Served) -> None:
    """Who holds it goes on with it: nothing has gone."""
    served.show(THING, OTHER)
    ref, window = served.seen("thing").ref, served.nodes[WINDOW]
    for nodes in (
        (replace(THING, name="renamed"),),
        (replace(window, children=(11, 10)),),
        (replace(THING, name="renamed", role=Role.LINK),),
    ):
        assert "defunct" not in str(kinds(told(served, *nodes)))
        assert ref in [seen.ref for seen in served.tree().walk()]
    seen = served.seen("renamed")
    assert (seen.ref, seen.role) == (ref, "link")
    assert [each.name for each in served.seen("A window").children] == ["other", "renamed"]


def test_who_has_the_focus_is_told_before_who_had_it(served: Served) -> None:
    """A customer waits for the first; asked at any moment, one object says that it is focused."""
    served.show(THING, OTHER)
    assert kinds(told(served, focus=10)) == [
        ("state-changed:focused", "thing", 1),
        ("state-changed:focused", "A window", 0),
    ]
    assert kinds(told(served, focus=11)) == [
        ("state-changed:focused", "other", 1),
        ("state-changed:focused", "thing", 0),
    ]
    assert kinds(told(served, focus=11)) == []


def test_a_window_without_the_keyboard_has_no_focus(served: Served) -> None:
    served.show(THING)
    served.change(focus=10)
    since = served.bus.mark()
    served.provider.window_focus(False)
    served.bus.wait_for(lambda e: e.type == "window:deactivate", "the window to be left", since)
    assert "active" not in served.seen("A window").states
    assert "focused" not in served.seen("thing").states
    since = served.bus.mark()
    served.provider.window_focus(True)
    served.bus.wait_for_focus("thing", since)
    types = [event.type for event in served.bus.events[since:]]
    assert types == ["window:activate", "object:state-changed:active", "object:state-changed:focused"]


def test_typing_deleting_and_selecting_are_told_with_their_places(served: Served) -> None:
    field = Node(10, Role.TEXTBOX, "field", bounds=BOX, text=text("ab", caret=2))
    served.show(field)
    steps = [
        (text("ab转", caret=3), [("text-changed:insert", 2, 1, "转"), ("text-caret-moved", 3, 0, "")]),
        (text("ab转", caret=3, anchor=1), [("text-selection-changed", 0, 0, "")]),
        (
            text("a", caret=1),
            [
                ("text-changed:delete", 1, 2, "b转"),
                ("text-caret-moved", 1, 0, ""),
                ("text-selection-changed", 0, 0, ""),
            ],
        ),
    ]
    for content, expected in steps:
        field = replace(field, text=content)
        events = told(served, field)
        assert [(e.type.removeprefix("object:"), e.detail1, e.detail2, e.data or "") for e in events] == expected


def test_another_choice_is_told_as_value_and_as_text(served: Served) -> None:
    """Orca 43 says the new text of a choice only when it is put in before the old one goes, and is selected."""
    city = Node(10, Role.COMBOBOX, "City", bounds=BOX, value="Bern")
    served.show(city)
    seen = served.seen("City")
    assert (seen.text, seen.selections, seen.description) == ("Bern", ((0, 4),), "")
    assert seen.attributes["valuetext"] == "Bern"
    events = [
        (event.type.removeprefix("object:"), event.detail1, event.data or "")
        for event in told(served, replace(city, value="Rome"))
    ]
    assert events == [
        ("property-change:accessible-value", 0, "Rome"),
        ("text-changed:insert", 0, "Rome"),
        ("text-changed:delete", 4, "Bern"),
        ("attributes-changed", 0, ""),
    ]
    assert "editable" not in served.seen("City").states


def test_a_value_in_words_elsewhere_is_told_before_the_hint(served: Served) -> None:
    slides = Node(10, Role.GROUP, "News", bounds=BOX, value="2/5", description="Turn it")
    served.show(slides)
    seen = served.seen("News")
    assert (seen.text, seen.description, seen.attributes["valuetext"]) == (None, "2/5 Turn it", "2/5")
    assert [kind for kind, _, _ in kinds(told(served, replace(slides, value="3/5")))] == [
        "property-change:accessible-description",
        "property-change:accessible-value",
        "attributes-changed",
    ]


def test_what_comes_and_goes_is_told_of_its_parent(served: Served) -> None:
    group = Node(10, Role.GROUP, "group", bounds=BOX)
    served.show(group)
    with_two = replace(group, children=(11, 12))
    came = kinds(told(served, with_two, OTHER, replace(THING, id=12)))
    assert came == [("children-changed:add", "group", 0), ("children-changed:add", "group", 1)]
    gone = kinds(told(served, group, removed=(11, 12)))
    assert [kind for kind in gone if kind[0].startswith("children")] == [
        ("children-changed:remove", "group", 0),
        ("children-changed:remove", "group", 0),
    ]
    assert len([kind for kind in gone if kind[0] == "state-changed:defunct"]) == 2


def test_children_that_come_while_others_go_are_told_at_places_that_can_be_replayed(served: Served) -> None:
    """libatspi keeps a copy of the children by these, and Orca counts "2 of 3" by it."""
    group = Node(10, Role.GROUP, "group", bounds=BOX, children=(11, 12))
    served.show(group, OTHER, replace(THING, id=12))
    coming = [replace(THING, id=uid, name="new") for uid in (20, 21)]
    events = told(served, replace(group, children=(20, 11, 21)), *coming, removed=(12,))
    assert [kind for kind in kinds(events) if kind[0].startswith("children")] == [
        ("children-changed:add", "group", 0),
        ("children-changed:add", "group", 2),
        ("children-changed:remove", "group", 3),
    ]
    turned = told(served, replace(group, children=(11, 21, 20)))
    assert [kind for kind in kinds(turned) if kind[0].startswith("children")] == [
        ("children-changed:remove", "group", 0),
        ("children-changed:add", "group", 2),
    ]


def test_what_comes_back_is_another_object_and_can_be_read(served: Served) -> None:
    served.show(THING, OTHER)
    first = served.seen("thing")
    window = served.nodes[WINDOW]
    served.change(replace(window, children=(11,)), removed=(10,))
    until(lambda: "thing" not in served.tree().outline(), "the thing to go")
    served.change(replace(window, children=(10, 11)), THING, focus=10)
    again = served.seen("thing")
    assert again.ref != first.ref
    assert "focused" in again.states


def test_a_changed_selection_is_told_of_its_list(served: Served) -> None:
    option = {"role": Role.OPTION, "bounds": BOX}
    served.show(
        Node(10, Role.LISTBOX, "cities", bounds=BOX, children=(11,)), Node(id=11, name="Bern", selected=False, **option)
    )
    assert kinds(told(served, Node(id=11, name="Bern", selected=True, **option))) == [
        ("state-changed:selected", "Bern", 1),
        ("selection-changed", "cities", 0),
    ]
