"""Reading: lines that nothing can be chosen from, such as a list of keys, a few at a time for the keypad."""

from __future__ import annotations

from collections.abc import Sequence

from app.words import Message

PART = 3
"""Lines at a time: as many as can be kept in mind when heard."""


class Reading:
    """Follows the lines there are; other ones begin at their first part again."""

    def __init__(self) -> None:
        self._lines: tuple[Message, ...] = ()
        self._begin = 0

    def follow(self, lines: Sequence[Message]) -> None:
        """These are there now."""
        if tuple(lines) != self._lines:
            self._lines, self._begin = tuple(lines), 0

    @property
    def part(self) -> tuple[Message, ...]:
        """The lines to be read now."""
        return self._lines[self._begin : self._begin + PART]

    @property
    def is_parted(self) -> bool:
        """Whether there are more lines than are read at a time."""
        return len(self._lines) > PART

    @property
    def is_begun(self) -> bool:
        """Whether the part to be read now is not the first."""
        return self._begin > 0

    @property
    def is_last(self) -> bool:
        """Whether nothing follows this part."""
        return self._begin + PART >= len(self._lines)

    def turn(self) -> None:
        """On to the next part, and from the last one to the first."""
        self._begin = 0 if self.is_last else self._begin + PART
