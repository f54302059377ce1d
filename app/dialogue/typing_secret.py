"""TypingSecret: where a secret is asked for or typed the microphone is off, whatever else is going on (SEC-10)."""

from __future__ import annotations

from app.dialogue.line import Line
from app.dialogue.manager import DialogueManager
from app.dialogue.shown import Shown
from app.dialogue.standing import Standing
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.voice_state import VoiceKind
from app.words import Form, Words


class TypingSecret:
    """Follows the question of the moment, and the focus: the page of the sign-in has the password beside the number."""

    def __init__(
        self, dialogue: DialogueManager, line: Line, standing: Standing, shown: Shown, turns: TurnTaking, words: Words
    ) -> None:
        self._dialogue, self._line, self._standing = dialogue, line, standing
        self._shown, self._turns, self._words = shown, turns, words

    def focus(self, on: bool) -> None:
        """The focus has come into a field for a secret, or has left it: then what was asked for may be spoken again."""
        self._standing.secret = on
        self.silence()
        if not on and self._standing.on and self._shown.state.kind is VoiceKind.IDLE and self._turns.listens_by_itself:
            self._line.listen()

    def silence(self) -> None:
        """Switch off what listens, if it must not."""
        made = self._line.made
        if made is None or not self._line.deafened:
            return
        made.barge_in = False
        made.stop_listening(discard=True)
        if self._shown.state.kind is VoiceKind.LISTENING:
            self._shown.show(kind=VoiceKind.IDLE, heard="")

    @property
    def by_focus(self) -> bool:
        """Is it the focus alone that forbids it, while something else is asked for?"""
        return self._line.deafened and not self._dialogue.view.asks_secret

    def refuses_key(self) -> bool:
        """The talk key does not listen there, and it is said why."""
        if not self.by_focus:
            return False
        self._line.hush()
        words = self._words.text("problem-type_secret", form=Form.SPEECH)
        (self._line.say if self._standing.on else self._line.part)(words)
        return True
