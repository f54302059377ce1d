"""What the built-in reader needs of a voice: one queue, which others speak through as well."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Earcon(StrEnum):
    """Short sounds before or beside words, never in their place (WCAG 1.3.3)."""

    EDGE = "edge"
    ERROR = "error"
    SUCCESS = "success"
    PROGRESS = "progress"
    MESSAGE = "message"
    TYPED = "typed"
    LISTENING_ON = "listening_on"
    LISTENING_OFF = "listening_off"


Done = Callable[[bool], object]


class Said(Protocol):
    """An utterance that was handed in."""

    def stop(self) -> None:
        """Cut it short, or do not say it at all."""


class Output(Protocol):
    """Speaks. All calls come on the main thread, and come back at once."""

    @property
    def engaged(self) -> bool:
        """A conversation by voice is going on: it speaks of what happens, so the reader speaks of keys alone."""

    def say(self, text: str, *, cue: Earcon | None = None, urgent: bool = False, done: Done | None = None) -> Said:
        """Say it after what is queued; `urgent`: now, and drop all else. An empty text is the sound alone.

        `done(completed)` is called on the main thread when it is over; not when it was dropped before its turn.
        """

    def stop(self) -> None:
        """Silence at once; what is queued is dropped."""
