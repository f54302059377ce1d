"""A provider in this process, on the bus of a private desktop, fed with nodes by hand: no window, no widgets."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from accessibility.node import Bounds, Node, TextContent, TextLine
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from accessibility.providers.atspi.provider import AtspiProvider
from accessibility.roles import Role
from accessibility.tree import Changes

WINDOW = 1
NAME = "served"
BOX = Bounds(10.0, 20.0, 110.0, 70.0)
"""Where things stand where it does not matter."""
Asked = tuple[int, str, tuple[Any, ...]]


class AskedHost:
    """Remembers what the platform asked for. Called from the provider's thread."""

    def __init__(self) -> None:
        self.is_listened_to = False
        self.told: list[bool] = []
        self.asked: queue.Queue[Asked] = queue.Queue()

    def listening(self, on: bool) -> None:
        self.is_listened_to = on
        self.told.append(on)

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        self.asked.put((target, action, values))

    def afterwards(self, then: Callable[[], object]) -> None:
        then()

    def next(self) -> Asked:
        return self.asked.get(timeout=5)


class Served:
    """What the tests hold: the nodes as they are told now, and both ends of the line."""

    def __init__(self, desk: Desktop, bus: Bus) -> None:
        self.desk, self.bus = desk, bus
        self.host = AskedHost()
        self.nodes: dict[int, Node] = {}
        self.focus = WINDOW
        self.provider = AtspiProvider(NAME, session=lambda: desk.env["DBUS_SESSION_BUS_ADDRESS"])
        self.provider.start(self.host, None)
        self.provider.window_focus(True)
        self.provider.window_moved(100.0, 50.0, 800.0, 600.0)
        until(lambda: self.host.is_listened_to, "the provider to hear that somebody listens")

    def show(self, *nodes: Node) -> None:
        """The whole tree: a window with these below it, and what they hold."""
        held = {child for node in nodes for child in node.children}
        top = tuple(node.id for node in nodes if node.id not in held)
        window = Node(WINDOW, Role.WINDOW, "A window", bounds=Bounds(0, 0, 800, 600), children=top)
        self.nodes = {node.id: node for node in (window, *nodes)}
        self.focus = WINDOW
        self.tell_all()
        first = nodes[0]
        self.bus.find(NAME, "frame", timeout=10)
        until(lambda: any(seen.name == first.name for seen in self.tree().walk()), f"{first.name!r} on the bus")

    def tell_all(self) -> None:
        self.provider.update(Changes(WINDOW, self.focus, tuple(self.nodes.values()), complete=True))

    def change(self, *nodes: Node, removed: Iterable[int] = (), focus: int | None = None) -> None:
        """New or other nodes, and who has the focus."""
        self.focus = self.focus if focus is None else focus
        gone = tuple(removed)
        self.nodes.update({node.id: node for node in nodes})
        for uid in gone:
            del self.nodes[uid]
        self.provider.update(Changes(WINDOW, self.focus, nodes, gone))

    def alter(self, uid: int, **fields: Any) -> None:
        self.change(replace(self.nodes[uid], **fields))

    def tree(self) -> Seen:
        return self.bus.application(NAME)

    def seen(self, name: str) -> Seen:
        """The object of that name."""
        found = next((seen for seen in self.tree().walk() if seen.name == name and seen.role != "application"), None)
        assert found is not None, f"{name!r} is not there:\n{self.tree().outline()}"
        return found

    def close(self) -> None:
        self.provider.close()


def text(*rows: str, caret: int = 0, anchor: int | None = None) -> TextContent:
    """Rows of characters 10 pixels wide and 20 high, from (10, 20) down."""
    lines = []
    for number, row in enumerate(rows):
        top = 20.0 + 20 * number
        places = tuple(10.0 * index for index in range(len(row)))
        box = Bounds(10.0, top, 10.0 + 10 * len(row), top + 20)
        lines.append(TextLine(row, box, places, (10.0,) * len(row)))
    return TextContent(tuple(lines), caret, caret if anchor is None else anchor)
