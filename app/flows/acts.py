"""Acts: what a person means, whatever the modality: the dialogue-act canon and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.domain.secret import Secret

SlotValue = str | Secret
Slots = Mapping[str, SlotValue]
NO_SLOTS: Slots = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """Start a task, perhaps with answers already in it: 给张三转五百块."""

    intent: str
    slots: Slots = field(default_factory=lambda: NO_SLOTS)


@dataclass(frozen=True, slots=True)
class Inform:
    """Answers to fields by name; also a correction, at any time before the money moves."""

    slots: Slots


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to whatever is being asked, when the words do not say to which field."""

    text: SlotValue


@dataclass(frozen=True, slots=True)
class Select:
    """The n-th of the choices offered, counted from 1: 第二个."""

    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """Ask a field again: 改金额."""

    field: str


@dataclass(frozen=True, slots=True)
class Affirm:
    """Yes. The only act that moves money, and only at the review."""


@dataclass(frozen=True, slots=True)
class Negate:
    """No."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give the task up."""


@dataclass(frozen=True, slots=True)
class Back:
    """One question back."""


@dataclass(frozen=True, slots=True)
class More:
    """Go on with a list."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say that again."""


@dataclass(frozen=True, slots=True)
class Help:
    """What is wanted here, and what can be said."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is there to choose from? The choices are listed, some at a time."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why is this asked?"""


@dataclass(frozen=True, slots=True)
class Spell:
    """Say the name letter by letter, or character by character; ``again``: it was said so, and was not enough."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What does it cost?"""


@dataclass(frozen=True, slots=True)
class Keypad:
    """Let me type the answer; the voice waits for it."""


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Show what can be set: text size, colours, reader, time."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the task that another one interrupted."""


class Manner(StrEnum):
    """How the customer wants to be spoken to."""

    SLOWER = "slower"
    FASTER = "faster"
    LOUDER = "louder"
    SOFTER = "softer"
    QUIET = "quiet"
    PAUSE = "pause"
    AMOUNTS = "amounts"


@dataclass(frozen=True, slots=True)
class Adjust:
    """Speak slower, faster, louder, softer, not at all, not now, or read the amounts out."""

    manner: Manner


@dataclass(frozen=True, slots=True)
class Home:
    """The main menu."""


@dataclass(frozen=True, slots=True)
class Human:
    """A person, please (G14(1), G15(2))."""


@dataclass(frozen=True, slots=True)
class SignOut:
    """End the session at the bank."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing that fits; ``text`` is what was said or typed."""

    text: str


Act = (
    Request
    | Inform
    | Answer
    | Select
    | Change
    | Affirm
    | Negate
    | Cancel
    | Back
    | More
    | Repeat
    | Help
    | Choices
    | Why
    | Spell
    | Cost
    | Keypad
    | OpenSettings
    | Resume
    | Adjust
    | Home
    | Human
    | SignOut
    | NotUnderstood
)


class Mode(StrEnum):
    """How an act came in; EMMA's ``emma:mode``."""

    SCREEN = "screen"
    CHAT = "chat"
    VOICE = "voice"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One reading of one input: EMMA's interpretation with mode and confidence (0 to 1).

    ``rival``: the opposite, which it may nearly as well have been; it is asked which was meant.
    """

    act: Act
    text: str = ""
    mode: Mode = Mode.SCREEN
    confidence: float = 1.0
    rival: Act | None = None
