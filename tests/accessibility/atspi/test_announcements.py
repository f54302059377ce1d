"""What is announced, and to whom: live words, and notifications for who has no ear for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from accessibility.node import Bounds, Node
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from accessibility.providers.atspi.names import EVENT_OBJECT
from accessibility.providers.atspi.roles import ROLES
from accessibility.roles import Live, Role
from accessibility.tree import Changes
from tests.accessibility.atspi.served import BOX, NAME, WINDOW, Served, text
from tests.accessibility.atspi.told import OTHER, THING, told

pytestmark = pytest.mark.screen


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
        monkeypatch.setattr(line, "tell", lambda signals: sent.extend(each.member for each in signals))
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


def test_nothing_at_all_is_sent_while_nobody_listens(desk: Desktop, bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assistive technology is switched on for the session, but none is there; then one comes."""
    served = Served(desk, bus)
    served.show(THING, OTHER)
    bus.deafen()
    try:
        until(lambda: not served.provider._listeners._wanted, "the program to know that nobody listens")
        sent: list[str] = []
        line = served.provider._bus
        assert line is not None
        monkeypatch.setattr(line, "tell", lambda signals: sent.extend(each.member for each in signals))
        served.change(replace(THING, name="other", description="hint", role=Role.LINK, checked=True), focus=11)
        served.change(replace(served.nodes[WINDOW], children=(10,)), removed=(11,))
        served.provider.window_focus(False)
        assert sent == []
        monkeypatch.undo()
    finally:
        bus.listen()
    until(lambda: served.provider._listeners._wanted, "the program to know that somebody listens")
    since = bus.mark()
    served.alter(10, name="heard")
    bus.wait_for(lambda event: event.data == "heard", "the new name", since)
    served.close()
