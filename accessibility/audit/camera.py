"""Camera: frames of a program, taken when tree and pixels have come to rest."""

from __future__ import annotations

import time

from PIL import Image

from accessibility.audit.window import DeskWindow
from accessibility.checks.screen import Frame
from accessibility.probe.atspi import Bus, Seen
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError

CALM = 3
"""So many pictures in a row must show the same: a busy program may lay out its screen a little later."""

PATIENCE = 3.0
"""Seconds until a screen that never comes to rest (a blinking caret, a spinner) is taken as it is."""


class Camera:
    """Looks at one application; `application` is any earlier look at it."""

    def __init__(self, desk: Desktop, bus: Bus, application: Seen) -> None:
        self.desk, self.bus = desk, bus
        self._application = application
        self.window = DeskWindow(desk)

    def tree(self) -> Seen:
        """The application's active window, else its first."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                windows = self.bus.look(self._application).children
            except NotThereError:  # something went away while it was being read
                windows = ()
            if windows:
                return next((window for window in windows if "active" in window.states), windows[0])
            if time.monotonic() > deadline:
                raise NotThereError("the application has no window any more")

    def frame(self) -> Frame:
        """Tree and pixels that belong together and have come to rest."""
        return self._rest(CALM)

    def frame_after(self, old: Image.Image, patience: float) -> Frame:
        """The frame after something was asked for: waits at most `patience` seconds for a change of the picture
        to begin (events come before the frame is drawn), then for it to end."""
        begin = time.monotonic() + patience
        while time.monotonic() < begin and self.window.picture().tobytes() == old.tobytes():
            pass
        return self._rest(1)

    def _rest(self, calm: int) -> Frame:
        """Until so many pictures in a row, the last of them after the tree was read, show the same."""
        deadline = time.monotonic() + PATIENCE
        before, count = self.window.picture(), 0
        while True:
            tree = self.tree() if count >= calm - 1 else None
            after = self.window.picture()
            count = count + 1 if before.tobytes() == after.tobytes() else 0
            if tree is not None and (count >= calm or time.monotonic() > deadline):
                return Frame(tree, after)
            if time.monotonic() > deadline:
                return Frame(self.tree(), after)
            before = after


def same(one: Seen, other: Seen) -> bool:
    """Whether two looks show the same things at the same places."""
    return [_key(node) for node in one.walk()] == [_key(node) for node in other.walk()]


def _key(node: Seen) -> tuple[object, ...]:
    return node.ref, node.name, node.bounds, node.states
