"""Camera: frames of a program, taken when tree and pixels have come to rest."""

from __future__ import annotations

import time

from PIL import Image

from accessibility.audit.window import DeskWindow
from accessibility.checks.frame import Frame
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen

CALM = 3
"""So many pictures in a row must show the same: a busy program may lay out its screen a little later."""

CALM_SECONDS = 0.05
"""And after the tree was read for so long: answering kept the program from painting what it tells."""

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

    def settle(self) -> Frame:
        """A screen that has come to rest: two readings of the tree are the same, and so are the pictures around them.

        A busy program tells its tree before it has laid out its screen, and that before it is painted.
        """
        deadline = time.monotonic() + PATIENCE
        frame = self._rest(CALM)
        while time.monotonic() < deadline:
            again = self._rest(CALM)
            if same(frame.window, again.window):
                return again
            frame = again
        return frame

    def frame_after(self, old: Image.Image, patience: float) -> Frame:
        """The frame after something was asked for: waits at most `patience` seconds for a change of the picture
        to begin (events come before the frame is drawn), then for it to end."""
        begin = time.monotonic() + patience
        while time.monotonic() < begin and self.window.picture().tobytes() == old.tobytes():
            pass
        return self._rest(1)

    def film(self, seconds: float) -> tuple[Image.Image, ...]:
        """As many pictures as can be taken in that time while nobody does anything; like ones are one object."""
        pictures = [self.window.picture()]
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            picture = self.window.picture()
            pictures.append(pictures[-1] if picture.tobytes() == pictures[-1].tobytes() else picture)
        return tuple(pictures)

    def _rest(self, calm: int) -> Frame:
        """Until so many pictures in a row show the same, and one more after the tree was read."""
        deadline = time.monotonic() + PATIENCE
        before, count = self.window.picture(), 0
        while True:
            after = self.window.picture()
            count = count + 1 if before.tobytes() == after.tobytes() else 0
            before = after
            late = time.monotonic() > deadline
            if count < calm and not late:
                continue
            asked = time.monotonic()
            tree = self.tree()
            seconds = time.monotonic() - asked
            later = self.film(CALM_SECONDS)
            if late or all(picture.tobytes() == before.tobytes() for picture in later):
                return Frame(tree, later[-1], seconds)
            before, count = later[-1], 0


def same(one: Seen, other: Seen) -> bool:
    """Whether two looks show the same things at the same places."""
    return [_key(node) for node in one.walk()] == [_key(node) for node in other.walk()]


def _key(node: Seen) -> tuple[object, ...]:
    return node.ref, node.name, node.bounds, node.states
