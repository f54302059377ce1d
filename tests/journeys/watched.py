"""A client whose every screen is judged by the rules on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.probe.seen import Seen
from app.tour.stage import Client

JUDGED: set[int] = set()
"""Screens that the rules have seen in this run, whichever journey led there: each is judged once."""


@dataclass(frozen=True)
class WatchedClient(Client):
    """Judges what there is after each step that waits for something."""

    watcher: Watcher = field(kw_only=True)

    def look(self) -> None:
        """The screen as it is now keeps the rules."""
        self.watcher.look()

    def wait_for_text(self, fragment: str, timeout: float = 20.0) -> str:
        """As ever, and the screen it is on keeps the rules."""
        found = super().wait_for_text(fragment, timeout)
        self.look()
        return found

    def wait_for_focus(self, role: str, name: str = "", timeout: float = 15.0) -> Seen:
        """As ever, and the screen it is on keeps the rules."""
        found = super().wait_for_focus(role, name, timeout)
        self.look()
        return found

    def tab_to(self, role: str, name: str) -> None:
        """As ever, and the screen it is on keeps the rules."""
        super().tab_to(role, name)
        self.look()


def watched(client: Client) -> WatchedClient:
    """The same client, watched."""
    painted = DeskWindow(client.desktop).picture
    watcher = Watcher(lambda: client.tree().children[0], painted, judged=JUDGED)
    same = {item.name: getattr(client, item.name) for item in fields(client)}
    return WatchedClient(**same, watcher=watcher)
