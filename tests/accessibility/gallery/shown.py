"""The gallery as a reader sees and works it, over the real bus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from accessibility.audit.judge import Verdict
from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.checks.registry import load_rules
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

APP = "Gallery"

ON_PURPOSE = frozenset({"KBD-06", "KBD-10"})
"""A test scrolls an item away that has the focus; and the page of fields shows one that is wrong from the first."""

RULES = tuple(loaded for loaded in load_rules()
              if loaded.rule.id.startswith(("SEM", "KBD")) and loaded.rule.id not in ON_PURPOSE)  # fmt: skip
"""On what is told, and on keys; how plain widgets of Kivy look is not the engine's."""


def _excused(verdict: Verdict) -> bool:
    """A key on the screen is called as it is on every keyboard; Kivy's dialogs of the settings have a title alone."""
    node = verdict.finding.node
    is_dialog = verdict.rule.id == "SEM-13" and verdict.screen.dialog is not None
    return is_dialog or (node is not None and node.name in ("Tab", "Layout"))


@dataclass
class Shown:
    desk: Desktop
    bus: Bus
    name: str = ""
    still: Seen | None = None
    """The page as it was when it was turned to; for looking at much of it at once."""
    watching: Watcher = field(init=False)

    def __post_init__(self) -> None:
        painted = DeskWindow(self.desk).picture
        self.watching = Watcher(lambda: self.tree().children[0], painted, rules=RULES, excused=_excused, bus=self.bus)

    def page(self, name: str) -> None:
        """Turn to a page by clicking its tab, as a reader does. The page that is left keeps the rules, and the new one.

        Looking after every step would take longer than all tests of the gallery.
        """
        if name != self.name:
            self.watching.look()
            self.bus.act(self.find("page tab", name))
            self.until("heading", name, lambda it: it.attributes["level"] == "1", f"the page {name}")
            self.name, self.still = name, None
            self.watching.look()

    def find(self, role: str, name: str = "") -> Seen:
        return self.bus.find(APP, role, name)

    def tree(self) -> Seen:
        seen = self.bus.snapshot(APP)
        assert seen is not None
        return seen

    def first(self, role: str, name: str) -> Seen:
        """The object as it was on the page at first."""
        self.still = self.still or self.tree()
        found = self.still.all(role, name)
        if not found:  # some of it comes a frame later
            self.still = None
        return found[0] if found else self.find(role, name)

    def until(self, role: str, name: str, is_so: Callable[[Seen], Any], what: str = "") -> Seen:
        """The object once it is so."""

        known: Seen | None = None

        def there() -> Seen | None:
            nonlocal known
            try:
                known = self.bus.look(known) if known is not None else None
            except NotThereError:
                known = None  # it is another object now
            known = known or next(iter(self.tree().all(role, name)), None)
            return known if known is not None and known.name == (name or known.name) and is_so(known) else None

        return until(there, what or f"{role} {name!r} to change")

    def act(self, role: str, name: str, action: str = "click") -> Seen:
        """Do what the object offers, once it offers it: an open choice's list may be told a frame before the choice."""
        seen = self.until(role, name, lambda it: action in it.actions, f"{role} {name!r} to offer {action}")
        assert self.bus.act(seen, action)
        return seen

    def ask(self, seen: Seen, interface: str, method: str, signature: str = "", *values: Any) -> Any:
        return self.bus.ask(seen, interface, method, signature, *values)

    def interfaces(self, seen: Seen) -> set[str]:
        found = self.ask(seen, "Accessible", "GetInterfaces")
        return {name.rpartition(".")[2] for name in found}
