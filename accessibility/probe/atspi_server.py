"""Reads an accessibility bus for a parent process, in lines of JSON: requests in, answers and events out.

A process of its own, because libatspi binds to the bus it finds first, and a test run has several desktops.
It needs nothing but the standard library and gi, so the system's Python can run it as well.

in:  {"id": 1, "call": "snapshot", "args": {...}}
out: {"id": 1, "result": ...}   {"id": 1, "error": "..."}   {"event": "object:bounds-changed", "at": 12.3, ...}
`at` is CLOCK_MONOTONIC in seconds, the same clock in every process of the machine.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = (
    "object:state-changed",
    "object:text-changed",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:children-changed",
    "object:property-change",
    "object:announcement",
    "object:bounds-changed",
    "window",
)


class Server:
    """Answers requests between events of the bus; `refs` are the accessibles that the parent has seen."""

    def __init__(self) -> None:
        self.refs: dict[str, Any] = {}
        self.loop = GLib.MainLoop()
        self.calls: dict[str, Callable[..., Any]] = {
            "applications": self.applications,
            "snapshot": self.snapshot,
            "look": self.look,
            "act": self.act,
            "grab_focus": self.grab_focus,
            "set_text": self.set_text,
            "insert_text": self.insert_text,
            "set_caret": self.set_caret,
            "set_value": self.set_value,
            "scroll_to": self.scroll_to,
            "character": self.character,
            "listen": self.listen,
        }
        self.listener = Atspi.EventListener.new(self.heard)

    def run(self) -> None:
        Atspi.init()
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.buffer = b""
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
            result = self.calls[request["call"]](**request.get("args", {}))
        except Exception as error:  # noqa: BLE001 - whatever the bus says belongs to the parent
            say({"id": request["id"], "error": f"{type(error).__name__}: {error}"})
        else:
            say({"id": request["id"], "result": result})

    # -- reading -------------------------------------------------------------------------------------

    def applications(self) -> list[dict[str, Any]]:
        desktop = Atspi.get_desktop(0)
        found = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
        return [{"name": app.get_name(), "pid": app.get_process_id()} for app in found if app is not None]

    def snapshot(self, app: str = "", pid: int = 0) -> dict[str, Any] | None:
        """The whole tree of the application in that process, or with that in its name or a window's title.

        None when it is not there. (The name that AccessKit gives is the program's: python3.11.)
        """
        for found in children(Atspi.get_desktop(0)):
            titles = [found.get_name() or "", *(window.get_name() or "" for window in children(found))]
            if pid in (0, found.get_process_id()) and any(app in title for title in titles):
                found.set_cache_mask(Atspi.Cache.NONE)
                return self.tree(found)
        return None

    def look(self, ref: str) -> dict[str, Any]:
        return self.tree(self.refs[ref])

    def tree(self, accessible: Any) -> dict[str, Any]:
        node = self.describe(accessible)
        node["children"] = [self.tree(child) for child in children(accessible)]
        return node

    def describe(self, accessible: Any) -> dict[str, Any]:
        ref = f"{accessible.app.bus_name if accessible.app else ''}{accessible.path}"
        self.refs[ref] = accessible
        node: dict[str, Any] = {
            "ref": ref,
            "role": accessible.get_role_name(),
            "name": accessible.get_name() or "",
            "description": accessible.get_description() or "",
            "states": sorted(state.value_nick for state in accessible.get_state_set().get_states()),
            "attributes": dict(accessible.get_attributes() or {}),
            "bounds": None,
            "actions": [],
        }
        interfaces = accessible.get_interfaces()
        if "Component" in interfaces:
            box = accessible.get_extents(Atspi.CoordType.WINDOW)
            node["bounds"] = [box.x, box.y, box.width, box.height]
        if "Action" in interfaces:
            count = accessible.get_n_actions()
            node["actions"] = [accessible.get_action_name(index) for index in range(count)]
        if "Text" in interfaces:
            length = Atspi.Text.get_character_count(accessible)
            node["text"] = Atspi.Text.get_text(accessible, 0, length)
            node["caret"] = Atspi.Text.get_caret_offset(accessible)
            ranges = (
                Atspi.Text.get_selection(accessible, index) for index in range(Atspi.Text.get_n_selections(accessible))
            )
            node["selections"] = [[span.start_offset, span.end_offset] for span in ranges]
        if "Value" in interfaces:
            node["value"] = Atspi.Value.get_current_value(accessible)
            node["range"] = [
                Atspi.Value.get_minimum_value(accessible),
                Atspi.Value.get_maximum_value(accessible),
            ]
        return node

    def character(self, ref: str, offset: int) -> list[int]:
        """Where a character stands in the window: x, y, width, height."""
        box = Atspi.Text.get_character_extents(self.refs[ref], offset, Atspi.CoordType.WINDOW)
        return [box.x, box.y, box.width, box.height]

    # -- acting --------------------------------------------------------------------------------------

    def act(self, ref: str, action: str) -> bool:
        accessible = self.refs[ref]
        for index in range(accessible.get_n_actions()):
            if accessible.get_action_name(index) == action:
                return bool(accessible.do_action(index))
        raise LookupError(f"no action {action}")

    def grab_focus(self, ref: str) -> bool:
        return bool(self.refs[ref].grab_focus())

    def set_text(self, ref: str, text: str) -> bool:
        return bool(Atspi.EditableText.set_text_contents(self.refs[ref], text))

    def insert_text(self, ref: str, offset: int, text: str) -> bool:
        return bool(Atspi.EditableText.insert_text(self.refs[ref], offset, text, len(text.encode())))

    def set_caret(self, ref: str, offset: int) -> bool:
        return bool(Atspi.Text.set_caret_offset(self.refs[ref], offset))

    def set_value(self, ref: str, value: float) -> bool:
        return bool(Atspi.Value.set_current_value(self.refs[ref], value))

    def scroll_to(self, ref: str) -> bool:
        return bool(self.refs[ref].scroll_to(Atspi.ScrollType.ANYWHERE))

    # -- hearing -------------------------------------------------------------------------------------

    def listen(self, wanted: list[str]) -> None:
        for kind in wanted or EVENTS:
            self.listener.register(kind)

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


def children(accessible: Any) -> Iterator[Any]:
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Server().run()
