"""SignalsWay: a message seen, felt and found: a strip, a flash, a vibration, and a notification when nobody looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accessibility.announcer import Kind, Message
from accessibility.preferences import Preferences
from app.flows.staying import WARN_BEFORE
from app.keeper import Keeper
from app.ui.look import Look
from app.ui.telling import URGENT
from app.ui.ways import device
from app.ui.ways.cover import Cover
from app.ui.widgets.flash import Flash
from app.ui.widgets.message_strip import MessageStrip, reading_seconds
from app.words import Words

Vibrate = Callable[[float], object]
Notify = Callable[[str, str], object]

SIGNALLED = frozenset({Kind.SUCCESS, Kind.ERROR, Kind.MESSAGE, Kind.TIMEOUT})
"""What deserves more than words; a status or progress does not."""

ENDED = ("notice-signed_out",)
"""What begins the ids of messages after which nothing is left to warn of."""

_NOTICES = {
    Kind.MESSAGE: "voicing-notify-message",
    Kind.SUCCESS: "voicing-notify-result",
    Kind.ERROR: "voicing-notify-trouble",
    Kind.TIMEOUT: "voicing-notify-trouble",
}
_SHORT, _LONG = 0.15, 0.5  # seconds of vibration; long is trouble


class SignalsWay:
    """Follows the announcer. ``vibrate(seconds)`` and ``notify(title, text)`` are the device's."""

    def __init__(
        self,
        look: Look,
        shell: Any,
        bridge: Any,
        window: Any,
        keeper: Keeper,
        words: Words,
        vibrate: Vibrate = device.vibrate,
        notify: Notify = device.notify,
    ) -> None:
        self._window, self._keeper, self._words = window, keeper, words
        self._vibrate, self._notify = vibrate, notify
        self._shell, self._focus = shell, bridge.focus
        self._came_at: Any = None  # what had the focus when a warning came
        self.strip = MessageStrip(look, self._front, self._give_back)
        self._flash = Flash(look, window)
        self._undo = [bridge.announcer.listen(self.on_message), bridge.on_escape(self.strip.leave)]
        window.bind(children=self._follow)

    def on_message(self, message: Message) -> None:
        """Show it where it is not shown, and signal what is worth it."""
        preferences: Preferences = self._keeper.preferences
        if any(ended in message.id for ended in ENDED):
            self.strip.end_warning()
        if not message.shown and message.kind is Kind.TIMEOUT:
            self._came_at = self._focus.current
            self.strip.show(message.text, preferences.limit(WARN_BEFORE), self._words.text("ui-stay"))
        elif not message.shown:
            self.strip.show(message.text, preferences.limit(reading_seconds(message.text)))
        if message.kind in SIGNALLED:
            self._signal(message.kind, preferences)

    def _signal(self, kind: Kind, preferences: Preferences) -> None:
        wanted = preferences.voicing
        if wanted.flash:
            self._flash.flash(urgent=kind in URGENT, reduce_motion=preferences.reduce_motion)
        if wanted.vibrate:
            self._vibrate(_LONG if kind in URGENT else _SHORT)
        if wanted.notify and not self._window.focus:
            # never what it says: a notification may be seen by others, and stays in a list
            self._notify(self._words.text("ui-app-title"), self._words.text(_NOTICES[kind]))

    def _give_back(self) -> None:
        """Whoever went to the button of a warning goes on where it came."""
        held = self._came_at
        if self._focus.current is self.strip.button and held is not None and held.get_root_window() is not None:
            self._focus.focus(held)

    def _front(self) -> Any:
        """The cover that hides the screen, while one does, else what shows the screen."""
        return next((child for child in self._window.children if isinstance(child, Cover)), self._shell)

    def _follow(self, *_: Any) -> None:
        self.strip.follow()

    def close(self) -> None:
        """The window goes."""
        self._window.unbind(children=self._follow)
        for undo in self._undo:
            undo()
        self._flash.stop()
