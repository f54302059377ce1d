"""Driver: moves through a program as an assistive technology and a keyboard do, by roles and names only."""

from __future__ import annotations

import contextlib

from accessibility.audit.camera import Camera
from accessibility.audit.changes import changes
from accessibility.audit.removal import removal
from accessibility.checks.kinds import FIELDS
from accessibility.checks.tried import Change, Deed, Leaving, Removal
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

PATIENCE = 15.0
"""Seconds for a screen to come: the program may be asking a server."""

LEAVING = 3.0
"""Seconds for a dialog to go."""


class Driver:
    """Every press through the platform is kept as a deed, for the rule on actions."""

    def __init__(self, desk: Desktop, bus: Bus, application: Seen) -> None:
        self.camera = Camera(desk, bus, application)
        self.desk, self.bus = desk, bus
        self.deeds: list[Deed] = []
        self.secrets: list[str] = []
        self._secret_since = 0
        self._before: Seen | None = None
        self._since = 0

    def press(self, name: str, timeout: float = PATIENCE) -> None:
        """Press the control of that name through the platform, and see that something comes of it (any event)."""
        node = self.find(name, "click", timeout)
        mark = self.bus.mark()
        asked = self.bus.act(node)
        try:
            self.bus.wait_for(lambda event: asked, f"{name!r} to do something", mark, timeout)
        except NotThereError:
            self.deeds.append(Deed(node, "click", False))
            raise
        self.deeds.append(Deed(node, "click", True))

    def write(self, name: str, text: str, *, secret: bool = False) -> None:
        """Type into the field of that name with the keyboard; a secret is remembered, so that it can be looked for."""
        field = self.find(name, "")
        if not self.bus.grab_focus(field):
            raise NotThereError(f"{name!r} does not take the focus")
        until(lambda: "focused" in self.bus.look(field).states, f"{name!r} to have the focus", PATIENCE)
        if secret:
            self.secrets.append(text)
            self._secret_since = self.bus.mark()
        self.desk.type(text)
        until(lambda: len(self.bus.look(field).text or "") >= len(text), f"{name!r} to take what was typed", PATIENCE)

    def key(self, *keys: str) -> None:
        """Press keys by their X names."""
        self.desk.key(*keys)

    def resize(self, width: int, height: int) -> None:
        """Give the window another inside, in pixels, and look at that from now on."""
        self.camera.window.resize(width, height)
        until(lambda: self.camera.tree().bounds == (0, 0, width, height), f"{width} by {height} px", PATIENCE)

    def wait_for(self, role: str, *names: str, timeout: float = PATIENCE) -> Seen:
        """The first thing of that role whose name begins with one of `names` (any name when there are none)."""

        def there() -> Seen | None:
            return next((n for n in self.camera.tree().walk() if n.role == role and _begins(n.name, names)), None)

        try:
            return self.bus.until(there, f"{role} {' or '.join(map(repr, names))}", timeout)
        except NotThereError as error:
            raise NotThereError(f"{error}; there was: {self._outline()}") from None

    def wait_until_gone(self, role: str, name: str, timeout: float = PATIENCE) -> None:
        """Until nothing of that role and name is there."""
        self.bus.until(
            lambda: not any(n.role == role and n.name == name for n in self.camera.tree().walk()),
            f"{role} {name!r} to go away",
            timeout,
        )

    def find(self, name: str, action: str, timeout: float = PATIENCE) -> Seen:
        """The first control whose name begins so, with that action (or, with none, a field)."""

        def there() -> Seen | None:
            for node in self.camera.tree().walk():
                fits = action in node.actions if action else node.role in FIELDS
                if fits and node.name.startswith(name):
                    return node
            return None

        try:
            return self.bus.until(there, f"a control called {name!r}", timeout)
        except NotThereError as error:
            raise NotThereError(f"{error}; there was: {self._outline()}") from None

    def remember(self) -> None:
        """The window as it is now, to tell from later what became another."""
        with contextlib.suppress(NotThereError):
            self._before, self._since = self.camera.tree(), self.bus.mark()

    @property
    def focused_before(self) -> Seen | None:
        """What had the focus when the window was remembered."""
        return self._before.focused if self._before is not None else None

    def changes(self, now: Seen) -> tuple[Change, ...] | None:
        """What became another since the window was remembered, and whether the bus told it; None if it was not."""
        return changes(self._before, now, self.bus, self._since) if self._before is not None else None

    def removal(self, now: Seen) -> Removal | None:
        """What had the focus when the window was remembered, where it has gone from the screen."""
        return removal(self._before, now)

    def leave(self, dialog: Seen) -> Leaving:
        """Press Escape in a dialog and see where that leads."""
        opener = self.focused_before
        self.desk.key("Escape")
        with contextlib.suppress(NotThereError):
            self.wait_until_gone(dialog.role, dialog.name, LEAVING)
        now = self.camera.settle()
        went = dialog.ref not in now.by_ref
        return Leaving(dialog, went, now.by_ref.get(opener.ref) if opener is not None else None, now.window.focused)

    def heard(self) -> tuple[str, ...]:
        """Every text that events carried since a secret was first typed."""
        if not self.secrets:
            return ()
        events = self.bus.events[self._secret_since :]
        return tuple(text for event in events for text in (event.name, str(event.data)) if text)

    def forget_deeds(self) -> tuple[Deed, ...]:
        """What was done since the last call."""
        done, self.deeds = tuple(self.deeds), []
        return done

    def _outline(self) -> str:
        return "; ".join(f"{n.role} {n.name!r}" for n in self.camera.tree().walk() if n.name)[:600]


def _begins(name: str, names: tuple[str, ...]) -> bool:
    return not names or any(name.startswith(wanted) for wanted in names)
