"""A client whose every screen is judged by the rules on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Seen
from app.tour.stage import Client


@dataclass(frozen=True)
class WatchedClient(Client):
    """Judges what there is after each wait."""

    watcher: Watcher = field(kw_only=True)

    def wait_for_text(self, fragment: str, timeout: float = 20.0) -> str:
        """As ever, and the screen it is on keeps the rules."""
        found = super().wait_for_text(fragment, timeout)
        self.watcher.look()
        return found

    def wait_for_focus(self, role: str, name: str = "", timeout: float = 15.0) -> Seen:
        """As ever, and the screen it is on keeps the rules."""
        found = super().wait_for_focus(role, name, timeout)
        self.watcher.look()
        return found


def watched(client: Client) -> WatchedClient:
    """The same client, watched."""
    watcher = Watcher(lambda: client.tree().children[0], DeskWindow(client.desktop).picture)
    same = {item.name: getattr(client, item.name) for item in fields(client)}
    return WatchedClient(**same, watcher=watcher)
