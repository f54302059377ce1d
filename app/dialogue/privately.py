"""Privately: words that may be spoken only while the customer alone hears them, and what happens when others do."""

from __future__ import annotations

from collections.abc import Callable

from app.dialogue.discretion import Headphones
from app.dialogue.manager import Turn

Overheard = Callable[[Turn], object]


class Privately:
    """Looks at the headphones while such words are being said, and not longer. Lives on the owner's thread."""

    def __init__(self, headphones: Headphones) -> None:
        self._headphones = headphones
        self._turn: Turn | None = None
        self._words = ""
        self._stop: Callable[[], None] | None = None
        self._watches = 0
        self.overheard: Overheard = lambda turn: None
        """Called with the turn that is being said when the headphones have gone."""
        self.post: Callable[[Callable[[], None]], None] = lambda job: job()
        """Brings a job to the owner's thread."""

    def meant(self, turn: Turn, words: str) -> None:
        """These are about to be said."""
        self._turn, self._words = turn, words

    def shorten(self, words: str) -> None:
        """Of what is meant only these are about to be said, the end of it."""
        self._words = words

    def forget(self) -> None:
        """Something else is said now, or nothing more."""
        self.ended()
        self._turn = None

    def started(self, text: str) -> None:
        """This is being said: also these words once more, after they were asked for again."""
        self.ended()
        if self._turn is not None and text.endswith(self._words):
            self._watches += 1
            this = self._watches
            self._stop = self._headphones.watch(lambda: self.post(lambda: self._gone(this)))

    def ended(self) -> None:
        """Nothing is being said any more."""
        stop, self._stop = self._stop, None
        if stop is not None:
            stop()

    def _gone(self, which: int) -> None:
        if which == self._watches and self._stop is not None and self._turn is not None:
            turn = self._turn
            self.forget()
            self.overheard(turn)
