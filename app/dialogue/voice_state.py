"""What there is to show of the voice, and what a conversation needs of the pipeline below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from app.flows.acts import Manner


class VoiceKind(StrEnum):
    """What the voice is doing."""

    OFF = "off"
    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"


@dataclass(frozen=True, slots=True)
class VoiceState:
    """What to show of the voice: what it does, what it says now, what was heard last.

    ``said``: from which to which character of the caption it speaks just now; the same twice: nothing is marked.
    """

    kind: VoiceKind = VoiceKind.IDLE
    caption: str = ""
    heard: str = ""
    said: tuple[int, int] = (0, 0)


class Pipeline(Protocol):
    """The part of :class:`voice.pipeline.VoicePipeline` that a conversation needs.

    ``rate`` and ``volume`` are factors, ``end_silence`` and ``patience`` seconds (None: for ever), all from the
    next utterance on; ``barge_in``: speech stops the voice.
    """

    rate: float
    volume: float
    end_silence: float
    patience: float | None
    barge_in: bool

    def say(self, text: str, lang: str) -> Any: ...

    def stop_speaking(self) -> None: ...

    def listen(self, phrases: Sequence[str] | None = None, *, barge_in: bool = False, cue: bool = True) -> None: ...

    def stop_listening(self, *, discard: bool = False) -> None: ...

    def close(self) -> None: ...


class Wishes(Protocol):
    """Where it is kept how the customer wants to be spoken to; what is kept comes back as settings."""

    def adjust(self, manner: Manner) -> None:
        """Slower, faster, louder, softer."""
        ...

    def wait(self, seconds: float) -> None:
        """A pause of so many seconds ends a sentence."""
        ...


StateListener = Callable[[VoiceState], None]
Post = Callable[[Callable[[], None]], None]
