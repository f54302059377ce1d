"""Offers: one of a list is chosen, and whoever shows the list is told of each change."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from app.words import Message

Listener = Callable[[Message | None], object]
Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """``value`` is what is kept, ``name`` what is shown and told."""

    value: str
    name: str


class Offers(ABC):
    """Looked for on a thread of its own, for engines and disks are slow; everything else is the main thread's."""

    def __init__(self, post: Post) -> None:
        """``post`` runs a job on the main thread."""
        self.offered: tuple[Offer, ...] | None = None
        """All there is; None until it has been looked for and found."""
        self._post = post
        self._listeners: list[Listener] = []
        self._looking = False

    @property
    @abstractmethod
    def at(self) -> str:
        """The value that was chosen, also while it is not in force yet."""

    @property
    def busy(self) -> bool:
        """Does what was chosen take a while to be in force?"""
        return False

    @abstractmethod
    def choose(self, value: str) -> None:
        """Take another one; listeners are told how it went."""

    @property
    def looking(self) -> bool:
        """Is it being found out what there is?"""
        return self._looking

    def glance(self) -> None:
        """The list comes into sight: look, unless that costs more than a list that nobody may want is worth."""
        self.look()

    def look(self) -> None:
        """Find out what there is (now); returns at once."""
        if not self._looking:
            self._looking = True
            threading.Thread(target=self._look, name="offers", daemon=True).start()

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after each change, with what is to be told of it, if anything."""
        self._listeners.append(listener)

    def name_of(self, value: str) -> str:
        """What a value is called; empty for one that is not offered."""
        return next((offer.name for offer in self.offered or () if offer.value == value), "")

    @abstractmethod
    def _find(self) -> tuple[Offer, ...]:
        """All there is; on another thread."""

    def _look(self) -> None:
        found: tuple[Offer, ...] = ()
        try:
            found = self._find()
        finally:
            self._post(lambda: self._found(found))

    def _found(self, found: tuple[Offer, ...]) -> None:
        self._looking = False
        if found != self.offered:
            self.offered = found
            self._changed()

    def _changed(self, said: Message | None = None) -> None:
        for listener in list(self._listeners):
            listener(said)
