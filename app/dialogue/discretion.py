"""Discretion: may amounts be spoken now? The customer's setting, the headphones, and a question once a session."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from voice.settings import SpeakAmounts, VoiceSettings


class Headphones(Protocol):
    """Whether only the customer can hear the voice; None where the platform does not tell."""

    @property
    def worn(self) -> bool | None: ...

    def look(self) -> None:
        """Find out anew, without waiting for it."""
        ...


class UnknownHeadphones:
    """For platforms that do not tell."""

    worn: bool | None = None

    def look(self) -> None:
        """Nobody to ask."""


class Amounts(Enum):
    """What to do with a sentence that has an amount in it."""

    SPEAK = auto()
    ASK = auto()
    HIDE = auto()


class Discretion:
    """Decides; asked before each sentence that names an amount."""

    def __init__(self, headphones: Headphones) -> None:
        self._headphones = headphones
        self._settings = VoiceSettings()
        self._agreed: bool | None = None
        self._revealed = False

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings; they hold from the next sentence on."""
        self._settings = settings

    def forget(self) -> None:
        """Another session: whoever listens now is asked again."""
        self._agreed, self._revealed = None, False

    def answered(self, yes: bool) -> None:
        """The customer has said whether amounts may be spoken in this session."""
        self._agreed = yes

    def reveal(self) -> None:
        """The customer wants to hear the amounts of the next sentence."""
        self._revealed = True

    @property
    def can_reveal(self) -> bool:
        """Can what is hidden be asked for?"""
        return self._settings.speak_amounts is not SpeakAmounts.NEVER

    def verdict(self) -> Amounts:
        """For the sentence of the moment; a revelation is used up by it."""
        revealed, self._revealed = self._revealed, False
        chosen = self._settings.speak_amounts
        if chosen is SpeakAmounts.NEVER:
            return Amounts.HIDE
        if revealed or (self._headphones.worn and chosen is not SpeakAmounts.REQUEST):
            return Amounts.SPEAK
        if chosen is not SpeakAmounts.ALWAYS or self._agreed is False:
            return Amounts.HIDE
        if self._agreed is None and self._settings.ask_before_amounts:
            return Amounts.ASK
        return Amounts.SPEAK
