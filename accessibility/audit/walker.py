"""Walks the focus through a screen by real keys, and tries the actions that do no harm."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from functools import partial

from accessibility.audit.camera import Camera, same
from accessibility.audit.trials import Trials
from accessibility.checks.frame import Frame
from accessibility.checks.kinds import is_actionable
from accessibility.checks.tried import Deed, Stop, Typing, Walk
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Event, Seen
from accessibility.probe.waiting import until

SPARE = 2
"""So many more presses than stops are made before a walk that does not come round is given up (ACT 80af7b)."""

LEAST_READINGS = 5
"""The order of the tree is read at least so often (SEM-12)."""

KEY_PATIENCE = 1.0
"""Seconds to wait for the focus to move after a key."""

CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Walker:
    """Everything happens in the application that the camera looks at."""

    def __init__(self, camera: Camera) -> None:
        self._camera, self._desk, self._bus = camera, camera.desk, camera.bus

    def walk(self, start: Frame) -> Walk:
        """Tab round, Shift+Tab round, then arrows in the groups that Tab enters once."""
        most = sum(1 for node in start.window.walk() if "focusable" in node.states) + SPARE
        forward = self._round("Tab", most)
        backward = self._round_back(start, max(most, len(forward)), len(forward))
        reached = {node.ref for stop in forward for node in stop.focused}
        return Walk(tuple(forward), tuple(backward), tuple(self._arrows(reached)))

    def deeds(self, frame: Frame) -> list[Deed]:
        """Focus every control, do with it what can be undone, and see that it happened."""
        controls = [node for node in frame.window.walk() if is_actionable(node)]
        focusable = [node for node in controls if "focusable" in node.states]
        done = [self._deed(node, "focus", partial(self._bus.grab_focus, node), {"focused"}) for node in focusable]
        return done + Trials(self._bus).all(self._camera.tree())

    def rereads(self, walk: Walk | None) -> tuple[tuple[str, ...], ...]:
        """The references in reading order, at every stop of the walk and, without a long one, a few times more."""
        trees = [stop.frame.window for stop in walk.stops] if walk is not None else []
        while len(trees) < LEAST_READINGS:
            trees.append(self._camera.tree())
        return tuple(tuple(node.ref for node in tree.walk()) for tree in trees)

    def typing(self) -> Typing:
        """Type letters and figures on the first button that there is now: deeds may have made the screen anew."""
        buttons = (node for node in self._camera.tree().walk() if is_actionable(node) and node.role == "push button")
        node = next(buttons, None)
        if node is None or not self._bus.grab_focus(node):
            return Typing(None, CHARACTERS, "")
        with contextlib.suppress(ProbeError):
            until(lambda: "focused" in self._bus.look(node).states, "the button to have the focus", 2.0)
        before = self._camera.settle()
        self._desk.key(*CHARACTERS)
        after = self._camera.settle()
        return Typing(node, CHARACTERS, "" if same(before.window, after.window) else _difference(before, after))

    def _deed(self, node: Seen, action: str, ask: Callable[[], bool], wanted: set[str]) -> Deed:
        mark = self._bus.mark()
        try:
            before = wanted & self._bus.look(node).states
            ask()
            until(lambda: wanted & self._bus.look(node).states, f"{action} to take effect", 2.0)
        except ProbeError:
            return Deed(node, action, False)
        return Deed(node, action, True, None if before else self._was_told(node, wanted, mark))

    def _was_told(self, node: Seen, wanted: set[str], mark: int) -> bool:
        types = {f"object:state-changed:{state}" for state in wanted}

        def fits(event: Event) -> bool:
            return event.type in types and event.detail1 == 1 and (event.role, event.name) == (node.role, node.name)

        try:
            self._bus.wait_for(fits, "an event", mark, 2.0)
        except ProbeError:
            return False
        return True

    def _round(self, key: str, most: int) -> list[Stop]:
        stops: list[Stop] = []
        while len(stops) < most:
            stops.append(self._press(key))
            first, last = stops[0].focused, stops[-1].focused
            if len(stops) > 1 and first and last and first[0].ref == last[0].ref:
                break
        return stops

    def _round_back(self, start: Frame, most: int, at_least: int) -> list[str]:
        names = Counter((node.role, node.name) for node in start.window.walk())
        refs = {(node.role, node.name): node.ref for node in start.window.walk() if names[node.role, node.name] == 1}
        line: list[str] = []
        while len(line) < most:
            event = self._wait_after("shift+Tab")
            line.append(refs.get((event.role, event.name), "") if event else "")
            if not line[-1]:  # no event, or a name that several have: ask the tree
                focused = _focused(self._camera.tree())
                line[-1] = focused[0].ref if focused else ""
            if len(line) >= at_least and len(line) > 1 and line[-1] == line[0]:
                break
        return line

    def _arrows(self, reached: set[str]) -> list[Stop]:
        stops: list[Stop] = []
        tree = self._camera.tree()
        for group in tree.walk():
            members = [node for node in group.children if is_actionable(node)]
            entries = [node for node in members if node.ref in reached]
            if not entries or len(entries) == len(members):
                continue
            # its event as well: one that comes late would be taken for that of the next key
            if self._deed(entries[0], "focus", partial(self._bus.grab_focus, entries[0]), {"focused"}).worked:
                with contextlib.suppress(ProbeError):
                    stops += self._down(entries[0], len(members))
        return stops

    def _down(self, entry: Seen, most: int) -> list[Stop]:
        """Arrow down until the focus has not moved twice: once may be a busy machine."""
        stops: list[Stop] = []
        places = [[entry.ref]]
        for _ in range(most):
            stops.append(self._press("Down"))
            places.append([node.ref for node in stops[-1].focused])
            if len(places) > 2 and places[-1] == places[-2] == places[-3]:
                break
        return stops

    def _press(self, key: str) -> Stop:
        before = self._camera.window.picture()
        moved = self._wait_after(key)
        frame = self._camera.frame_after(before, KEY_PATIENCE if moved else 0.0)
        return Stop(key, tuple(_focused(frame.window)), frame)

    def _wait_after(self, key: str) -> Event | None:
        """Press a key; the event with which the focus moved, or None when it stayed where it was."""
        mark = self._bus.mark()
        self._desk.key(key)
        try:
            return self._bus.wait_for(_gained, "the focus to move", mark, KEY_PATIENCE)
        except ProbeError:
            return None


def _difference(before: Frame, after: Frame) -> str:
    """The first thing that is another, in words."""
    if before.window.name != after.window.name:
        return f"the title is {after.window.name!r}"
    old = {(node.role, node.name, node.states) for node in before.window.walk()}
    return next((f"{node.role} {node.name!r}" for node in after.window.walk()
                 if (node.role, node.name, node.states) not in old), "something moved or went")  # fmt: skip


def _gained(event: Event) -> bool:
    return event.type == "object:state-changed:focused" and event.detail1 == 1


def _focused(window: Seen) -> list[Seen]:
    """What has the focus in a window; the window itself is nobody."""
    return [node for node in window.walk() if "focused" in node.states and node is not window]
