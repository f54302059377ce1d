"""TalkKey: what the one key of the conversation does, and the key that is held while one speaks."""

from __future__ import annotations

from app.dialogue.line import Line
from app.dialogue.manager import DialogueManager
from app.dialogue.shown import Shown
from app.dialogue.standing import Standing
from app.dialogue.troubles import LISTENS_ON, Troubles
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.voice_state import VoiceKind
from app.flows.acts import Interpretation, Mode, Repeat
from app.flows.interaction import InteractionManager
from voice.settings import Talk, VoiceSettings


class TalkKey:
    """Begins the conversation, cuts in, ends listening; or, by the customer's choice, is held for each turn."""

    def __init__(
        self,
        interaction: InteractionManager,
        dialogue: DialogueManager,
        line: Line,
        standing: Standing,
        shown: Shown,
        turns: TurnTaking,
        troubles: Troubles,
    ) -> None:
        self._interaction = interaction
        self._dialogue = dialogue
        self._line = line
        self._standing = standing
        self._shown = shown
        self._turns = turns
        self._troubles = troubles
        self.held = False
        """Is the key to be held while one speaks?"""

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings; what the key means to the customer may have changed with them.

        What listens when the key is to be held from now on listens no longer.
        """
        held, self.held = self.held, settings.talk is Talk.HOLD
        if self.held is held:
            return
        if not self.waits and self._standing.on and self._line.made is not None:
            self._line.made.stop_listening(discard=True)
        self._shown.again()

    def down(self) -> None:
        """It goes down: as the customer has chosen, it begins a turn or is held for it."""
        if not self.held:
            self.take_turn()
            return
        if self._standing.key_down:
            return  # keys repeat while they are held
        self._standing.key_down = self._standing.on = True
        self._begin_turn()
        if not self._dialogue.view.asks_secret:
            self._line.listen(barge_in=True)

    def up(self) -> None:
        """It comes up: what was said while it was held is taken."""
        if self._standing.key_down and self._line.made is not None:
            self._line.made.stop_listening()
        self._standing.key_down = False

    def press(self) -> None:
        """One press; for a key to be held it goes down with this one and comes up with the next."""
        if not self.held:
            self.take_turn()
            return
        listening = self._listening
        self.up()
        if not listening:
            self.down()

    def take_turn(self) -> None:
        """It is the customer's turn: say where we are at first, then listen; while listening, that was all."""
        if self._listening:
            self._line.pipeline.stop_listening()
            return
        first, self._standing.on, self._standing.dozing = not self._standing.on, True, False
        self._begin_turn()
        if first or self._dialogue.view.asks_secret:
            self._interaction.handle(Interpretation(Repeat(), "", Mode.VOICE))
        else:
            self._line.listen(barge_in=True)

    def troubled(self, code: str) -> None:
        """Listening has ended without a result: the next press begins again, instead of ending what is over."""
        if self._listening and code not in LISTENS_ON:
            self._shown.show(kind=VoiceKind.IDLE)

    @property
    def waits(self) -> bool:
        """May more of a sentence come without another press? A key that was held and let go says that it is whole."""
        return not self.held or self._standing.key_down

    @property
    def _listening(self) -> bool:
        return self._shown.state.kind is VoiceKind.LISTENING and not self._standing.dozing

    def _begin_turn(self) -> None:
        """What did not work is tried again, and told again when it still does not."""
        self._turns.answered()
        self._standing.deaf = False
        self._troubles.forget()
