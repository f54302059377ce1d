"""What an assistive technology sees and can do: a client of a desktop's accessibility bus."""

import importlib.util
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import DesktopError, NotThereError
from accessibility.probe.seen import Event, Seen, event_from, seen_from
from accessibility.probe.waiting import until

_SERVER = "accessibility.probe.atspi_server"
_SELDOM = 0.1
"""Seconds after which a tree is read again although no event has told that anything is another."""
_BURST = 0.02
"""Seconds: events come many at once, and a tree is read after the last of them."""
T = TypeVar("T")
_PROJECT = Path(__file__).parents[2]


class Bus:
    """`with Bus(desk) as bus`: looks, acts and listens; the work is done in a process inside the desktop."""

    def __init__(self, desktop: Desktop, events: Sequence[str] = ()) -> None:
        """``events``: the kinds of event to ask programs for; empty: all that tests look at."""
        self._desktop, self._wanted = desktop, tuple(events)
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self.events: list[Event] = []
        self._told = threading.Condition()
        self._number = 0

    def __enter__(self) -> Self:
        python = sys.executable if importlib.util.find_spec("gi") else "/usr/bin/python3"
        self._process = self._desktop.start(
            [python, "-W", "ignore", "-m", _SERVER],  # gi's own warnings
            env={"PYTHONPATH": str(_PROJECT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._next_answer(20)
        self.listen()
        return self

    def __exit__(self, *error: object) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(10)
        self._reader.join(5)

    # -- looking -------------------------------------------------------------------------------------

    def application(self, name: str, timeout: float = 20.0) -> Seen:
        """The tree of the application of that name, once it has a window with something in it."""

        def ready() -> Seen | None:
            seen = self.snapshot(name)
            return seen if seen is not None and any(window.children for window in seen.children) else None

        return self.until(ready, f"the application {name!r} on the accessibility bus", timeout)

    def snapshot(self, name: str, pid: int = 0) -> Seen | None:
        """The tree as it is now, or None when there is no such application (in that process, if one is given)."""
        return self._snapshot(name, pid, details=True)

    def glance(self, name: str) -> Seen | None:
        """The same with roles, names, descriptions and states alone: a fraction of the work, to wait for something."""
        return self._snapshot(name, 0, details=False)

    def _snapshot(self, name: str, pid: int, *, details: bool) -> Seen | None:
        try:
            found = self._call("snapshot", app=name, pid=pid, details=details)
        except NotThereError:
            return None  # something went away while it was being read
        return seen_from(found) if found else None

    def first(self, name: str, fits: Callable[[Seen], bool]) -> Seen | None:
        """The first thing in the application that a glance finds fitting, with all there is to know of it."""
        tree = self.glance(name)
        found = next(filter(fits, tree.walk()), None) if tree is not None else None
        try:
            seen = self.look(found) if found is not None else None
        except NotThereError:
            return None
        return seen if seen is not None and fits(seen) else None

    def find(self, app: str, role: str, name: str = "", timeout: float = 5.0) -> Seen:
        """The first object of that role and name; NotThereError with the outline when there is none."""
        last: list[Seen | None] = [None]

        def there() -> Seen | None:
            last[0] = self.snapshot(app)
            return next(iter(last[0].all(role, name)), None) if last[0] is not None else None

        try:
            return self.until(there, f"{role} {name!r}", timeout)
        except NotThereError as error:
            outline = last[0].outline() if last[0] is not None else "no application"
            raise NotThereError(f"{error}; there was:\n{outline}") from None

    def focused(self, app: str, timeout: float = 5.0) -> Seen:
        """The one object that has the focus."""

        def there() -> Seen | None:
            seen = self.snapshot(app)
            return seen.focused if seen is not None else None

        return self.until(there, "something to have the focus", timeout)

    def look(self, seen: Seen) -> Seen:
        """The same object as it is now."""
        return seen_from(self._call("look", ref=seen.ref))

    def character(self, seen: Seen, offset: int) -> tuple[int, int, int, int]:
        """Where a character of a text stands: x, y, width, height in window pixels."""
        x, y, width, height = self.ask(seen, "Text", "GetCharacterExtents", "iu", offset, 1)
        return x, y, width, height

    def ask(self, seen: Seen, interface: str, method: str, signature: str = "", *values: Any) -> Any:
        """Any method of an AT-SPI interface ("Text", "GetText", "ii", 0, -1); NotThereError when it is refused.

        signature: D-Bus's, of the values. One value comes as it is, several as a list.
        """
        return self._call(
            "invoke", ref=seen.ref, interface=interface, method=method, signature=signature, values=values
        )

    # -- acting --------------------------------------------------------------------------------------

    def act(self, seen: Seen, action: str = "click") -> bool:
        """Do an action of the object by its name on the bus."""
        return bool(self._call("act", ref=seen.ref, action=action))

    def grab_focus(self, seen: Seen) -> bool:
        return bool(self.ask(seen, "Component", "GrabFocus"))

    def set_text(self, seen: Seen, text: str) -> bool:
        return bool(self.ask(seen, "EditableText", "SetTextContents", "s", text))

    def insert_text(self, seen: Seen, offset: int, text: str) -> bool:
        return bool(self.ask(seen, "EditableText", "InsertText", "isi", offset, text, len(text.encode())))

    def set_caret(self, seen: Seen, offset: int) -> bool:
        return bool(self.ask(seen, "Text", "SetCaretOffset", "i", offset))

    def set_value(self, seen: Seen, value: float) -> bool:
        return bool(self._call("set_value", ref=seen.ref, value=value))

    def scroll_to(self, seen: Seen) -> bool:
        return bool(self.ask(seen, "Component", "ScrollTo", "u", 6))  # anywhere in view

    # -- hearing -------------------------------------------------------------------------------------

    def listen(self) -> None:
        """Ask programs for events again, after `deafen`."""
        self._call("listen", wanted=self._wanted)

    def deafen(self) -> None:
        """Ask programs for no events any more: they find that nobody listens."""
        self._call("deafen")

    def mark(self) -> int:
        """A place in the stream of events to wait from."""
        return len(self.events)

    def until(self, condition: Callable[[], T | None], what: str, timeout: float = 10.0) -> T:
        """The first true answer of a condition that reads trees; NotThereError when `timeout` seconds have passed.

        It is asked again when the bus has told something: reading a tree of which nothing is another takes both
        sides' time.
        """
        mark = 0

        def asked() -> T | None:
            nonlocal mark
            mark = self.mark()
            return condition()

        def stirred() -> None:
            with self._told:
                self._told.wait_for(lambda: len(self.events) > mark, _SELDOM)
            time.sleep(_BURST)

        return until(asked, what, timeout, pause=stirred)

    def wait_for(self, matches: Callable[[Event], bool], what: str, since: int = 0, timeout: float = 5.0) -> Event:
        """The first event since `since` that matches; NotThereError with what came instead."""

        def arrived() -> Event | None:
            return next((event for event in self.events[since:] if matches(event)), None)

        try:
            return until(arrived, what, timeout, every=0.005)
        except NotThereError as error:
            came = "\n".join(f"{e.type} {e.role} {e.name!r} {e.data!r}" for e in self.events[since:][-20:])
            raise NotThereError(f"{error}; events were:\n{came}") from None

    def wait_for_focus(self, name: str, since: int = 0, timeout: float = 5.0) -> Event:
        """The event with which the object of that name got the focus."""
        return self.wait_for(
            lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1 and e.name == name,
            f"{name!r} to get the focus",
            since,
            timeout,
        )

    # -- the line to the process -----------------------------------------------------------------------

    def _call(self, call: str, **args: Any) -> Any:
        self._number += 1
        request = json.dumps({"id": self._number, "call": call, "args": args}, ensure_ascii=False)
        if self._process.stdin is None:
            raise DesktopError("the accessibility client has no input")
        os.write(self._process.stdin.fileno(), request.encode() + b"\n")
        answer = self._next_answer(30)
        if "error" in answer:
            raise NotThereError(f"{call}: {answer['error']}")
        return answer.get("result")

    def _next_answer(self, timeout: float) -> dict[str, Any]:
        try:
            return self._answers.get(timeout=timeout)
        except queue.Empty:
            ended = self._process.poll()
            raise DesktopError(f"the accessibility client does not answer (exit code {ended})") from None

    def _read(self) -> None:
        if self._process.stdout is None:
            return
        with os.fdopen(os.dup(self._process.stdout.fileno()), encoding="utf-8") as lines:
            for line in lines:
                message = json.loads(line)
                if "event" in message:
                    self._take(event_from(message))
                else:
                    self._answers.put(message)

    def _take(self, event: Event) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()


def now() -> float:
    """The clock of `Event.at`."""
    return time.monotonic()
