"""Somebody at a program with Orca: keys, what is said after them, and the braille line."""

from __future__ import annotations

from dataclasses import dataclass, field

from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.checks.registry import load_rules
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.orca import Orca
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

TOLD = tuple(loaded for loaded in load_rules() if loaded.rule.id.startswith("SEM"))
"""The rules on what is told; these pages are not made to be looked at."""


def watcher(desk: Desktop, bus: Bus, title: str, leave_out: frozenset[str] = frozenset()) -> Watcher:
    """Judges what the window of that title tells, but for the rules of these ids."""

    def window() -> Seen:
        return until(lambda: bus.snapshot(title), f"the window {title!r}").children[0]

    rules = tuple(loaded for loaded in TOLD if loaded.rule.id not in leave_out)
    return Watcher(window, DeskWindow(desk).picture, rules=rules)


@dataclass
class Listening:
    """`title` is (the beginning of) the window's."""

    desk: Desktop
    orca: Orca
    bus: Bus
    title: str
    watching: Watcher = field(init=False)
    _felt: int = field(init=False, default=0)
    """So many braille lines there were when the focus was last sent, or a key last pressed: these are over."""

    def __post_init__(self) -> None:
        self.watching = watcher(self.desk, self.bus, self.title)

    def find(self, role: str, name: str) -> Seen:
        """The first thing of that role and name; the page that it is on keeps the rules."""
        found = self.bus.find(self.title, role, name)
        self.watching.look()
        return found

    def focus(self, role: str, name: str, words: str = "") -> int:
        """Go there, and wait until Orca has said so, or these words; gives the place from which it was said."""
        self.desk.key("Escape")  # whatever was said last is over
        since = self._mark()
        seen = self.find(role, name)
        assert "focused" not in seen.states, "Orca is silent about what has the focus already"
        self.bus.grab_focus(seen)
        self.orca.wait_for(words or name, since)
        return since

    def press(self, *keys: str) -> int:
        since = self._mark()
        self.desk.key(*keys)
        return since

    def _mark(self) -> int:
        self._felt = len(self.orca.braille())
        return self.orca.mark()

    def hears(self, words: str, *keys: str) -> str:
        """Press keys and hear an utterance that is or holds the words."""
        return self.orca.wait_for(words, self.press(*keys))

    def says_exactly(self, words: str, *keys: str) -> None:
        since = self.press(*keys)
        until(lambda: words in self.orca.said(since), f"Orca to say {words!r} alone; it said {self.orca.said(since)}")

    def feels(self, cells: str) -> None:
        """The braille line comes to hold these cells after the last key, or after the focus was last sent."""
        until(lambda: any(cells in shown for shown, _ in self.orca.braille()[self._felt :]),
              f"{cells!r} in braille; there was {self.orca.braille()[self._felt:]}")  # fmt: skip

    def has_focus(self, name: str) -> bool:
        return self.bus.focused(self.title).name == name
