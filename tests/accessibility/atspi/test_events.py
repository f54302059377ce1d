"""What is told on the accessibility bus when something changes, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from accessibility.node import Bounds, Node, NumericRange
from accessibility.probe.atspi import Bus, Event
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from accessibility.providers.atspi.names import EVENT_OBJECT
from accessibility.providers.atspi.roles import ROLES
from accessibility.roles import MIXED, Live, Role, State
from accessibility.tree import Changes
from tests.accessibility.atspi.served import NAME, WINDOW, Served, text

pytestmark = pytest.mark.screen
BOX = Bounds(10.0, 20.0, 110.0, 70.0)
THING = Node(10, Role.BUTTON, "thing", bounds=BOX, states=frozenset({State.FOCUSABLE}))
OTHER = Node(11, Role.BUTTON, "other", bounds=BOX, states=frozenset({State.FOCUSABLE}))


def told(served: Served, *nodes: Node, removed: tuple[int, ...] = (), focus: int | None = None) -> list[Event]:
    """What is told of a change, up to that of the window's description, which is made after it."""
    since = served.bus.mark()
    served.change(*nodes, removed=removed, focus=focus)
    end = f"mark {since}"
    served.alter(WINDOW, description=end)
    served.bus.wait_for(lambda event: event.data == end, "the end of what is told", since)
    events = served.bus.events[since:]
    return [event for event in events if event.data != end]


def kinds(events: list[Event]) -> list[tuple[str, str, int]]:
    return [(event.type.removeprefix("object:"), event.name, event.detail1) for event in events]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"name": "new"}, [("property-change:accessible-name", 0)]),
        ({}, {"description": "hint"}, [("property-change:accessible-description", 0)]),
        ({}, {"error": "wrong"}, [("property-change:accessible-description", 0)]),
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


def test_the_focus_is_taken_before_it_is_given(served: Served) -> None:
    served.show(THING, OTHER)
    assert kinds(told(served, focus=10)) == [
        ("state-changed:focused", "A window", 0),
        ("state-changed:focused", "thing", 1),
    ]
    assert kinds(told(served, focus=11)) == [
        ("state-changed:focused", "thing", 0),
        ("state-changed:focused", "other", 1),
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


def test_live_words_and_messages_are_announced(served: Served) -> None:
    status = Node(10, Role.STATUS, "", bounds=BOX, live=Live.POLITE)
    served.show(THING, replace(status, id=12, name="there"))
    for live, politeness in ((Live.POLITE, 1), (Live.ASSERTIVE, 2)):
        changed = replace(status, id=12, name=f"news {live}", live=live)
        announced = [event for event in told(served, changed) if event.type == "object:announcement"]
        assert [(event.data, event.detail1) for event in announced] == [(f"news {live}", politeness)]
    since = served.bus.mark()
    served.provider.announce("done", assertive=True)
    event = served.bus.wait_for(lambda e: e.type == "object:announcement", "the message", since)
    assert (event.data, event.detail1, event.role) == ("done", 2, "frame")


def test_what_happens_in_a_live_region_is_announced(served: Served) -> None:
    log = Node(10, Role.LOG, "Chat", bounds=BOX, live=Live.POLITE, children=(11,))
    first = Node(11, Role.STATICTEXT, "Hello", bounds=BOX)
    served.show(log, first)
    row = Node(12, Role.GENERIC, "", bounds=BOX, children=(13, 14))
    texts = (replace(first, id=13, name="Bank:"), replace(first, id=14, name="Good day"))

    def announced(*nodes: Node) -> list[tuple[str, int, str]]:
        events = told(served, *nodes)
        return [(event.data, event.detail1, event.role) for event in events if event.type == "object:announcement"]

    assert announced(replace(log, children=(11, 12)), row, *texts) == [("Bank: Good day", 1, "frame")]
    assert announced(replace(texts[1], name="Good night")) == [("Good night", 1, "label")]


def test_a_notification_that_appears_needs_no_announcement(served: Served) -> None:
    served.show(THING)
    alert = Node(12, Role.ALERT, "No line", bounds=BOX, live=Live.ASSERTIVE)
    events = told(served, replace(served.nodes[WINDOW], children=(10, 12)), alert)
    assert [event.type for event in events if event.name == "No line"] == ["object:state-changed:showing"]
    changed = told(served, replace(alert, name="No line yet"))
    assert [event.data for event in changed if event.type == "object:announcement"] == ["No line yet"]


@contextmanager
def listening_only(desk: Desktop, bus: Bus, *events: str) -> Iterator[Served]:
    """A program on a bus where these events alone are asked for."""
    bus.deafen()
    with Bus(desk, events) as narrow:
        served = Served(desk, narrow)
        try:
            served.show(THING, OTHER)
            yield served
        finally:
            served.close()
            bus.listen()


def test_who_has_no_ear_for_announcements_is_shown_a_notification(desk: Desktop, bus: Bus) -> None:
    """Orca 43 listens for no announcement and reads every notification that appears."""
    with listening_only(desk, bus, "object:state-changed", "object:property-change") as served:
        for words in ("saved", "saved"):
            since = served.bus.mark()
            served.provider.announce(words, assertive=False)
            event = served.bus.wait_for(lambda e: e.type == "object:state-changed:showing", "the notification", since)
            assert (event.role, event.detail1) == (ROLES[Role.ALERT].words, 1)
        assert [[label.name for label in seen.children] for seen in served.tree().all("notification")] == [["saved"]]
        served.alter(WINDOW, name="Another title")
        assert served.tree().all("notification"), "it stays although the window knows nothing of it"
        served.tell_all()
        until(lambda: not served.tree().all("notification"), "the notification to go with the tree")


def test_live_words_too_are_shown_to_who_has_no_ear_for_announcements(desk: Desktop, bus: Bus) -> None:
    with listening_only(desk, bus, "object:state-changed", "object:property-change") as served:
        status = Node(12, Role.STATUS, "", bounds=BOX, live=Live.POLITE)
        served.change(replace(served.nodes[WINDOW], children=(10, 11, 12)), status)
        since = served.bus.mark()
        served.change(replace(status, name="Saved"))
        event = served.bus.wait_for(lambda e: e.type == "object:state-changed:showing", "the notification", since)
        assert event.role == "notification"
        assert [label.name for label in served.tree().all("notification")[0].children] == ["Saved"]


def test_a_tool_that_hears_announcements_takes_no_message_from_a_reader_that_does_not(desk: Desktop, bus: Bus) -> None:
    """Each is told once, in the form it hears: a newer Orca beside an older one would say it twice otherwise."""
    with listening_only(desk, bus, "object:state-changed") as served, Bus(desk, ["object"]) as tool:
        until(lambda: served.provider._listeners.who(EVENT_OBJECT, "Announcement", ""), "the tool to be known")
        status = Node(12, Role.STATUS, "", bounds=BOX, live=Live.POLITE)
        served.change(replace(served.nodes[WINDOW], children=(10, 11, 12)), status)
        for tell in (lambda: served.provider.announce("Saved", assertive=False), lambda: served.alter(12, name="Sent")):
            since, before = served.bus.mark(), tool.mark()
            tell()
            tool.wait_for(lambda e: e.type == "object:announcement", "the announcement", before)
            shown = served.bus.wait_for(lambda e: e.type == "object:state-changed:showing", "the notification", since)
            assert shown.role == "notification"
            served.alter(WINDOW, description=f"mark {before}")
            tool.wait_for(lambda e: str(e.data).startswith("mark"), "the end of what is told", before)
            assert not [e for e in tool.events[before:] if e.type == "object:state-changed:showing"]


def test_nothing_is_sent_that_nobody_listens_for(desk: Desktop, bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening_only(desk, bus, "object:state-changed:focused") as served:
        sent: list[str] = []
        line = served.provider._bus
        assert line is not None
        monkeypatch.setattr(line, "send", lambda message, then=None: sent.append(message.member))
        served.change(replace(THING, bounds=Bounds(0, 0, 1, 1), text=text("a"), level=3), focus=11)
        assert set(sent) == {"StateChanged"}


def test_a_program_that_nobody_listens_to_does_nothing(desk: Desktop, bus: Bus) -> None:
    """With both switches of org.a11y.Status off it leaves the bus, and comes back when one is on again."""
    served = Served(desk, bus)
    try:
        served.show(THING)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            desk._set_status(name, False)
        until(lambda: not served.host.is_listened_to, "the program to hear that nobody listens")
        assert served.bus.snapshot(NAME) is None
        served.provider.update(Changes(WINDOW, 10, (THING,)))  # one that was on its way
        desk._set_status("ScreenReaderEnabled", True)
        until(lambda: served.host.is_listened_to, "the program to hear that somebody listens again")
        served.tell_all()
        assert served.seen("thing").role == "push button"
    finally:
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            desk._set_status(name, True)
        served.close()
