"""What a message has said is not said again when it comes by the screen as well."""

from collections.abc import Callable
from dataclasses import replace

from accessibility.node import Node

SAME = 2.0
"""Seconds in which that counts as the same."""


class Heard:
    """Remembers the message that came last, and when."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._text, self._at = "", float("-inf")

    def note(self, text: str) -> None:
        """A message has come with these words."""
        self._text, self._at = text, self._clock()

    def has(self, text: str) -> bool:
        """Whether these are its words."""
        return bool(text) and text == self._text and self._is_fresh

    def without(self, before: Node, after: Node) -> Node:
        """The node as it is now, less what has been heard: a message is lent to the focus as its description, for
        platforms, and may begin with a title under the focus. `before` is `after` where the focus has just come."""
        if before is not after and after.name and self._text.startswith(after.name) and self._is_fresh:
            after = replace(after, name=before.name)
        if not self.has(after.description):
            return after
        return replace(after, description=before.description if before is not after else "")

    @property
    def _is_fresh(self) -> bool:
        return self._clock() - self._at <= SAME
