"""One control worked by keys, by the pointer and through the platform in turn; and what appears under a pointer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from accessibility.audit.camera import Camera
from accessibility.audit.pointing import in_sight, middle
from accessibility.audit.trials import CHOSEN
from accessibility.checks.kinds import CHECKABLE, OPERABLE
from accessibility.checks.tried import Hover, Mixed
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until

PATIENCE = 3.0
MOST_HOVERED = 3

APPEARS = 1.0
"""Seconds the pointer rests: hints come after half a second on most platforms."""


class Mixing:
    """Works the window that the camera looks at."""

    def __init__(self, camera: Camera) -> None:
        self._camera, self._bus, self._desk = camera, camera.bus, camera.desk

    def mixed(self) -> tuple[Mixed, ...]:
        """The first box or switch in sight, and the first field; both are as before in the end."""
        frame = self._camera.settle()
        box = next(in_sight(frame, CHECKABLE - {"radio button", "radio menu item"}), None)
        field = next((node for node in in_sight(frame, {"entry"}) if "editable" in node.states), None)
        done: list[Mixed] = []
        if box is not None:
            done += self._box(box)
        if field is not None:
            done += self._field(field)
        return tuple(done)

    def hovers(self) -> tuple[Hover, ...]:
        """The first controls in sight, with the pointer upon each."""
        frame = self._camera.settle()
        found = list(in_sight(frame, OPERABLE))[:MOST_HOVERED]
        return tuple(hover for node in found for hover in self._hover(node))

    def _box(self, box: Seen) -> Iterator[Mixed]:
        def now() -> object:
            return CHOSEN & self._bus.look(box).states

        was = now()
        self._bus.grab_focus(box)
        yield Mixed(box, "pointer", self._changes(now, lambda: self._press(box)))
        yield Mixed(box, "key", self._changes(now, lambda: self._desk.key("space")))
        yield Mixed(box, "platform", self._changes(now, lambda: self._bus.act(box)))
        if now() != was:
            self._bus.act(box)

    def _field(self, field: Seen) -> Iterator[Mixed]:
        def text() -> object:
            return self._bus.look(field).text

        was = field.text or ""
        self._press(field)
        with contextlib.suppress(ProbeError):
            until(lambda: "focused" in self._bus.look(field).states, "the field to have the focus", PATIENCE)
        yield Mixed(field, "pointer, then key", self._changes(text, lambda: self._desk.type("1")))
        yield Mixed(field, "platform", self._changes(text, lambda: self._bus.insert_text(field, 0, "1")))
        yield Mixed(field, "key after that", self._changes(text, lambda: self._desk.type("1")))
        self._bus.set_text(field, was)
        with contextlib.suppress(ProbeError):
            until(lambda: (self._bus.look(field).text or "") == was, "the field to be as before", PATIENCE)

    def _hover(self, node: Seen) -> Iterator[Hover]:
        pointer = self._camera.window
        before = self._camera.settle()
        pointer.point(*middle(node))
        after = self._camera.frame_after(before.image, APPEARS)
        new = [item for ref, item in after.by_ref.items() if ref not in before.by_ref and item.bounds is not None]
        if new:
            pointer.point(*middle(new[0]))
            stays = new[0].ref in self._camera.frame_after(after.image, APPEARS).by_ref
            pointer.point(*middle(node))
            shown = self._camera.frame_after(after.image, APPEARS)
            self._desk.key("Escape")
            gone = new[0].ref not in self._camera.frame_after(shown.image, APPEARS).by_ref
            yield Hover(node, new[0], stays, gone)
        pointer.leave()

    def _press(self, node: Seen) -> None:
        pointer = self._camera.window
        pointer.point(*middle(node))
        pointer.hold()
        pointer.release()
        pointer.leave()

    def _changes(self, what: Callable[[], object], do: Callable[[], object]) -> bool:
        before = what()
        with contextlib.suppress(ProbeError):
            do()
            return bool(until(lambda: what() != before, "it to change", PATIENCE))
        return False
