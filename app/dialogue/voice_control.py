"""VoiceControl: the conversation by voice; begun with one key, it speaks, listens and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable

from app.dialogue.broken_off import BrokenOff
from app.dialogue.discretion import Discretion, Headphones, UnknownHeadphones
from app.dialogue.dozing import Dozing, called
from app.dialogue.halting import Halting
from app.dialogue.line import Line, SpellOut
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.reception import Reception
from app.dialogue.shown import Shown
from app.dialogue.speaking import Speaking
from app.dialogue.standing import Standing
from app.dialogue.talk_key import TalkKey
from app.dialogue.trouble_reports import TroubleReports
from app.dialogue.troubles import Troubles
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.typing_secret import TypingSecret
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_state import Pipeline, Post, StateListener, VoiceKind, VoiceState, Wishes
from app.flows.acts import Adjust, Manner, Mode
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.words import Form, Words
from voice import events
from voice.settings import VoiceSettings
from voice.stt.recogniser import Heard


class VoiceControl:
    """Joins the dialogue to a voice pipeline. Lives on the owner's thread; ``post`` brings events there.

    While the conversation is on, every turn of the bank is spoken and after each question it listens. Where
    a secret is asked for it speaks but does not listen (SEC-10). Off, it never speaks: a screen reader has
    the word then (SPK-05); with a wake phrase it listens for that phrase alone.
    """

    def __init__(
        self,
        interaction: InteractionManager,
        dialogue: DialogueManager,
        vocabulary: Vocabulary,
        spell_out: SpellOut,
        words: Words,
        post: Post,
        make_pipeline: Callable[[Callable[[events.VoiceEvent], None]], Pipeline],
        warm_up: Callable[[], None] = lambda: None,
        headphones: Headphones | None = None,
        lacks: Callable[[], str] = lambda: "",
        wishes: Wishes | None = None,
    ) -> None:
        """``warm_up`` loads in the background what the first press of the key will need; ``lacks`` is the message
        that says why nothing can be heard, empty when it can (SET-11): everything else works all the same.
        ``wishes`` keeps what the customer says of the voice; without it that holds until the next start.
        """
        self._dialogue, self._words, self._vocabulary = dialogue, words, vocabulary
        self.warm_up, self._lacks = warm_up, lacks
        self._standing, self._shown = Standing(), Shown(words)
        self._turns = TurnTaking(interaction)
        self._speaking = Speaking(words, headphones or UnknownHeadphones(), wishes)
        self._speaking.privately.overheard, self._speaking.privately.post = self._on_overheard, post
        self._broken_off = BrokenOff(self._speaking)
        self._halting = Halting.of(dialogue, vocabulary, wishes)
        self._line = Line(
            lambda: make_pipeline(lambda event: post(lambda: self._on_event(event))),
            dialogue, self._speaking, vocabulary, spell_out, self._standing, self._halting.pause, words.lang,
        )  # fmt: skip
        self._dozing = Dozing(self._line, self._standing, self._shown)
        self._reception = Reception(
            interaction, dialogue, self._line, self._speaking, self._halting, self._turns, self._shown,
            self._broken_off, lambda: self._key.waits,
        )  # fmt: skip
        self._make_keys(interaction)
        dialogue.listen(self._on_turn)
        dialogue.on_forget(self._forget)
        interaction.listen(self._on_view)

    def _make_keys(self, interaction: InteractionManager) -> None:
        """What answers to keys, and what tells of troubles."""
        dialogue, words, troubles = self._dialogue, self._words, Troubles(self._words)
        self._reports = TroubleReports(self._line, self._standing, self._shown, self._turns, troubles)
        self._key = TalkKey(interaction, dialogue, self._line, self._standing, self._shown, self._turns, troubles)
        self._secrets = TypingSecret(dialogue, self._line, self._standing, self._shown, self._turns, words)

    @property
    def state(self) -> VoiceState:
        """What the voice is doing now."""
        return self._shown.state

    @property
    def discretion(self) -> Discretion:
        """Whether amounts may be spoken: what is answered here holds for whatever else speaks in this window."""
        return self._speaking.discretion

    @property
    def available(self) -> bool:
        """Is there a model that hears the language? One that is installed meanwhile counts at once."""
        return not self._lacks()

    @property
    def reason_id(self) -> str:
        """The message that says why there is none; empty when there is."""
        return self._lacks()

    @property
    def holds(self) -> bool:
        """Is the talk key, or its button, held while one speaks, by the customer's choice?"""
        return self._key.held

    @property
    def conversing(self) -> bool:
        """True from the first press of the key until it is ended or rests."""
        return self._standing.on

    @property
    def engaged(self) -> bool:
        """True while it converses, and until its last words have been said."""
        return self._standing.on or self._standing.parting

    def unless_read(self, others_read: Callable[[], bool]) -> None:
        """``others_read``: does a reader, ours or the platform's, read what is shown while nobody converses?"""
        self._reports.others_read = others_read

    def listen(self, listener: StateListener) -> None:
        """Tell ``listener`` of each change of state."""
        self._shown.listen(listener)

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings, in force at once."""
        self._key.apply(settings)
        self._standing.deaf = False
        self._speaking.apply(settings)
        self._turns.apply(settings)
        self._halting.pause.set(settings.end_silence)
        self._dozing.apply(settings)
        self._line.tune()
        self._doze()

    def talk_pressed(self) -> None:
        """The talk key goes down: as the customer has chosen, it begins a turn or is held for it."""
        if not self._secrets.refuses_key():
            self._key.down()

    def talk_released(self) -> None:
        """The talk key comes up: what was said while it was held is taken."""
        self._key.up()

    def toggle_listening(self) -> None:
        """One press: begins the conversation, cuts in while it speaks, ends listening while it listens.

        For whoever has chosen to hold the key and cannot hold the button (a switch, a reader's own press), the
        first press is the key going down and the next one the key coming up.
        """
        if not self._secrets.refuses_key():
            self._key.press()

    def typing_secret(self, on: bool) -> None:
        """The focus comes into a field for a secret, or leaves it: nothing is recognised there, whatever is asked."""
        self._secrets.focus(on)

    def key_pressed(self) -> None:
        """Any key, switch or touch goes down: it stops the voice, its last words too, and then does its own work."""
        if self.engaged and self._shown.state.kind is VoiceKind.SPEAKING:
            self._line.pipeline.stop_speaking()
            self._standing.cut = True

    def key_released(self) -> None:
        """It is up again and its work is done: where nothing has come of it, it is the customer's turn to speak."""
        cut, self._standing.cut = self._standing.cut, False
        if cut and self._standing.on and self._turns.listens_by_itself:
            self._line.listen()

    def stop(self) -> None:
        """Silence at once; the conversation is off until the key is pressed again."""
        self._standing.on = False
        self._speaking.drop()
        self._broken_off.forget()
        self._halting.forget()
        if self._line.made is None:
            return
        self._line.made.stop_speaking()
        self._line.made.stop_listening(discard=True)
        self._shown.show(kind=VoiceKind.IDLE)
        self._doze()

    def close(self) -> None:
        """End the pipeline."""
        self._standing.on = self._standing.dozing = False
        if self._line.made is not None:
            self._line.made.close()

    # -- what happens ----------------------------------------------------------------------------------

    def _doze(self) -> None:
        self._dozing.doze(self._dialogue.view)

    def _forget(self) -> None:
        """The session at the bank is over: what was heard in it goes, and others may listen to the next."""
        self._speaking.forget()
        self._broken_off.forget()
        self._shown.show(caption="", heard="")

    def _on_view(self, view: View) -> None:
        self._secrets.silence()
        self._dozing.follow(view)

    def _on_turn(self, turn: Turn) -> None:
        if turn.who == "customer":
            if turn.mode is Mode.VOICE:
                self._shown.show(heard=turn.message.screen, kind=VoiceKind.THINKING)
            return
        self._halting.forget()
        manner = turn.about.manner if isinstance(turn.about, Adjust) else None
        if manner is not None:
            self._speaking.adjust(manner, self._line.made)
        if not self._standing.on:
            return
        self._line.hush()
        if manner is Manner.QUIET:
            self.stop()
            self._shown.show(caption=turn.message.screen)
            return
        if manner is Manner.PAUSE:
            self._broken_off.pause()
        self._line.say(turn.aside if manner is Manner.PAUSE else self._broken_off.words_for(turn))

    def _on_event(self, event: events.VoiceEvent) -> None:
        match event:
            case events.SpeakingStarted(text):
                self._speaking.privately.started(text)
                self._broken_off.started(text)
                self._shown.speak(text)
            case events.SpeakingAt(text, start, end) if self._shown.state.caption.startswith(text):
                self._broken_off.reached(start)
                self._shown.show(said=(start, end))
            case events.SpeakingEnded(completed=completed):
                self._speaking.privately.ended()
                self._on_spoken(completed)
            case events.BargedIn():
                if self._standing.on and self._turns.open and self._key.waits and not self._line.deafened:
                    self._line.listen(barge_in=True)
                else:
                    self._line.pipeline.stop_listening(discard=True)
            case events.Listening() if not self._standing.dozing:
                self._shown.show(kind=VoiceKind.LISTENING, heard="")
            case events.StillListening(partial) if not (self._standing.dozing or self._line.deafened):
                self._shown.show(heard=partial)
            case Heard() as heard:
                self._on_heard(heard)
            case events.HeardNothing(reason):
                self._on_nothing(reason)
            case events.Trouble() as trouble:
                self._key.troubled(trouble.code)
                self.report(trouble)

    def _on_overheard(self, turn: Turn) -> None:
        """The headphones went away in the middle of an amount: silence, then what may be said without them."""
        self._line.hush()
        if self._standing.on:
            self._line.say(self._broken_off.words_for(turn))

    def _on_spoken(self, completed: bool) -> None:
        self._shown.show(kind=VoiceKind.IDLE, said=(0, 0))
        if completed:
            self._broken_off.completed()
        over, self._standing.parting = completed or self._standing.parting, False
        if completed and self._standing.on and self._turns.listens_by_itself:
            self._line.listen()
        elif over:
            self._doze()

    def _on_heard(self, heard: Heard) -> None:
        if self._secrets.by_focus:
            return  # it was on its way when the focus came into the field
        if not self._standing.dozing:
            self._reception.take(heard)
            return
        self._standing.dozing = False
        if called(heard, self._vocabulary.wake.sentences):
            self._key.take_turn()
        else:
            self._doze()

    def _on_nothing(self, reason: str) -> None:
        interrupted = reason == "interrupted"
        if self._standing.dozing:
            if not interrupted:
                self._doze()
            return
        self._shown.show(kind=VoiceKind.IDLE)
        if not interrupted and self._standing.on:
            rest = self._words.text("voice-rest", form=Form.SPEECH)
            self._reception.take_nothing(reason, lambda: self._line.part(rest))

    def report(self, trouble: events.Trouble) -> None:
        """Something does not work: it is told in text, and aloud where it is about hearing."""
        self._reports.report(trouble)
