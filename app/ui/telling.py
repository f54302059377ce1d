"""Teller: has a message heard without moving the focus, by whichever way the platform's reader listens to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from accessibility.announcer import Kind, Message
from app.words import Message as Words
from voice.spoken import without_amounts

URGENT = frozenset({Kind.ERROR, Kind.TIMEOUT})


class Teller:
    """On Linux a changed description of the focused widget, elsewhere an announcement.

    Orca speaks a description that changes under the focus in every version, announcements only in new ones; both
    together would be heard twice there. Whoever else listens (reader, strip, flash) gets the message itself.
    """

    def __init__(self, bridge: Any, platform: str = sys.platform, lang: str = "zh-CN") -> None:
        self._bridge, self._by_description, self._lang = bridge, platform == "linux", lang
        self._restore: Callable[[], None] = lambda: None
        self.over: Callable[[Words, Kind], bool] = lambda words, kind: False
        """Asked before what stands on the screen is told; True: keys lie over that, and it is told and seen there."""

    def tell(self, words: Words | str, kind: Kind = Kind.STATUS, *, shown: bool = True) -> None:
        """Have it heard; ``shown`` is False when nothing in sight says the same.

        ``words`` is a message in all its forms, or what has one form only, such as a list's name.
        """
        words = Words.same(words) if isinstance(words, str) else words
        focused = self._bridge.focus.current
        lends = self._by_description and focused is not None
        message = Message(
            words.screen, kind, self._spoken(words), words.id,
            assertive=kind in URGENT, elsewhere=lends, shown=shown,
        )  # fmt: skip
        self._bridge.announcer.tell(message)
        if lends and words.screen.strip():
            self._restore()
            self._lend(focused, words.screen)

    def _spoken(self, words: Words) -> str:
        """The spoken form, but not of an amount in words: only as a figure can the voice leave it out for who wishes
        so."""
        heard = "" if words.speech == words.screen else words.speech
        return heard if self._figures(words.screen) == self._figures(heard) else ""

    def _figures(self, text: str) -> int:
        """How many amounts stand in it as figures."""
        mark = "\0"
        return without_amounts(text, self._lang, mark).count(mark)

    def show(self, words: Words | str) -> None:
        """Have it heard, and seen for a while."""
        self.tell(words, shown=False)

    def tell_on_screen(self, words: Words, kind: Kind = Kind.STATUS) -> None:
        """Have heard what the screen says, which keys may lie over."""
        if not self.over(words, kind):
            self.tell(words, kind)

    def warn(self, words: Words) -> None:
        """A limit of time is near: heard at once, seen in front of all else, and whoever writes goes on writing."""
        self.tell(words, Kind.TIMEOUT, shown=False)

    def note(self, kind: Kind, words: Words) -> None:
        """Something has happened that the focus goes to: only its sound, its flash and its vibration are wanted."""
        message = Message(words.screen, kind, self._spoken(words), words.id, by_focus=True, shown=True)
        self._bridge.announcer.tell(message)

    def _lend(self, widget: Any, text: str) -> None:
        """The description holds the message until the focus leaves; then it is the widget's own again."""
        own = widget.a11y_description

        def give_back(*_: Any) -> None:
            widget.unbind(focus=give_back)
            self._restore = lambda: None
            if widget.a11y_description == text:
                widget.a11y_description = own

        widget.a11y_description = text
        widget.bind(focus=give_back)
        self._restore = give_back
