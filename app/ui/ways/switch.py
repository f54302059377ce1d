"""SwitchWay: scanning in this client: how the mark looks and is told, and where a field is written in."""

from __future__ import annotations

from typing import Any

from accessibility.kivy_mark import Colour, ScanMark
from accessibility.kivy_scan import ScanLayer
from accessibility.switch.in_sight import in_sight
from accessibility.switch.scanner import Level, Mark
from accessibility.switch.settings import SwitchSettings
from app.ui.kit import Kit
from app.ui.ways.called import called
from app.ui.ways.strip import WayStrip
from app.words import Message

ITEM_MARK, GROUP_MARK = 6.0, 4.0
"""Thickness of the mark in dp around one thing and around a group (WCAG 2.4.13 asks for 2)."""


class SwitchWay:
    """On from its making until it is closed. ``write(field)`` opens the keys for a field."""

    def __init__(self, kit: Kit, bridge: Any, strip: WayStrip, settings: SwitchSettings, write: Any) -> None:
        self._kit, self._bridge, self._strip, self.settings = kit, bridge, strip, settings
        self.write = write
        self._paint = ScanMark(bridge.window)
        self._layer = ScanLayer(bridge, settings, self)
        self._layer.start()

    def stays(self, widget: Any) -> bool:
        """A page that was scrolled is to be read."""
        return widget in self._strip.pages

    def close(self) -> None:
        """Scan no more."""
        self._layer.close()
        self._paint.close()

    def marked(self, mark: Mark | None, *, moved: bool) -> None:
        """Paint and say what is marked."""
        self._draw(mark)
        if not moved:
            return
        said = self._words(mark)
        self._strip.say(said.screen)
        if self.settings.speak and mark is not None:
            self._kit.tell(said)

    def _draw(self, mark: Mark | None) -> None:
        thick = self._kit.look.style.px(ITEM_MARK if mark is not None and mark.item is not None else GROUP_MARK)
        tree = self._bridge.tree
        seen = in_sight(mark, tree.nodes, tree.root, thick) if mark is not None else None
        self._paint.show(seen, *colours(self._kit), thick)

    def _words(self, mark: Mark | None) -> Message:
        kit = self._kit
        if mark is None:
            return kit.message("scan-resting")
        name = called(kit, mark.group.name, mark.group.items[0].role)
        if mark.level is Level.LEAVE:
            return kit.message("scan-leave", name=name)
        if mark.item is None:
            return kit.message("scan-group", name=name, part=mark.group.part)
        item = called(kit, mark.item.name, mark.item.role)
        return kit.message("scan-item", name=item, action=mark.item.action.value)


def colours(kit: Kit) -> tuple[Colour, Colour]:
    """A mark's colour, stronger than the focus ring's and another one, and the one beside it for dark grounds."""
    red, green, blue, _ = kit.look.colour("text")
    other = kit.look.colour("page")
    return (red, green, blue, 1.0), (other[0], other[1], other[2], 1.0)
