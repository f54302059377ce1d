"""Ways: turns scanning, dwelling and the keypad on and off as the customer has them, while the client runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from accessibility.jumps import Jumps
from accessibility.kivy_adapters import perform
from accessibility.preferences import Preferences
from accessibility.roles import Action
from app.keeper import Keeper
from app.ui.ways.dwell import DwellWay
from app.ui.ways.keypad import KeypadWay
from app.ui.ways.panel import WritingPanel
from app.ui.ways.strip import WayStrip
from app.ui.ways.switch import SwitchWay

FIELDS = {"scan": "switch", "dwell": "dwell", "keypad": "keypad"}
"""Command -> the field of the preferences that holds its settings."""


class Ways:
    """Joins the ways to the shell. One of them is on at a time: the last one that was turned on."""

    def __init__(self, shell: Any, bridge: Any, keeper: Keeper) -> None:
        self._shell, self._bridge, self._keeper, self._kit = shell, bridge, keeper, shell.kit
        self._on: dict[str, Any] = {}
        self._settings: dict[str, Any] = {}
        self._panel: WritingPanel | None = None
        self._field: Any = None
        self.strip = WayStrip(self._kit, self._page)
        shell.commands |= {command: partial(self._toggle, command) for command in FIELDS}
        shell.commands |= self._jumps(Jumps(bridge.focus, bridge.tree))
        shell.guard_focus = self._guards
        self._forget_escape = bridge.on_escape(self._escape)
        self.apply(keeper.preferences)

    def apply(self, preferences: Preferences) -> None:
        """Be as these say."""
        for command, name in FIELDS.items():
            wanted = getattr(preferences, name)
            if wanted != self._settings.get(command):
                self._settings[command] = wanted
                self._turn(command, wanted)
        self._place_strip()

    def close(self) -> None:
        """All ways end."""
        self._forget_escape()
        self._close_panel()
        for way in self._on.values():
            way.close()
        self._on.clear()

    # -- on and off -------------------------------------------------------------------------------------

    def _toggle(self, command: str) -> None:
        """Turn one on, and the others off, for they would take each other's keys; or off."""
        preferences = self._keeper.preferences
        turned_on = not getattr(preferences, FIELDS[command]).on
        changes = {
            name: replace(getattr(preferences, name), on=turned_on and other == command)
            for other, name in FIELDS.items()
        }
        self._keeper.prefer(replace(preferences, **changes))
        self._kit.tell(self._kit.text("way-on", way=command, on="on" if turned_on else "off"))

    def _turn(self, command: str, settings: Any) -> None:
        if (way := self._on.pop(command, None)) is not None:
            way.close()
        if settings.on:
            self._on[command] = self._make(command, settings)

    def _make(self, command: str, settings: Any) -> Any:
        kit, bridge = self._kit, self._bridge
        if command == "keypad":
            return KeypadWay(kit, bridge, settings, self._shell, self._shell.escape)
        make = SwitchWay if command == "scan" else DwellWay
        return make(kit, bridge, self.strip, settings, self.write)

    def _place_strip(self) -> None:
        wanted = bool({"scan", "dwell"} & self._on.keys())
        if wanted != (self.strip.parent is not None):
            (self._shell.add_strip if wanted else self._shell.remove_widget)(self.strip)
        self.strip.offer_pages(wanted)

    # -- fields -----------------------------------------------------------------------------------------

    def write(self, field: Any) -> None:
        """Open the keys for a field."""
        if self._panel is not None:
            return
        self._field = field
        self._panel = WritingPanel(self._kit, field, self._written)
        self._panel.open()
        self._bridge.flush()
        self._bridge.focus.focus(self._panel.landing)

    def _written(self, done: bool) -> None:
        self._panel = None
        self._bridge.flush()
        self._bridge.focus.focus(self._field)

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.leave()

    def _escape(self) -> bool:
        if self._panel is not None:
            return self._panel.leave()
        if (keypad := self._on.get("keypad")) is not None:
            keypad.press("*")
            return True
        return False

    # -- the focus and the page -------------------------------------------------------------------------

    def _guards(self, widget: Any) -> bool:
        """Whether the focus must not go there, because something lies above it."""
        keypad = self._on.get("keypad")
        if keypad is not None:
            return bool(keypad.takes_focus(widget))
        if self._panel is not None and widget is not self._field:
            self._close_panel()  # the client has gone on: the field is no more asked for
        return self._panel is not None

    def _page(self, step: int) -> None:
        if self._shell.screen is not None:
            perform(self._shell.screen, Action.SCROLL_DOWN if step > 0 else Action.SCROLL_UP)

    def _jumps(self, jumps: Jumps) -> dict[str, Callable[[], object]]:
        return {
            "heading_next": partial(jumps.heading, 1),
            "heading_back": partial(jumps.heading, -1),
            "landmark_next": partial(jumps.landmark, 1),
            "landmark_back": partial(jumps.landmark, -1),
        }
