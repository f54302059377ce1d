"""What the voice pipeline tells its owner. A whole ``Heard`` (``voice.stt.recogniser``) is an event too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from voice.stt.recogniser import Heard


@dataclass(frozen=True, slots=True)
class SpeakingStarted:
    """An utterance begins: its caption. Comes also when there is no sound to play it with."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class SpeakingAt:
    """The characters ``start`` to ``end`` of the utterance are being said now: a word, a syllable or a figure."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpeakingEnded:
    """The utterance is over; ``completed`` is False when it was stopped."""

    text: str
    completed: bool


@dataclass(frozen=True, slots=True)
class BargedIn:
    """Somebody spoke while the voice did: it has fallen silent, and what was begun is kept for ``listen``."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The microphone is on."""


@dataclass(frozen=True, slots=True)
class StillListening:
    """A guess while somebody speaks."""

    partial: str


@dataclass(frozen=True, slots=True)
class HeardNothing:
    """Listening ended without words: nobody spoke, it was none of the phrases, or it was cut short."""

    reason: Literal["silence", "unknown", "interrupted"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something does not work, by code: no_microphone, no_sound, no_voice, engine_failed, no_model, ..."""

    code: str
    detail: str = ""


VoiceEvent = (
    SpeakingStarted
    | SpeakingAt
    | SpeakingEnded
    | BargedIn
    | Listening
    | StillListening
    | Heard
    | HeardNothing
    | Trouble
)
OnEvent = Callable[[VoiceEvent], None]
