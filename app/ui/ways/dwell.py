"""DwellWay: clicking by rest in this client: the ring at the pointer, a pause, and keys for fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from accessibility.dwell import DwellSettings, Point
from accessibility.kivy_dwell import DwellLayer
from accessibility.kivy_mark import RestRing
from accessibility.roles import Action
from accessibility.targets import chosen_by
from app.ui.kit import Kit
from app.ui.ways.strip import WayStrip
from app.ui.ways.switch import colours

RING = 20.0
"""Radius of the ring in dp."""

AFTER = 0.15
"""Seconds after a click in which Kivy gives the focus to what was clicked."""


class DwellWay:
    """On from its making until it is closed. ``write(field)`` opens the keys for a field."""

    def __init__(
        self, kit: Kit, bridge: Any, strip: WayStrip, settings: DwellSettings, write: Callable[[Any], None]
    ) -> None:
        self._kit, self._bridge, self._strip, self._write = kit, bridge, strip, write
        self._paused = False
        self._pause = strip.add_button("way-pause", self._turn)
        self._ring = RestRing(bridge.window)
        style = kit.look.style
        self._layer = DwellLayer(
            bridge.window, settings, style.px(1), self._may_click, self._paint, self._target_at, self._clicked
        )  # fmt: skip
        self._layer.start()
        self._say()

    def close(self) -> None:
        """Click by rest no more."""
        self._layer.close()
        self._ring.close()
        self._strip.remove_button(self._pause)

    def _turn(self) -> None:
        self._paused = not self._paused
        self._pause.call(self._kit.text("way-resume" if self._paused else "way-pause"))
        self._say()
        self._kit.tell(self._kit.message("dwell-state", state=self._state))

    @property
    def _state(self) -> str:
        return "paused" if self._paused else "running"

    def _say(self) -> None:
        self._strip.say(self._kit.text("dwell-state", state=self._state))

    def _may_click(self, place: Point) -> bool:
        """Paused, only the button that goes on."""
        left, bottom = self._pause.to_window(*self._pause.pos)
        inside = 0 <= place[0] - left <= self._pause.width and 0 <= place[1] - bottom <= self._pause.height
        return inside or not self._paused

    def _paint(self, place: Point | None, share: float) -> None:
        self._ring.show(place, share, *colours(self._kit), self._kit.look.style.px(RING))

    def _clicked(self, target: Any | None) -> None:
        """A field that was clicked gets keys to be written with, once Kivy has given it the focus."""
        node = self._bridge.tree.nodes.get(target.uid) if target is not None else None
        if node is not None and chosen_by(node) == (Action.FOCUS,):
            Clock.schedule_once(lambda _: self._write_in(target), AFTER)

    def _target_at(self, place: Point) -> Any | None:
        """The widget that a click there chooses."""
        tree, height = self._bridge.tree, self._bridge.window.height
        for node in tree.nodes.values():
            box = node.bounds
            inside = box.left <= place[0] <= box.right and box.top <= height - place[1] <= box.bottom
            if inside and chosen_by(node):
                return tree.widget(node.id)
        return None

    def _write_in(self, field: Any) -> None:
        if self._bridge.focus.current is field:
            self._write(field)
