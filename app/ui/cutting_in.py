"""CuttingIn: a key, a switch, a touch or a click stops what is being said, before it does its work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accessibility.held_keys import HeldKeys
from app.ui.ports import Voice

CTRL = frozenset({305, 306})
MODIFIERS = frozenset({*range(300, 315), 1073742055, 1073742081}) - CTRL
"""Kivy's codes of Shift, Alt, Meta and the locks; the last two have only SDL's. Alone they mean nothing, but Ctrl
silences screen readers, and our own."""

Post = Callable[[Callable[[], None]], None]
Spares = Callable[[int, list[str]], bool]


class CuttingIn:
    """Stands before all who use up a key or a touch, a resting pointer's click included.

    Whoever does the work speaks after it, so that the answer is heard whole. Only when the key or the finger is up
    again, and its work done, the voice learns that it may listen if nothing else has come.
    """

    def __init__(
        self, window: Any, voice: Voice, spares: Spares, post: Post, touched: Callable[[], object] = lambda: None
    ) -> None:
        """``spares(key, modifiers)`` names keys that must find the voice speaking; ``post`` runs a job in the next
        turn of the main loop; ``touched`` learns of every key and touch as a sign of life, whoever uses it up.
        """
        self._window, self._voice, self._spares, self._post = window, voice, spares, post
        self._touched = touched
        self._held = HeldKeys()
        self.repeats = False
        """The key that went down last only repeats itself: it is held (EN 301 549, 5.7)."""
        self._down = False
        self._keys = {"on_key_down": self._key_down, "on_key_up": self._key_up}

    def start(self) -> None:
        """Attend the window; what comes and goes on it, dialogs that take keys among it, must not come before."""
        self._window.bind(**self._keys)
        self._window.bind(on_motion=self._motion, focus=self._focus, children=self.come_first)

    def close(self) -> None:
        """Attend it no more."""
        self._window.unbind(**self._keys)
        self._window.unbind(on_motion=self._motion, focus=self._focus, children=self.come_first)

    def come_first(self, *_: Any) -> None:
        """Others have begun to take keys: Kivy asks the last one first."""
        self._window.unbind(**self._keys)
        self._window.bind(**self._keys)

    def _key_down(self, window: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        self._touched()
        self.repeats = self._held.down(key)  # by a slow hand, perhaps while the answer is being said
        if not self.repeats and key not in MODIFIERS and not self._spares(key, modifiers):
            self._cut_in()
        return False

    def _key_up(self, window: Any, key: int, scancode: int) -> bool:
        self._held.up(key)
        if key not in MODIFIERS:
            self._let_go()
        return False

    def _motion(self, window: Any, kind: str, touch: Any) -> bool:
        if touch.is_touch and not getattr(touch, "is_mouse_scrolling", False):
            if kind == "begin":
                self._touched()
                self._cut_in()
            elif kind == "end":
                self._let_go()
        return False

    def _focus(self, window: Any, focused: bool) -> None:
        """What is down comes up in another window, which tells nobody."""
        if not focused:
            self._held = HeldKeys()
            self._let_go()

    def _cut_in(self) -> None:
        self._down = True
        self._voice.key_pressed()

    def _let_go(self) -> None:
        if self._down:
            self._down = False
            self._post(self._voice.key_released)
