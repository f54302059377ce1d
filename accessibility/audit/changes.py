"""What became another between two readings of a window, and whether the bus told it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from accessibility.checks.kinds import FIELDS
from accessibility.checks.tried import Change, Deed
from accessibility.probe.atspi import Bus
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Event, Seen
from accessibility.probe.waiting import until

PATIENCE = 2.0
"""Seconds after the second reading in which an event may still come."""

_EVENTS = {
    "name": "object:property-change:accessible-name",
    "value": "object:property-change:accessible-value",
    "text": "object:text-changed",
    "bounds": "object:bounds-changed",
    "children": "object:children-changed",
}
_WORDS = {"bounds": "place"}

_STATES = ("focused", "checked", "pressed", "expanded")
"""States that somebody brings about."""


def changes(
    before: Seen, after: Seen, bus: Bus, mark: int, leave_out: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """Every change of what is in both, with its event among those since `mark`; waits a little for what is missing.

    What is told to be gone was read while it went, in part perhaps, and is no change.
    """
    read = time.monotonic()
    old = {node.ref: node for node in before.walk() if node.ref not in leave_out}
    found = [(node, what) for node in after.walk() if node.ref in old for what in _different(old[node.ref], node)]

    def is_told() -> bool:
        return all(_event(bus, mark, *one) is not None or _is_gone(bus, mark, one[0]) for one in found)

    with contextlib.suppress(ProbeError):  # what is still missing is the finding
        until(is_told, "its events", PATIENCE)
    left = [(node, what) for node, what in found if not _is_gone(bus, mark, node)]
    return tuple(_change(node, what, _event(bus, mark, node, what), read) for node, what in left)


def come(window: Seen, bus: Bus, mark: int) -> frozenset[str]:
    """References of what may have gone and come again since: readers forget it and read it anew.

    That may be everything where something told of itself and went before it could be asked which it was.
    """
    if any(not event.path and event.type.startswith(tuple(_EVENTS.values())) for event in bus.events[mark:]):
        return frozenset(node.ref for node in window.walk())
    grown = {event.path for event in bus.events[mark:] if event.type.startswith("object:children-changed:add")}
    parents = (node for node in window.walk() if any(path and node.ref.endswith(path) for path in grown))
    return frozenset(below.ref for node in parents for child in node.children for below in child.walk())


def gains(before: Seen, after: Seen, bus: Bus, mark: int) -> tuple[Deed, ...]:
    """Every such state that something has now and had not before, whoever brought it about, with whether it was told.

    What is missing is waited for a little, as with `changes`.
    """
    old = {node.ref: node for node in before.walk()}
    found = [(node, state) for node in after.walk() if node.ref in old
             for state in _STATES if state in node.states - old[node.ref].states]  # fmt: skip
    with contextlib.suppress(ProbeError):  # what is still missing is the finding
        until(lambda: all(_gained(bus, mark, *gain) for gain in found), "its events", PATIENCE)
    return tuple(Deed(node, state, True, _gained(bus, mark, node, state)) for node, state in found)


def _gained(bus: Bus, mark: int, node: Seen, state: str) -> bool:
    kind = f"object:state-changed:{state}"
    return any(event.type == kind and event.detail1 == 1 and _is_from(event, node) for event in bus.events[mark:])


def _different(old: Seen, new: Seen) -> Iterator[str]:
    """The properties that are not what they were; a field's words are its text, not its name."""
    if old.name != new.name:
        yield "name"
    if old.value != new.value:
        yield "value"
    if old.text != new.text and new.role in FIELDS:
        yield "text"
    if old.bounds != new.bounds:
        yield "bounds"
    if [child.ref for child in old.children] != [child.ref for child in new.children]:
        yield "children"


def _event(bus: Bus, mark: int, node: Seen, what: str) -> Event | None:
    return next(
        (event for event in bus.events[mark:] if event.type.startswith(_EVENTS[what]) and _is_from(event, node)), None
    )


def _is_gone(bus: Bus, mark: int, node: Seen) -> bool:
    return any(event.type == "object:state-changed:defunct" and _is_from(event, node) for event in bus.events[mark:])


def _is_from(event: Event, node: Seen) -> bool:
    return bool(event.path) and node.ref.endswith(event.path)


def _change(node: Seen, what: str, event: Event | None, read: float) -> Change:
    return Change(node, _WORDS.get(what, what), None if event is None else max(0.0, event.at - read))
