"""Speaking: how the voice is set, and which words of a turn it may say aloud."""

from __future__ import annotations

from dataclasses import replace

from app.dialogue.discretion import Amounts, Discretion, Headphones
from app.dialogue.manager import Turn
from app.dialogue.plain_acts import PLAIN_ACTS
from app.dialogue.privately import Privately
from app.dialogue.voice_state import Pipeline, Wishes
from app.flows.acts import Act, Affirm, Help, Manner, More, Negate, Repeat, Why
from app.words import Form, Words
from voice.settings import BargeIn, Talk, VoiceSettings

SLOWEST, FASTEST = 0.4, 4.0
SOFTEST, LOUDEST = 0.2, 3.0
"""Limits of pace and loudness, as factors."""

_PACE = {Manner.SLOWER: 0.8, Manner.FASTER: 1.25}
_LOUDNESS = {Manner.LOUDER: 1.4, Manner.SOFTER: 0.7}
_GLOBAL = tuple({type(act) for act in PLAIN_ACTS.values()})


class Speaking:
    """Keeps a turn with amounts in it until it is known whether they may be spoken."""

    def __init__(self, words: Words, headphones: Headphones, wishes: Wishes | None = None) -> None:
        self._words = words
        self._headphones = headphones
        self._wishes = wishes
        self.discretion = Discretion(headphones)
        self.privately = Privately(headphones)
        self._settings = VoiceSettings()
        self._held: Turn | None = None

    @property
    def asking(self) -> bool:
        """Is the question open whether amounts may be spoken?"""
        return self._held is not None

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings; they hold from the next sentence on."""
        self._settings = settings
        self.discretion.apply(settings)

    def forget(self) -> None:
        """Another session begins, perhaps with others in the room."""
        self.discretion.forget()
        self.drop()

    def drop(self) -> None:
        """The turn that was kept is not to be said any more."""
        self._held = None
        self.privately.forget()

    def tune(self, pipeline: Pipeline, end_silence: float, *, secret: bool) -> None:
        """Set the pipeline as the customer wants it; ``end_silence`` in seconds.

        ``secret``: one is asked for, so that nothing opens the microphone, not even to be interrupted (SEC-10).
        Where the talk key is held to speak nothing else opens it either: the key itself stops the voice.
        """
        self._headphones.look()
        chosen = self._settings.barge_in
        alone = chosen is BargeIn.HEADPHONES and self._headphones.worn is True
        pipeline.end_silence = end_silence
        pipeline.patience = self._settings.patience or None
        by_key = self._settings.talk is Talk.HOLD
        pipeline.barge_in = not (secret or by_key) and (chosen is BargeIn.ALWAYS or alone)

    def adjust(self, manner: Manner, pipeline: Pipeline | None) -> None:
        """Slower, louder… hold for what is said from now on, and where there are settings for longer."""
        if manner is Manner.AMOUNTS:
            self.discretion.reveal()
        elif self._wishes is not None:
            self._wishes.adjust(manner)
        elif pipeline is not None:
            pipeline.rate = min(FASTEST, max(SLOWEST, pipeline.rate * _PACE.get(manner, 1.0)))
            pipeline.volume = min(LOUDEST, max(SOFTEST, pipeline.volume * _LOUDNESS.get(manner, 1.0)))

    def words_for(self, turn: Turn) -> str:
        """What to say of a turn: all of it, the question before it, or all but its amounts."""
        self.drop()
        verdict = self.discretion.verdict() if turn.has_amounts else Amounts.SPEAK
        if verdict is Amounts.ASK:
            self._held = _without_aside(turn)
            return f"{turn.aside} {self._question()}".strip()
        if verdict is Amounts.PRIVATELY:
            self.privately.meant(turn, turn.message.speech)
        if verdict in (Amounts.SPEAK, Amounts.PRIVATELY):
            return turn.message.speech
        hint = "voice-amounts-hidden" if self.discretion.can_reveal else "voice-amounts-never"
        return f"{turn.discreet} {self._words.text(hint, Form.SPEECH)}"

    def words_left(self, turn: Turn, left: str) -> str:
        """What to say of a turn that was broken off: what was ``left`` of it, if all of it may be said as it was.

        The headphones may have gone since: then it is what may be said without them.
        """
        words = self.words_for(turn)
        if not words.endswith(left):
            return words
        self.privately.shorten(left)
        return left

    def reply(self, act: Act | None) -> str | None:
        """What to say to this while the question is open; None: it is meant for the dialogue, as at any moment.

        Nothing of a list has been read yet, so that going on with it would leave lines out.
        """
        if isinstance(act, Repeat | More):
            return self._question()
        if isinstance(act, Help | Why):
            return f"{self._words.text('voice-private-help', Form.SPEECH)} {self._question()}"
        if isinstance(act, Affirm | Negate) or not isinstance(act, _GLOBAL):
            return self._answered(isinstance(act, Affirm))
        return None

    def unanswered(self) -> str:
        """What to say when nobody answers: without a plain Yes amounts stay unspoken."""
        return self._answered(False)

    def _question(self) -> str:
        return self._words.text("voice-private-ask", Form.SPEECH)

    def _answered(self, yes: bool) -> str:
        held, self._held = self._held, None
        self.discretion.answered(yes)
        return self.words_for(held) if held is not None else ""


def _without_aside(turn: Turn) -> Turn:
    """The turn without what is said before the question, so that it is not said twice."""
    message, discreet = turn.message, turn.discreet
    if not (message.speech.startswith(turn.aside) and discreet.startswith(turn.aside)):
        return turn
    rest = replace(message, speech=message.speech.removeprefix(turn.aside).strip())
    return replace(turn, message=rest, discreet=discreet.removeprefix(turn.aside).strip())
