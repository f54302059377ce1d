"""Headphones without hardware: a test puts them on and takes them off."""

from __future__ import annotations

from collections.abc import Callable


class Ears:
    """Headphones that a test puts on and takes off. What is known of them is what the last look has found."""

    def __init__(self, plugged: bool | None = None) -> None:
        self.worn: bool | None = None
        self._plugged = plugged
        self._gone: Callable[[], object] | None = None

    def plug(self, on: bool) -> None:
        """Put them on or take them off; who watches over them sees it."""
        self._plugged = on
        if (gone := self._gone) is not None and not on:
            self.look_now()
            self._gone = None
            gone()

    def look(self) -> None:
        """Found out at once."""
        self.look_now()

    def look_now(self) -> None:
        """See ``Headphones``."""
        self.worn = self._plugged

    @property
    def watched(self) -> bool:
        """Does somebody want to know when they go?"""
        return self._gone is not None

    def watch(self, gone: Callable[[], object]) -> Callable[[], None]:
        """See ``Headphones``."""
        self._gone = gone

        def over() -> None:
            self._gone = None if self._gone is gone else self._gone

        return over
