"""What a customer has chosen for the built-in reader and for messages."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self

VOLUMES = (0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0)
"""Factors on the synthesiser's own loudness, a quarter of a doubling apart where it matters."""

PITCHES = (0.6, 0.8, 1.0, 1.2, 1.5)
"""Factors on the voice's usual pitch."""


class Echo(StrEnum):
    """What is said of what is typed; of a secret never more than how many characters it has."""

    KEYS = "keys"
    WORDS = "words"
    NONE = "none"


class Punctuation(StrEnum):
    """Which signs are spoken by name: those that change what is meant (@ % # *), or all of them."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


class Verbosity(StrEnum):
    """How much is said of a thing that gets the focus.

    Brief: name, value, states. Normal: the role and "3 of 7" too. Full: the description and the keys too.
    """

    BRIEF = "brief"
    NORMAL = "normal"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class VoicingSettings:
    """on: the reader speaks. offered: the offer of the first start has been made.

    volume, pitch: one of VOLUMES, PITCHES. voice_zh, voice_en: an engine's voice id, '' for the first that fits.
    explore: a finger that moves over the screen is told what it is on, and a double tap presses it.
    lift_presses: lifting the finger presses, instead of a double tap. pointer: the mouse pointer is told so as well.
    flash, vibrate, notify: what a message does beside being shown and spoken, where the device can.
    """

    on: bool = False
    offered: bool = False
    volume: float = 1.0
    pitch: float = 1.0
    voice_zh: str = ""
    voice_en: str = ""
    echo: Echo = Echo.KEYS
    punctuation: Punctuation = Punctuation.SOME
    verbosity: Verbosity = Verbosity.NORMAL
    earcons: bool = True
    explore: bool = True
    lift_presses: bool = False
    pointer: bool = False
    flash: bool = False
    vibrate: bool = True
    notify: bool = True

    @classmethod
    def from_mapping(cls, stored: Mapping[str, Any]) -> Self:
        """From stored values; what is missing, unknown or out of range takes its default."""
        valid: dict[str, Any] = {}
        for item in fields(cls):
            value, default = stored.get(item.name), item.default
            if isinstance(default, StrEnum):
                if isinstance(value, str) and value in type(default)._value2member_map_:
                    valid[item.name] = type(default)(value)
            elif item.name in _STEPS:
                if isinstance(value, int | float) and value in _STEPS[item.name] and not isinstance(value, bool):
                    valid[item.name] = float(value)
            elif type(value) is type(default):
                valid[item.name] = value
        return cls(**valid)

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be stored as JSON."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value.value if isinstance(value, StrEnum) else value for name, value in values.items()}


_STEPS = {"volume": VOLUMES, "pitch": PITCHES}
