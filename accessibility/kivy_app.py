"""AccessibleApp: a Kivy App that tells its window to screen readers from its start to its end."""

from __future__ import annotations

from typing import Any

from kivy.app import App

from accessibility import loop
from accessibility.bridge import AccessibilityBridge
from accessibility.providers.platform import platform_provider


class AccessibleApp(App):  # type: ignore[misc]  # Kivy is untyped
    """An app with ``on_start`` or ``on_stop`` of its own calls these as well.

    ``bridge`` is there from ``on_start`` on; nobody can read a window before it has opened.
    """

    bridge: AccessibilityBridge

    def __init__(self, **options: Any) -> None:
        loop.configure()  # in time, unless something has opened Kivy's window by importing it
        super().__init__(**options)

    def on_start(self) -> None:
        """Tell the window, and put the focus where a reader is to begin."""
        self.bridge = AccessibilityBridge(self.root_window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)

    def on_stop(self) -> None:
        """Readers are told that the window goes."""
        self.bridge.close()
