"""VoiceSettings: how a customer wants to talk and to be talked to; stored as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any


class Talk(StrEnum):
    """What the talk key does: each press begins or ends listening, or it listens while the key is held."""

    TOGGLE = "toggle"
    HOLD = "hold"


class BargeIn(StrEnum):
    """When speech, beside any key, stops the voice: never, only when the microphone cannot hear it, or always."""

    OFF = "off"
    HEADPHONES = "headphones"
    ALWAYS = "always"


class SpeakAmounts(StrEnum):
    """When amounts of money are spoken."""

    ALWAYS = "always"
    HEADPHONES = "headphones"
    REQUEST = "request"
    NEVER = "never"


def _between(default: float, low: float, high: float) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "unit": "s"})


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Times in seconds. ``open_dialogue``: it listens after each question; else only when the key is pressed.

    ``end_silence`` is the pause after which a sentence counts as ended (people who search for words need 2 s
    and more), ``patience`` the wait for its beginning; 0 waits for ever (WCAG 2.2.1). ``wake_phrase``: while
    the conversation rests, a phrase begins it again; the microphone is on all that time, so it is off by
    default. ``ask_before_amounts``: before the first amount of a session it asks whether others can hear.
    """

    talk: Talk = Talk.TOGGLE
    open_dialogue: bool = True
    wake_phrase: bool = False
    barge_in: BargeIn = BargeIn.HEADPHONES
    end_silence: float = _between(0.7, 0.4, 4.0)
    patience: float = _between(10.0, 0.0, 60.0)
    speak_amounts: SpeakAmounts = SpeakAmounts.ALWAYS
    ask_before_amounts: bool = True

    @classmethod
    def from_mapping(cls, stored: object) -> VoiceSettings:
        """From what was kept; what is missing, unknown or out of range takes its default."""
        if not isinstance(stored, Mapping):
            return cls()
        found = {item.name: _usable(item, stored.get(item.name)) for item in fields(cls)}
        return cls(**{name: value for name, value in found.items() if value is not None})

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be kept as JSON."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value.value if isinstance(value, StrEnum) else value for name, value in values.items()}


def _usable(item: Any, value: Any) -> Any:
    kind = type(item.default)
    if issubclass(kind, StrEnum):
        return kind(value) if isinstance(value, str) and value in [one.value for one in kind] else None
    if kind is bool:
        return value if isinstance(value, bool) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    fits: bool = item.metadata["low"] <= value <= item.metadata["high"]  # not so for NaN
    return float(value) if fits else None
