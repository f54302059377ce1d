"""Discretion: may amounts be spoken now? The customer's setting, the headphones, and a question once a session."""

from __future__ import annotations

from collections.abc import Callable
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

    def look_now(self) -> None:
        """Find out anew, and wait for it a moment; what is not known by then is not known."""
        ...

    def watch(self, gone: Callable[[], object]) -> Callable[[], None]:
        """Call ``gone`` once, on any thread, when they are not worn any more; what is given back ends that."""
        ...


class UnknownHeadphones:
    """For platforms that do not tell."""

    worn: bool | None = None

    def look(self) -> None:
        """Nobody to ask."""

    def look_now(self) -> None:
        """Nobody to ask."""

    def watch(self, gone: Callable[[], object]) -> Callable[[], None]:
        """They are never known to be worn, so nothing is ever said that depends on them."""
        return lambda: None


class Amounts(Enum):
    """What to do with a sentence that has an amount in it. PRIVATELY: speak it as long as the headphones are worn."""

    SPEAK = auto()
    PRIVATELY = auto()
    ASK = auto()
    HIDE = auto()


class Discretion:
    """Decides; asked before each sentence that names an amount, by the conversation as by the built-in reader."""

    def __init__(self, headphones: Headphones) -> None:
        self.headphones = headphones
        self._settings = VoiceSettings()
        self._agreed: bool | None = None
        self._revealed = False
        self.sessions = 0
        """How many have ended: what was agreed in them holds no more."""

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings; they hold from the next sentence on."""
        self._settings = settings

    def forget(self) -> None:
        """Another session: whoever listens now is asked again."""
        self._agreed, self._revealed = None, False
        self.sessions += 1

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
        """For the sentence of the moment in the conversation; a revelation is used up by it."""
        revealed, self._revealed = self._revealed, False
        return self.judge(revealed=revealed)

    def judge(self, *, revealed: bool = False) -> Amounts:
        """For a sentence of anybody; ``revealed``: the customer wants to hear this one.

        Headphones count as they are now, not as they were: where they matter it is found out first.
        """
        chosen = self._settings.speak_amounts
        if chosen is SpeakAmounts.NEVER:
            return Amounts.HIDE
        always = chosen is SpeakAmounts.ALWAYS
        if always and (self._agreed or (self._agreed is None and not self._settings.ask_before_amounts)):
            return Amounts.SPEAK
        if chosen is SpeakAmounts.REQUEST and not revealed:
            return Amounts.HIDE
        self.headphones.look_now()
        if self.headphones.worn:
            return Amounts.PRIVATELY
        if revealed:
            return Amounts.SPEAK
        return Amounts.ASK if always and self._agreed is None else Amounts.HIDE
