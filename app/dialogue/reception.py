"""Reception: what becomes of what was heard in a conversation by voice, and of nothing heard at all."""

from __future__ import annotations

from collections.abc import Callable

from app.dialogue.broken_off import BrokenOff
from app.dialogue.halting import Halting
from app.dialogue.line import Line
from app.dialogue.manager import DialogueManager
from app.dialogue.shown import Shown
from app.dialogue.speaking import Speaking
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.voice_state import VoiceKind
from app.flows.acts import Interpretation, Mode, More, NotUnderstood
from app.flows.interaction import InteractionManager
from voice.stt.recogniser import Heard


class Reception:
    """Puts cut-off sentences together, and leads to the dialogue or to the voice's own question."""

    def __init__(
        self,
        interaction: InteractionManager,
        dialogue: DialogueManager,
        line: Line,
        speaking: Speaking,
        halting: Halting,
        turns: TurnTaking,
        shown: Shown,
        broken_off: BrokenOff,
        waits: Callable[[], bool],
    ) -> None:
        """``waits``: may more of a sentence come without another press of the key?"""
        self._interaction = interaction
        self._dialogue = dialogue
        self._line = line
        self._speaking = speaking
        self._halting = halting
        self._turns = turns
        self._shown = shown
        self._broken_off = broken_off
        self._waits = waits
        dialogue.go_on = self._go_on

    def take(self, heard: Heard) -> None:
        """Somebody has said something."""
        self._turns.answered()
        if self._dialogue.view.asks_secret:
            self._dialogue.say("", Mode.VOICE)
            return
        self._shown.show(kind=VoiceKind.THINKING, heard=heard.text)
        if self._speaking.asking:
            self._reply(heard)
            return
        if isinstance(self._dialogue.meaning(heard.text), More) and self._go_on():
            return
        whole = self._halting.take(heard, ended=not self._waits())
        if whole is None:
            self._line.listen()
        else:
            self._dialogue.hear(whole)

    def _go_on(self) -> bool:
        """After a pause, spoken or typed: what was not heard, or the question of the voice's own that is open."""
        if not self._line.on:
            return False
        left = self._broken_off.go_on()
        if not left and self._broken_off.waits and self._speaking.asking:
            left = self._speaking.reply(More()) or ""
        if left:
            self._line.hush()
            self._line.say(left)
        return bool(left)

    def _reply(self, heard: Heard) -> None:
        """Something was said while it is open whether amounts may be spoken: what is said anywhere works here too."""
        reply = self._speaking.reply(self._dialogue.meaning(heard.text))
        if reply is None:
            self._dialogue.hear(heard)
        else:
            self._broken_off.forget()
            self._line.say(reply)

    def take_nothing(self, reason: str, rest: Callable[[], None]) -> None:
        """Nobody spoke, or nobody was understood; ``rest`` is called when it is time to stop asking."""
        begun = self._halting.give_up()
        if begun is not None:
            self._dialogue.hear(begun)
        elif self._speaking.asking:
            self._line.say(self._speaking.unanswered())
        elif reason == "unknown":
            self._interaction.handle(Interpretation(NotUnderstood(""), "", Mode.VOICE))
        elif self._turns.unanswered(quietly=self._broken_off.waits):
            rest()
        elif self._broken_off.waits and self._turns.listens_by_itself:
            self._line.listen()
