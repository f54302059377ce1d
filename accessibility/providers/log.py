"""A provider that writes down what it is told: for tests, and as the quiet one where no platform is known."""

from dataclasses import dataclass, field
from typing import Any

from accessibility.node import Node
from accessibility.providers.base import Host
from accessibility.tree import Changes, find


@dataclass
class LogProvider:
    """Keeps its own copy of the tree from the updates alone, as an assistive technology would."""

    is_listening: bool = True
    updates: list[Changes] = field(default_factory=list)
    announcements: list[tuple[str, bool]] = field(default_factory=list)
    nodes: dict[int, Node] = field(default_factory=dict)
    focused: bool = False
    focus: int = 0
    host: Host | None = None

    def start(self, host: Host, window: Any) -> None:
        self.host = host
        if self.is_listening:
            host.listening(True)

    def update(self, changes: Changes) -> None:
        if changes.complete:
            self.nodes.clear()
        self.nodes.update({node.id: node for node in changes.nodes})
        for uid in changes.removed:
            self.nodes.pop(uid, None)
        self.focus = changes.focus
        self.updates.append(changes)

    def announce(self, text: str, *, assertive: bool) -> None:
        self.announcements.append((text, assertive))

    def window_focus(self, focused: bool) -> None:
        self.focused = focused

    def window_moved(self, left: float, top: float, width: float, height: float) -> None: ...

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        return False

    def close(self) -> None:
        self.host = None

    def find(self, role: str, name: str = "") -> Node | None:
        return find(self.nodes, role, name)

    @property
    def focus_node(self) -> Node | None:
        return self.nodes.get(self.focus)
