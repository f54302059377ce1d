"""Two things on the bus, and what is told of a change to them."""

from __future__ import annotations

from accessibility.node import Node
from accessibility.probe.seen import Event
from accessibility.roles import Role, State
from tests.accessibility.atspi.served import BOX, WINDOW, Served

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
