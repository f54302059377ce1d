"""VoiceControl: the conversation by voice; begun with one key, it speaks, listens and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.dialogue.discretion import Headphones, UnknownHeadphones
from app.dialogue.halting import Halting
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.shown import Shown
from app.dialogue.speaking import Speaking
from app.dialogue.troubles import DEAF, Troubles
from app.dialogue.turn_taking import TurnTaking
from app.dialogue.vocabulary import Listening as Wanted
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_state import Pipeline, Post, StateListener, VoiceKind, VoiceState, Wishes
from app.flows.acts import Adjust, Interpretation, Manner, Mode, NotUnderstood, Repeat
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.words import Form, Words
from voice import events
from voice.end_pause import EndPause
from voice.settings import Talk, VoiceSettings
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
        spell_out: Callable[[Wanted], Sequence[str] | None],
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
        self._interaction = interaction
        self._dialogue = dialogue
        self._vocabulary = vocabulary
        self._spell_out = spell_out
        self._words = words
        self._between = "" if words.lang.startswith("zh") else " "
        self._shown = Shown(words)
        self._settings = VoiceSettings()
        self._speaking = Speaking(words, headphones or UnknownHeadphones(), wishes)
        begins = lambda text: vocabulary.cut_off(text, dialogue.view)  # noqa: E731
        keep = wishes.wait if wishes is not None else lambda seconds: None
        self._halting = Halting(EndPause(self._settings.end_silence), dialogue.is_whole, begins, keep)
        self._on = False
        self._dozing = self._key_down = False
        self._deaf = self._parting = False
        self._before: list[str] = []
        self._below = ""
        self._troubles = Troubles(words)
        self.others_read: Callable[[], bool] = lambda: False
        """Does a reader, ours or the platform's, read what is shown while no conversation goes on?"""
        self._turns = TurnTaking(interaction)
        self._make_pipeline = make_pipeline
        self._post = post
        self._made: Pipeline | None = None
        self.warm_up = warm_up
        self._lacks = lacks
        dialogue.listen(self._on_turn)
        dialogue.on_forget(self._forget)
        interaction.listen(self._on_view)

    @property
    def state(self) -> VoiceState:
        """What the voice is doing now."""
        return self._shown.state

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
        return self._settings.talk is Talk.HOLD

    @property
    def conversing(self) -> bool:
        """True from the first press of the key until it is ended or rests."""
        return self._on

    @property
    def engaged(self) -> bool:
        """True while it converses, and until its last words have been said."""
        return self._on or self._parting

    def listen(self, listener: StateListener) -> None:
        """Tell ``listener`` of each change of state."""
        self._shown.listen(listener)

    def apply(self, settings: VoiceSettings) -> None:
        """Other settings, in force at once."""
        held, self._settings = self.holds, settings
        if self.holds is not held:
            self._shown.again()
        self._deaf = False
        self._speaking.apply(settings)
        self._turns.apply(settings)
        self._halting.pause.set(settings.end_silence)
        if self._made is not None:
            self._tune(self._made)
        self._doze()

    def talk_pressed(self) -> None:
        """The talk key goes down: as the customer has chosen, it begins a turn or is held for it."""
        if not self.holds:
            self._take_turn()
            return
        if self._key_down:
            return  # keys repeat while they are held
        self._key_down = True
        self._on = True
        self._begin_turn()
        if not self._dialogue.view.asks_secret:
            self._listen(barge_in=True)

    def talk_released(self) -> None:
        """The talk key comes up: what was said while it was held is taken."""
        if self._key_down and self._made is not None:
            self._made.stop_listening()
        self._key_down = False

    def key_pressed(self) -> None:
        """Any key stops the voice; it is the customer's turn then."""
        if self._on and self._shown.state.kind is VoiceKind.SPEAKING:
            self._pipeline.stop_speaking()
            if self._turns.listens_by_itself:
                self._listen(barge_in=True)

    def toggle_listening(self) -> None:
        """One press: begins the conversation, cuts in while it speaks, ends listening while it listens.

        For whoever has chosen to hold the key and cannot hold the button (a switch, a reader's own press), the
        first press is the key going down and the next one the key coming up.
        """
        if not self.holds:
            self._take_turn()
            return
        listening = self._shown.state.kind is VoiceKind.LISTENING and not self._dozing
        self.talk_released()
        if not listening:
            self.talk_pressed()

    def _take_turn(self) -> None:
        if self._shown.state.kind is VoiceKind.LISTENING and not self._dozing:
            self._pipeline.stop_listening()
            return
        first, self._on, self._dozing = not self._on, True, False
        self._begin_turn()
        if first or self._dialogue.view.asks_secret:
            self._say_again()
        else:
            self._listen(barge_in=True)

    def _begin_turn(self) -> None:
        """The key was pressed: what did not work is tried again, and told again when it still does not."""
        self._turns.answered()
        self._deaf = False
        self._troubles.forget()

    def stop(self) -> None:
        """Silence at once; the conversation is off until the key is pressed again."""
        self._on = False
        self._speaking.drop()
        self._halting.forget()
        if self._made is None:
            return
        self._made.stop_speaking()
        self._made.stop_listening(discard=True)
        self._shown.show(kind=VoiceKind.IDLE)
        self._doze()

    def close(self) -> None:
        """End the pipeline."""
        self._on = self._dozing = False
        if self._made is not None:
            self._made.close()

    # -- speaking --------------------------------------------------------------------------------------

    @property
    def _pipeline(self) -> Pipeline:
        """Made with the first press of the key: a window that opens does not wait for sound."""
        if self._made is None:
            self._made = self._make_pipeline(lambda event: self._post(lambda: self._on_event(event)))
            self._tune(self._made)
        return self._made

    def _tune(self, pipeline: Pipeline) -> None:
        self._speaking.tune(pipeline, self._halting.pause.seconds, secret=self._dialogue.view.asks_secret)

    def _say_again(self) -> None:
        """Begin by saying where we are, in words of the present moment."""
        self._interaction.handle(Interpretation(Repeat(), "", Mode.VOICE))

    def _forget(self) -> None:
        """The session at the bank is over: what was heard in it goes, and others may listen to the next."""
        self._speaking.forget()
        self._shown.show(caption="", heard="")

    def _on_view(self, view: View) -> None:
        """However a secret is asked for, by voice or by hand: the microphone is off all that time (SEC-10)."""
        if self._made is not None and view.asks_secret:
            self._made.barge_in = False
            self._made.stop_listening(discard=True)
        if self._dozing and view.takes_secret:
            self._dozing = False
            self._pipeline.stop_listening(discard=True)
        elif self._resting and not self._dozing:
            self._doze()

    @property
    def _resting(self) -> bool:
        """Neither talking nor being talked to, so that the wake phrase may be listened for."""
        return not self.engaged and self._shown.state.kind is VoiceKind.IDLE

    def _on_turn(self, turn: Turn) -> None:
        if turn.who == "customer":
            if turn.mode is Mode.VOICE:
                self._shown.show(heard=turn.message.screen, kind=VoiceKind.THINKING)
            return
        self._halting.forget()
        if isinstance(turn.about, Adjust):
            self._speaking.adjust(turn.about.manner, self._made)
        if not self._on:
            return
        self._pipeline.stop_speaking()
        self._pipeline.stop_listening(discard=True)
        if isinstance(turn.about, Adjust) and turn.about.manner is Manner.QUIET:
            self.stop()
            self._shown.show(caption=turn.message.screen)
            return
        self._say(self._speaking.words_for(turn))

    def _say(self, text: str) -> None:
        text = " ".join((*self._before, text)).strip()
        self._before.clear()
        self._tune(self._pipeline)
        self._pipeline.say(text, self._words.lang)

    def _rest(self, text: str) -> None:
        """Say a last word; the conversation is over until the key is pressed."""
        self._on, self._dozing, self._parting = False, False, True
        self._say(text)

    # -- hearing ---------------------------------------------------------------------------------------

    def _on_event(self, event: events.VoiceEvent) -> None:
        match event:
            case events.SpeakingStarted(text):
                below, self._below = self._below, ""
                self._shown.show(kind=VoiceKind.SPEAKING, caption="\n".join(filter(None, (text, below))), said=(0, 0))
            case events.SpeakingAt(text, start, end) if self._shown.state.caption.startswith(text):
                self._shown.show(said=(start, end))
            case events.SpeakingEnded(completed=completed):
                self._shown.show(kind=VoiceKind.IDLE, said=(0, 0))
                self._parting = False
                if completed and self._on and self._turns.listens_by_itself:
                    self._listen()
                elif completed:
                    self._doze()
            case events.BargedIn():
                if self._on and self._turns.open:
                    self._listen(barge_in=True)
                else:
                    self._pipeline.stop_listening(discard=True)
            case events.Listening():
                if not self._dozing:
                    self._shown.show(kind=VoiceKind.LISTENING, heard="")
            case events.StillListening(partial):
                if not self._dozing:
                    self._shown.show(heard=partial)
            case Heard() as heard:
                self._on_heard(heard)
            case events.HeardNothing(reason):
                self._on_nothing(reason)
            case events.Trouble() as trouble:
                self.report(trouble)

    def _listen(self, *, barge_in: bool = False) -> None:
        self._dozing = False
        asking = self._speaking.asking
        wanted = self._vocabulary.yes_or_no() if asking else self._vocabulary.now(self._dialogue.view)
        self._tune(self._pipeline)
        self._pipeline.listen(self._spell_out(wanted), barge_in=barge_in)

    def _doze(self) -> None:
        """While the conversation rests, the wake phrase alone is listened for, when the customer wants that."""
        if self._dozing and not self._settings.wake_phrase:
            self._dozing = False
            self._pipeline.stop_listening(discard=True)
        if self._on or self._deaf or not self._settings.wake_phrase or self._dialogue.view.takes_secret:
            return
        self._dozing = True
        self._pipeline.patience = None
        self._pipeline.listen(self._spell_out(self._vocabulary.wake), cue=False)

    def _on_heard(self, heard: Heard) -> None:
        if self._dozing:
            self._dozing = False
            if heard.text in self._vocabulary.wake.sentences:
                self._take_turn()
            else:
                self._doze()
            return
        self._turns.answered()
        if self._dialogue.view.asks_secret:
            self._dialogue.say("", Mode.VOICE)
            return
        self._shown.show(kind=VoiceKind.THINKING, heard=heard.text)
        if self._speaking.asking:
            self._on_reply(heard)
            return
        whole = self._halting.take(heard, self._between)
        if whole is None:
            self._listen()
        else:
            self._dialogue.hear(whole)

    def _on_reply(self, heard: Heard) -> None:
        """Something was said while it is open whether amounts may be spoken: what is said anywhere works here too."""
        reply = self._speaking.reply(self._dialogue.meaning(heard.text))
        if reply is None:
            self._dialogue.hear(heard)
        else:
            self._say(reply)

    def _on_nothing(self, reason: str) -> None:
        if self._dozing:
            if reason != "interrupted":
                self._doze()
            return
        self._shown.show(kind=VoiceKind.IDLE)
        if reason == "interrupted" or not self._on:
            return
        begun = self._halting.give_up(self._between)
        if begun is not None:
            self._dialogue.hear(begun)
        elif self._speaking.asking:
            self._say(self._speaking.unanswered())
        elif reason == "unknown":
            self._interaction.handle(Interpretation(NotUnderstood(""), "", Mode.VOICE))
        elif self._turns.unanswered():
            self._rest(self._words.text("voice-rest", form=Form.SPEECH))

    def report(self, trouble: events.Trouble) -> None:
        """Something does not work: it is told in text, and aloud where it is about hearing.

        Who cannot be heard any more has keyboard and chat (SET-11), and must be told so by ear as well.
        """
        was_on, deaf = self._on, trouble.code in DEAF
        spoken, said = self._troubles.words_for(trouble), self._troubles.note(trouble)
        if deaf:
            self._on = self._dozing = False
            self._deaf = True
            self._shown.show(kind=VoiceKind.IDLE)
        if spoken and deaf and not said and (was_on or (self._made is not None and not self.others_read())):
            self._below = self._shown.state.caption
            self._rest(spoken)
        elif not (spoken and said):
            self._shown.tell(trouble)
            self._tell_soon(trouble, "" if deaf else spoken)

    def _tell_soon(self, trouble: events.Trouble, spoken: str) -> None:
        """With the next words; but names that cannot be heard are named before somebody says one."""
        if spoken:
            self._before.append(spoken)
        if trouble.code == "unsayable" and self._on and self._turns.listens_by_itself and not self._key_down:
            self._pipeline.stop_listening(discard=True)
            self._say("")
