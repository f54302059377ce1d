"""Camera: frames of a program, taken when tree and pixels have come to rest."""

from __future__ import annotations

import time
from collections.abc import Callable

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

FAR_SECONDS = 0.4
"""Between two readings of a tree that must be the same: programs gather what is out of sight for half as long, and on
a busy machine they are late with it."""

_FAR_PACE = 0.05
"""Seconds between two readings of what is told late: each keeps the program from other work for as long."""

PATIENCE = 3.0
"""Seconds until a screen that never comes to rest (a blinking caret, a spinner) is taken as it is."""

RATE = 60
"""Pictures of a film in a second: as many as a screen shows."""

_FRAME = 1 / RATE
"""Seconds between two pictures that must be the same: within less, a program need not have painted any."""

_PACE = 0.005
"""Seconds between two looks at the pixels while something is waited for: the program needs the processor more."""


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
        frame, since = self._rest(CALM), time.monotonic()
        while time.monotonic() < deadline:
            again = self._rest(CALM)
            if not same(frame.window, again.window):
                frame, since = again, time.monotonic()
            elif time.monotonic() > since + FAR_SECONDS:
                return again
        return frame

    def frame_after(self, old: Image.Image, patience: float) -> Frame:
        """The frame after something was asked for: waits at most `patience` seconds for a change of the picture
        to begin (events come before the frame is drawn), then for it to end."""
        begin, then = time.monotonic() + patience, old.tobytes()
        while time.monotonic() < begin and self.window.picture().tobytes() == then:
            time.sleep(_PACE)
        return self._rest(1)

    def told(self, frame: Frame, whole: Callable[[Seen], bool]) -> Frame:
        """The same after scrolling, once all is told where it stands: a program may tell what is out of sight later.

        `whole` knows a tree of which all is told; one of which it does not know that is taken after FAR_SECONDS
        without a change.
        """
        tree, begun = frame.window, time.monotonic()
        since = begun
        while not whole(tree) and time.monotonic() < min(since + FAR_SECONDS, begun + PATIENCE):
            time.sleep(_FAR_PACE)
            later = self.tree()
            if not same(tree, later):
                tree, since = later, time.monotonic()
        if tree is frame.window:
            return frame
        lines = self.window.lines()
        while (other := self._changed_within(CALM_SECONDS, lines)) and time.monotonic() < begun + PATIENCE:
            lines = other  # told before it was painted
        return Frame(tree, self.window.picture(), frame.seconds)

    def film(self, seconds: float) -> tuple[Image.Image, ...]:
        """What is painted in that time while nobody does anything, `RATE` times a second; like ones are one object."""
        pictures, last = [self.window.picture()], self.window.lines()
        begin = time.monotonic()
        deadline = begin + seconds
        while (now := time.monotonic()) < deadline:
            time.sleep(max(0.0, min(deadline, begin + len(pictures) / RATE) - now))
            lines = self.window.lines()
            pictures.append(pictures[-1] if lines == last else self.window.picture())
            last = lines
        return tuple(pictures)

    def _rest(self, calm: int) -> Frame:
        """Until so many pictures in a row show the same, and more of them after the tree was read."""
        deadline = time.monotonic() + PATIENCE
        before, count = self.window.lines(), 0
        while True:
            time.sleep(_FRAME)
            after = self.window.lines()
            count = count + 1 if before == after else 0
            before = after
            late = time.monotonic() > deadline
            if count < calm and not late:
                continue
            asked = time.monotonic()
            tree = self.tree()
            seconds = time.monotonic() - asked
            other = self._changed_within(CALM_SECONDS, before)
            if late or other is None:
                return Frame(tree, self.window.picture(), seconds)
            before, count = other, 0

    def _changed_within(self, seconds: float, old: bytes) -> bytes | None:
        """What is painted now, if that becomes another within the time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if (now := self.window.lines()) != old:
                return now
            time.sleep(_PACE)
        return None


def same(one: Seen, other: Seen) -> bool:
    """Whether two looks show the same things at the same places."""
    return [_key(node) for node in one.walk()] == [_key(node) for node in other.walk()]


def _key(node: Seen) -> tuple[object, ...]:
    return node.ref, node.name, node.bounds, node.states
