"""An assistive technology that does nothing but read: says when a window is readable and how long all of it takes.

Runs in a desktop of its own, as a process of its own; lines on its standard input, lines of JSON as answers:
``ready TITLE`` waits for that window and says ``at`` (CLOCK_MONOTONIC); ``read TITLE`` reads role, name and state of
everything in it and says ``ms`` and ``nodes``; ``forget`` empties what the library remembers; ``join`` turns readers
off and on again, as when one starts while the program runs, and says how long it takes until all can be read
(``ms``), how long the answer alone took (``answer_ms``), and how many ``nodes`` there were in it; ``off`` says that no
reader is here, and ``come COUNT TITLE`` that one is, and how long it takes until it has walked through that window
and met so many nodes or more: a walk that every toolkit answers, while not each gives its whole tree at once.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

WAIT = 60.0
_BUS, _BUS_PATH = "org.a11y.Bus", "/org/a11y/bus"
_SWITCHES = ("IsEnabled", "ScreenReaderEnabled")
_REGISTRY, _ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"


def main() -> None:
    """Obey until the input ends."""
    Atspi.init()
    say({"ready": True})
    for line in sys.stdin:
        command, _, title = line.strip().partition(" ")
        if command == "ready":
            say({"at": readable(title)})
        elif command == "read":
            say(read(title))
        elif command == "forget":
            Atspi.get_desktop(0).clear_cache()
            say({})
        elif command == "join":
            say(join())
        elif command == "off":
            switch(Gio.bus_get_sync(Gio.BusType.SESSION), on=False)
            say({})
        elif command == "come":
            least, _, title = title.partition(" ")
            say(come(int(least), title))


def readable(title: str) -> float:
    """The moment from which a button in the window can be read; raises TimeoutError after WAIT seconds."""
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        window = find(title)
        if window is not None and any(has_button(child) for child in children(window)):
            return time.monotonic()
        settle()
    raise TimeoutError(title)


def read(title: str) -> dict[str, Any]:
    """Everything in the window, once."""
    window = find(title)
    began = time.perf_counter()
    nodes = count(window) if window is not None else 0
    return {"ms": (time.perf_counter() - began) * 1000, "nodes": nodes}


def join() -> dict[str, Any]:
    """Readers go and come: from the switch until the one program that joins for it has given its whole tree."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync(_BUS, _BUS_PATH, _BUS, "GetAddress", None, None, 0, -1)[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    there = programs(bus)
    switch(session, on=False)
    left = changed(bus, there, lambda now: there - now)
    stayed = there - left
    began = time.perf_counter()
    switch(session, on=True)
    (program,) = changed(bus, stayed, lambda now: now - stayed)
    asked = time.perf_counter()
    items = bus.call_sync(program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", None, None, 0, -1)
    ended = time.perf_counter()
    nodes = items.get_child_value(0).n_children()
    return {"ms": (ended - began) * 1000, "answer_ms": (ended - asked) * 1000, "nodes": nodes}


def come(least: int, title: str) -> dict[str, Any]:
    """Readers come; until one has read the window of that title. Raises TimeoutError after WAIT seconds."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    began = time.perf_counter()
    switch(session, on=True)
    while time.perf_counter() - began < WAIT:
        window = find(title)
        nodes = count(window) if window is not None else 0
        if nodes >= least:
            return {"ms": (time.perf_counter() - began) * 1000, "nodes": nodes}
        settle()
    raise TimeoutError(title)


def switch(session: Any, *, on: bool) -> None:
    """Say that readers are here, or that none is."""
    for name in _SWITCHES:
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", on)))
        session.call_sync(_BUS, _BUS_PATH, "org.freedesktop.DBus.Properties", "Set", value, None, 0, -1)


def programs(bus: Any) -> frozenset[str]:
    """Who has joined, by name on the bus."""
    told = bus.call_sync(_REGISTRY, _ROOT, "org.a11y.atspi.Accessible", "GetChildren", None, None, 0, -1)
    return frozenset(name for name, _ in told[0])


def changed(bus: Any, before: frozenset[str], difference: Callable[[frozenset[str]], frozenset[str]]) -> frozenset[str]:
    """Ask again and again until that is not empty; raises TimeoutError after WAIT seconds."""
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        if found := difference(programs(bus)):
            return found
        time.sleep(0.001)
    raise TimeoutError(f"nobody but {sorted(before)}")


def count(thing: Any) -> int:
    """Read this and what is in it."""
    try:
        thing.get_role()
        thing.get_name()
        thing.get_state_set()
        return 1 + sum(count(child) for child in children(thing))
    except GLib.Error:
        return 0


def has_button(thing: Any) -> bool:
    """A button somewhere down the first branch of each level, named."""
    try:
        if thing.get_role() == Atspi.Role.PUSH_BUTTON:
            return bool(thing.get_name())
        return any(has_button(child) for child in children(thing, 2))
    except GLib.Error:
        return False


def find(title: str) -> Any:
    """The window of that title, or None."""
    try:
        for application in children(Atspi.get_desktop(0)):
            for window in children(application):
                if title in (window.get_name() or ""):
                    return window
    except GLib.Error:
        return None
    return None


def children(thing: Any, most: int = 1_000_000) -> Iterator[Any]:
    """What is directly in it."""
    for index in range(min(most, thing.get_child_count())):
        child = thing.get_child_at_index(index)
        if child is not None:
            yield child


def settle() -> None:
    """Let the library hear who has come and gone."""
    deadline = time.monotonic() + 0.01
    context = GLib.MainContext.default()
    while time.monotonic() < deadline:
        if not context.iteration(False):
            time.sleep(0.001)


def say(message: dict[str, Any]) -> None:
    """One answer."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
