"""What is tried on the screen on which somebody left the program: Tab goes round, letters do nothing, Escape leaves.

These press keys of their own accord, so they are done when nobody needs the screen any more, once on each place.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.audit.judge import Verdict, judge
from accessibility.audit.removal import heads
from accessibility.audit.walker import CHARACTERS, SPARE
from accessibility.audit.watch import NOTHING, WRONG, broken
from accessibility.checks.frame import Frame
from accessibility.checks.kinds import is_actionable
from accessibility.checks.rule import LoadedRule, Need
from accessibility.checks.screen import Screen
from accessibility.checks.tried import Leaving, Stop, Typing, Walk
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Event, Seen
from accessibility.probe.waiting import until

PATIENCE = 2.0
"""Seconds for a key to have its effect."""


@dataclass(frozen=True)
class Afterwards:
    """Works the window that `window` is an earlier look at. `judged` remembers the places."""

    desk: Desktop
    bus: Bus
    rules: tuple[LoadedRule, ...]
    judged: set[int]

    def try_all(self, window: Seen) -> None:
        """Try what has not been tried on a place of these headings.

        Raises:
            ScreenBroken: what was tried shows that a rule fails.
            NotThereError: the window went meanwhile.
        """
        place = hash(("afterwards", *heads(window)))
        if place in self.judged or window.focused is None:
            return
        self.judged.add(place)
        typing, walk = self._typing(window), self._walk(window)
        screen = Screen(window.name, "light", 1.0, (Frame(window, NOTHING),), {}, pages=False, placed=False,
                        typing=typing, walk=walk)  # fmt: skip
        wrong = [*self._failing(screen, Need.TYPING), *self._failing(screen, Need.WALK)]
        if screen.dialog is not None:
            left = Screen(window.name, "light", 1.0, screen.frames, {}, leaving=self._leave(screen.dialog, window))
            wrong += self._failing(left, Need.LEAVING)
        if wrong:
            raise broken(wrong, window)

    def _failing(self, screen: Screen, need: Need) -> list[Verdict]:
        rules = tuple(loaded for loaded in self.rules if need in loaded.rule.needs)
        return [verdict for verdict in judge(rules, screen) if verdict.finding.outcome in WRONG]

    # -- the focus -------------------------------------------------------------------------------------

    def _walk(self, window: Seen) -> Walk:
        """Round by Tab and by Shift+Tab, then arrows in the groups that Tab enters once."""
        most = sum("focusable" in node.states for node in window.walk()) + SPARE
        forward, backward = _round(self._press("Tab", most, window)), _round(self._press("shift+Tab", most, window))
        frame = Frame(window, NOTHING)
        there = {node.ref: node for node in window.walk()}
        stops = [Stop("Tab", (there[ref],) if ref in there else (), frame) for ref in forward]
        arrows = [Stop("Down", (there[ref],), frame) for ref in self._arrows(window, set(forward)) if ref in there]
        return Walk(tuple(stops), tuple(backward), tuple(arrows))

    def _press(self, key: str, times: int, window: Seen) -> list[str]:
        """Where the focus was after each press; the last twice where it stayed."""
        mark = self.bus.mark()
        self.desk.key(*[key] * times)
        with contextlib.suppress(ProbeError):
            until(lambda: len(self._gained(mark)) >= times, f"{times} moves of the focus", PATIENCE)
        refs = [node.ref for node in window.walk()]
        found = [next((ref for ref in refs if event.path and ref.endswith(event.path)), "")
                 for event in self._gained(mark)]  # fmt: skip
        return found if len(found) >= times or not found else [*found, found[-1]]

    def _gained(self, mark: int) -> list[Event]:
        return [event for event in self.bus.events[mark:]
                if event.type == "object:state-changed:focused" and event.detail1 == 1]  # fmt: skip

    def _arrows(self, window: Seen, reached: set[str]) -> Iterator[str]:
        for group in window.walk():
            members = [node for node in group.children if is_actionable(node)]
            entry = next((node for node in members if node.ref in reached), None)
            if entry is None or all(node.ref in reached for node in members) or not self._focus(entry):
                continue
            yield from self._press("Down", len(members) - 1, window)

    def _focus(self, node: Seen) -> bool:
        with contextlib.suppress(ProbeError):
            self.bus.grab_focus(node)
            return bool(until(lambda: "focused" in self.bus.look(node).states, "it to have the focus", PATIENCE))
        return False

    # -- letters and Escape ----------------------------------------------------------------------------

    def _typing(self, window: Seen) -> Typing:
        """Letters and figures on the first button."""
        buttons = (node for node in window.walk() if is_actionable(node) and node.role == "push button")
        node = next(buttons, None)
        if node is None or not self._focus(node):
            return Typing(None, CHARACTERS, "")
        before = self._at_rest(window)
        self.desk.key(*CHARACTERS)
        return Typing(node, CHARACTERS, _difference(before, self._at_rest(window)))

    def _at_rest(self, window: Seen) -> Seen:
        """Two readings that are the same."""
        found = [self.bus.look(window)]

        def same() -> bool:
            found.append(self.bus.look(window))
            return not _difference(found[-2], found[-1])

        with contextlib.suppress(ProbeError):
            until(same, "the screen to rest", PATIENCE)
        return found[-1]

    def _leave(self, dialog: Seen, window: Seen) -> Leaving:
        self.desk.key("Escape")
        with contextlib.suppress(ProbeError):
            until(lambda: dialog.ref not in _refs(self.bus.look(window)), "Escape to leave it", PATIENCE)
        now = self._at_rest(window)
        return Leaving(dialog, dialog.ref not in _refs(now), None, now.focused)


def _round(stops: list[str]) -> list[str]:
    """To where it came back, or to a stop that was not left."""
    for index, ref in enumerate(stops):
        if index and ref in (stops[0], stops[index - 1]):
            return stops[: index + 1]
    return stops


def _told(node: Seen) -> tuple[object, ...]:
    """Without what scrolling alone makes another: the focus scrolls, and may do so late."""
    return node.role, node.name, node.states - {"showing", "visible"}, node.text


def _refs(window: Seen) -> set[str]:
    return {node.ref for node in window.walk()}


def _difference(before: Seen, after: Seen) -> str:
    """The first thing that is another, in words; "" for none."""
    if before.name != after.name:
        return f"the title is {after.name!r}"
    old = {_told(node) for node in before.walk()}
    other = next((node for node in after.walk() if _told(node) not in old), None)
    if other is not None:
        return f"{other.role} {other.name!r}"
    return "" if len(_refs(before)) == len(_refs(after)) else "something went"
