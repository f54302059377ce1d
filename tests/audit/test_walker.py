"""The walk takes an event of the focus for that of the key it has pressed, and of no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from accessibility.audit.walker import Walker
from accessibility.checks.frame import Frame
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Event, Seen

MEMBERS = ("radio 1", "radio 2", "radio 3")


class LateProgram:
    """A bus, a desk and a camera in one: a radio group whose events come one by one, whenever somebody waits."""

    def __init__(self) -> None:
        self.bus: Any = self
        self.desk: Any = self
        self.window: Any = SimpleNamespace(picture=lambda: None)
        self._focus = -1
        self._late: list[int] = []
        self._events: list[Event] = []

    def tree(self) -> Seen:
        members = tuple(self._member(at) for at in range(len(MEMBERS)))
        return Seen("/0", "panel", "group", "", frozenset(), {}, None, (), children=members)

    def _member(self, at: int) -> Seen:
        states = frozenset({"enabled", "sensitive", "focusable", *(["focused"] if at == self._focus else [])})
        return Seen(f"/{at + 1}", "radio button", MEMBERS[at], "", states, {}, None, ("click",))

    def look(self, seen: Seen) -> Seen:
        return self._member(int(seen.ref[1:]) - 1)

    def grab_focus(self, seen: Seen) -> bool:
        self._focus = int(seen.ref[1:]) - 1
        self._late.append(self._focus)
        return True

    def key(self, key: str) -> None:
        assert key == "Down"
        last = self._late[-1] if self._late else self._focus
        self._late.append(min(len(MEMBERS) - 1, last + 1))

    def mark(self) -> int:
        return len(self._events)

    def wait_for(self, matches: Callable[[Event], bool], what: str, since: int, timeout: float) -> Event:
        if self._late:
            self._focus = self._late.pop(0)
            name = MEMBERS[self._focus]
            self._events.append(Event("object:state-changed:focused", 0.0, "radio button", name, 1, 0, None))
        found = next((event for event in self._events[since:] if matches(event)), None)
        if found is None:
            raise NotThereError(what)
        return found

    def frame_after(self, before: Any, patience: float) -> Frame:
        window = replace(self.tree(), ref="/window", role="frame", children=(self.tree(),))
        return Frame(window, None, 0.0)  # type: ignore[arg-type]


def test_an_event_that_comes_late_is_not_taken_for_that_of_the_next_key() -> None:
    """The focus is put on the first member, and told of only when the walk waits: each arrow shows its own step."""
    walker = Walker(LateProgram())  # type: ignore[arg-type]
    stops = walker._arrows({"/1"})
    assert [stop.focused[0].name for stop in stops] == ["radio 2", "radio 3", "radio 3"]
