"""What became another between two readings of a window, and when the bus told it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from accessibility.checks.kinds import FIELDS
from accessibility.checks.tried import Change
from accessibility.probe.atspi import Bus
from accessibility.probe.seen import Event, Seen

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


def changes(before: Seen, after: Seen, bus: Bus, mark: int) -> tuple[Change, ...]:
    """Every change of what is in both, with its event among those since `mark`; waits a little for what is missing."""
    read = time.monotonic()
    old = {node.ref: node for node in before.walk()}
    found = [(node, what) for node in after.walk() if node.ref in old for what in _different(old[node.ref], node)]
    deadline = read + PATIENCE
    while any(_event(bus, mark, *change) is None for change in found) and time.monotonic() < deadline:
        time.sleep(0.02)
    return tuple(_change(node, what, _event(bus, mark, node, what), read) for node, what in found)


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


def _is_from(event: Event, node: Seen) -> bool:
    return bool(event.path) and node.ref.endswith(event.path)


def _change(node: Seen, what: str, event: Event | None, read: float) -> Change:
    return Change(node, _WORDS.get(what, what), None if event is None else max(0.0, event.at - read))
