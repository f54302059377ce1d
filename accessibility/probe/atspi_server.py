"""Reads an accessibility bus for a parent process, in lines of JSON: requests in, answers and events out.

A process of its own, because libatspi binds to the bus it finds first, and a test run has several desktops.
Run as a module, with the project on the path; it needs gi beyond the standard library.

in:  {"id": 1, "call": "snapshot", "args": {...}}
out: {"id": 1, "result": ...}   {"id": 1, "error": "..."}   {"event": "object:bounds-changed", "at": 12.3, ...}
`at` is CLOCK_MONOTONIC in seconds, the same clock in every process of the machine.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from accessibility.probe.atspi_calls import Ask, Calls, Ref, prop  # noqa: E402
from accessibility.probe.atspi_reading import Reader  # noqa: E402

EVENTS = (
    "object:state-changed",
    "object:text-changed",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:selection-changed",
    "object:children-changed",
    "object:property-change",
    "object:attributes-changed",
    "object:announcement",
    "object:bounds-changed",
    "window",
)

_DRAIN = 0.5  # seconds: a flood of events is not waited for


class Server:
    """Answers requests between events of the bus."""

    def __init__(self) -> None:
        self.loop = GLib.MainLoop()
        self.talks: dict[str, Callable[..., Any]] = {
            "snapshot": self.snapshot,
            "look": self.look,
            "act": self.act,
            "set_value": self.set_value,
            "invoke": self.invoke,
            "listen": self.listen,
            "deafen": self.deafen,
        }
        self.listener = Atspi.EventListener.new(self.heard)
        self.buffer = b""
        self.wanted: list[str] = []
        self.found: dict[tuple[str, int], Ref] = {}

    def run(self) -> None:
        Atspi.init()
        self.calls = Calls()
        self.reader = Reader(self.calls)
        waking = GLib.IOCondition.IN | GLib.IOCondition.HUP
        GLib.unix_fd_add_full(0, sys.stdin.fileno(), waking, self.read, None)
        say({"ready": True})
        self.loop.run()

    def read(self, fd: int, condition: Any, data: Any) -> bool:
        chunk = os.read(fd, 65536)
        if not chunk:
            self.loop.quit()
            return False
        *lines, self.buffer = (self.buffer + chunk).split(b"\n")
        for line in lines:
            self.answer(json.loads(line))
        return True

    def answer(self, request: dict[str, Any]) -> None:
        try:
            message = {"result": self.talks[request["call"]](**request.get("args", {}))}
        except Exception as error:  # noqa: BLE001 - whatever the bus says belongs to the parent
            message = {"error": f"{type(error).__name__}: {error}"}
        # What happened before the answer is told before it.
        enough = time.monotonic() + _DRAIN
        while GLib.MainContext.default().iteration(False) and time.monotonic() < enough:
            pass
        say({"id": request["id"], **message})

    # -- reading -------------------------------------------------------------------------------------

    def snapshot(self, app: str = "", pid: int = 0, details: bool = True) -> dict[str, Any] | None:
        """The whole tree of the application in that process, or with that in its name or a window's title.

        None when it is not there.
        """
        seen = None if details else self.again(app, pid)
        return seen or self.search(app, pid, details)

    def again(self, app: str, pid: int) -> dict[str, Any] | None:
        """A glance at the one found last by these, without asking all applications; None if it fits no more."""
        ref = self.found.get((app, pid))
        if ref is None:
            return None
        try:
            tree = self.reader.tree(ref, details=False)
        except LookupError:
            return None
        return tree if any(app in titled["name"] for titled in (tree, *tree["children"])) else None

    def search(self, app: str, pid: int, details: bool) -> dict[str, Any] | None:
        """Among all applications."""
        applications = self.reader.applications()
        windows = self.reader.children(applications)
        titles = self.reader.names([window for group in windows for window in group])
        for ref, name, group in zip(applications, self.reader.names(applications), windows, strict=True):
            own, titles = titles[: len(group)], titles[len(group) :]
            if any(app in title for title in (name, *own)) and pid in (0, self.reader.pid(ref)):
                self.found[app, pid] = ref
                return self.reader.tree(ref, details=details)
        return None

    def look(self, ref: str) -> dict[str, Any]:
        return self.reader.tree(_ref(ref))

    # -- acting --------------------------------------------------------------------------------------

    def act(self, ref: str, action: str) -> bool:
        place = _ref(ref)
        count = self.calls.one(prop(place, "Action", "NActions"))
        for index in range(count):
            number = GLib.Variant("(i)", (index,))
            if self.calls.one(Ask(place, "Action", "GetName", number)) == action:
                return bool(self.calls.one(Ask(place, "Action", "DoAction", number)))
        raise LookupError(f"no action {action}")

    def set_value(self, ref: str, value: float) -> bool:
        values = GLib.Variant("(ssv)", ("org.a11y.atspi.Value", "CurrentValue", GLib.Variant("d", value)))
        self.calls.one(Ask(_ref(ref), "org.freedesktop.DBus.Properties", "Set", values))
        return True

    def invoke(self, ref: str, interface: str, method: str, signature: str = "", values: Any = ()) -> Any:
        """Any method of any interface; one value comes as it is, several as a list."""
        packed = GLib.Variant(f"({signature})", tuple(values)) if signature else None
        return self.calls.one(Ask(_ref(ref), interface, method, packed))

    # -- hearing -------------------------------------------------------------------------------------

    def listen(self, wanted: list[str]) -> None:
        """To these events, to all of EVENTS without any."""
        self.wanted = wanted or list(EVENTS)
        for kind in self.wanted:
            self.listener.register(kind)

    def deafen(self) -> None:
        """Stop listening."""
        for kind in self.wanted:
            self.listener.deregister(kind)

    def heard(self, event: Any) -> None:
        at = time.monotonic()
        source = event.source
        try:
            about = {"role": source.get_role_name(), "name": source.get_name() or "", "path": source.path}
        except GLib.Error:
            about = {"role": "", "name": "", "path": ""}  # it is gone already
        detail = event.any_data if isinstance(event.any_data, str | int | float) else ""
        say({"event": event.type, "at": at, "detail1": event.detail1, "detail2": event.detail2,
             "data": detail, **about})  # fmt: skip


def _ref(text: str) -> Ref:
    """':1.5/org/a11y/...' in its two parts."""
    name, slash, path = text.partition("/")
    return Ref(name, slash + path)


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Server().run()
