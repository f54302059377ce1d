"""Keys held down until they repeat, and Escape where something was opened: on what does no harm."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from accessibility.audit.camera import Camera
from accessibility.audit.trials import CHOSEN
from accessibility.checks.kinds import CHECKABLE, is_actionable
from accessibility.checks.tried import Held, Opened
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Event, Seen
from accessibility.probe.waiting import until

HOLD = 1.2
"""Seconds a key is held: X repeats after 0.66 s, 25 times a second, so a control that follows acts ten times."""

PATIENCE = 2.0

KEYS = ("Return", "space")

MOST_OPENED = 3

_CHANGED = ("object:state-changed:checked", "object:state-changed:pressed")


class Holding:
    """Works the window that the camera looks at."""

    def __init__(self, camera: Camera) -> None:
        self._desk, self._bus, self._camera = camera.desk, camera.bus, camera

    def held(self) -> tuple[Held, ...]:
        """The first box or switch, which the same key puts back."""
        harmless = CHECKABLE - {"radio button", "radio menu item"}
        found = (node for node in self._camera.tree().walk() if node.role in harmless and is_actionable(node))
        node = next(found, None)
        return tuple(self._hold(node)) if node is not None else ()

    def opened(self) -> tuple[Opened, ...]:
        """The first things that open something over the screen."""
        found = [node for node in self._camera.tree().walk() if _opens(node)][:MOST_OPENED]
        return tuple(opened for node in found for opened in self._leave(node))

    def _hold(self, node: Seen) -> Iterator[Held]:
        was = CHOSEN & self._bus.look(node).states
        for key in KEYS:
            if not self._focus(node):
                return
            mark = self._bus.mark()
            self._desk.hold(key)
            time.sleep(HOLD)  # what is judged is how often it acts in that time
            self._desk.let_go(key)
            with contextlib.suppress(ProbeError):
                self._bus.wait_for(lambda event: _is_change(event, node), f"{key} to act", mark, PATIENCE)
            self._camera.settle()
            yield Held(node, key, sum(_is_change(event, node) for event in self._bus.events[mark:]))
            if CHOSEN & self._bus.look(node).states != was:
                self._bus.act(node)
                with contextlib.suppress(ProbeError):
                    until(lambda: CHOSEN & self._bus.look(node).states == was, "it to be as before", PATIENCE)

    def _leave(self, node: Seen) -> Iterator[Opened]:
        if not self._focus(node) or not self._bus.act(node, "expand"):
            return
        try:
            until(lambda: "expanded" in self._bus.look(node).states, "it to open", PATIENCE)
        except ProbeError:
            return  # that it does not open is said of the action
        self._camera.settle()
        self._desk.key("Escape")
        with contextlib.suppress(ProbeError):
            until(lambda: "expanded" not in self._bus.look(node).states, "Escape to close it", PATIENCE)
        now = self._camera.settle()
        there = now.by_ref.get(node.ref)
        closed = there is None or "expanded" not in there.states
        yield Opened(node, closed, now.window.focused)
        if not closed:
            self._bus.act(node, "collapse")

    def _focus(self, node: Seen) -> bool:
        with contextlib.suppress(ProbeError):
            self._bus.grab_focus(node)
            return bool(until(lambda: "focused" in self._bus.look(node).states, "it to have the focus", PATIENCE))
        return False


def _opens(node: Seen) -> bool:
    """A drop-down, or what says that it has a pop-up; a branch of a tree opens in its place and needs no Escape."""
    has_popup = node.role == "combo box" or "has-popup" in node.states or "haspopup" in node.attributes
    return has_popup and "expand" in node.actions and is_actionable(node)


def _is_change(event: Event, node: Seen) -> bool:
    return event.type.startswith(_CHANGED) and bool(event.path) and node.ref.endswith(event.path)
