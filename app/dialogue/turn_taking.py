"""TurnTaking: when it is the customer's turn to speak, and what comes when nobody takes it."""

from __future__ import annotations

from app.flows.acts import Help, Interpretation, Keypad, Mode, Repeat
from app.flows.interaction import InteractionManager
from app.flows.view import View
from voice.settings import Talk, VoiceSettings

SILENCES_BEFORE_REST = 3
"""Nobody answers: the question in other words, then help, then the voice rests; nothing is lost."""


class TurnTaking:
    """Counts the questions that nobody answered."""

    def __init__(self, interaction: InteractionManager) -> None:
        self._interaction = interaction
        self._settings = VoiceSettings()
        self._silences = 0

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings, in force at once."""
        self._settings = settings

    @property
    def open(self) -> bool:
        """May the customer speak? Not while a secret, or what was asked for the keyboard, is typed."""
        view: View = self._interaction.view
        typing = view.came_from is not None and isinstance(view.came_from.act, Keypad)
        return not view.busy and not view.asks_secret and not typing

    @property
    def listens_by_itself(self) -> bool:
        """After each question, without a key, when the customer wants it so."""
        return self.open and self._settings.open_dialogue and self._settings.talk is Talk.TOGGLE

    def answered(self) -> None:
        """Somebody has spoken, or pressed the key."""
        self._silences = 0

    def unanswered(self, *, quietly: bool = False) -> bool:
        """Nobody has: asks in other words, then helps; True when it is time to rest. ``quietly``: asks nothing."""
        self._silences += 1
        view = self._interaction.view
        if self._silences >= SILENCES_BEFORE_REST:
            return True
        if quietly:
            return False
        if self._silences > 1:
            self._interaction.handle(Interpretation(Help(), "", Mode.VOICE))
        elif view.doubt is not None or view.offers:
            self._interaction.handle(Interpretation(Repeat(), "", Mode.VOICE))
        else:
            self._interaction.remind("again")
        return False
