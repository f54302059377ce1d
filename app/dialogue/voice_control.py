"""VoiceControl: the conversation by voice; begun with one key, it speaks, listens and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.vocabulary import Listening as Wanted
from app.dialogue.vocabulary import Vocabulary
from app.flows.acts import Help, Interpretation, Mode, NotUnderstood, Repeat
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.words import Form, Words
from voice.events import HeardNothing, Listening, SpeakingEnded, SpeakingStarted, StillListening, Trouble, VoiceEvent
from voice.stt.recogniser import Heard

SILENCES_BEFORE_REST = 2
"""After so many questions in a row that nobody answered, the voice rests; nothing is lost."""


class VoiceKind(StrEnum):
    """What the voice is doing."""

    OFF = "off"
    IDLE = "idle"
    LISTENING = "listening"
    THINKING = "thinking"
    SPEAKING = "speaking"


@dataclass(frozen=True, slots=True)
class VoiceState:
    """What to show of the voice: what it does, what it says now, what was heard last."""

    kind: VoiceKind = VoiceKind.IDLE
    caption: str = ""
    heard: str = ""


class Pipeline(Protocol):
    """The part of :class:`voice.pipeline.VoicePipeline` that a conversation needs."""

    def say(self, text: str, lang: str) -> None: ...

    def stop_speaking(self) -> None: ...

    def listen(self, phrases: Sequence[str] | None = None, *, barge_in: bool = False) -> None: ...

    def stop_listening(self, *, discard: bool = False) -> None: ...

    def close(self) -> None: ...


StateListener = Callable[[VoiceState], None]
Post = Callable[[Callable[[], None]], None]


class VoiceControl:
    """Joins the dialogue to a voice pipeline. Lives on the owner's thread; ``post`` brings events there.

    While the conversation is on, every turn of the bank is spoken and after each question it listens. Where
    a secret is asked for it speaks but does not listen (SEC-10). Off, it never speaks: a screen reader has
    the word then (SPK-05).
    """

    available = True
    reason_id = ""

    def __init__(
        self,
        interaction: InteractionManager,
        dialogue: DialogueManager,
        vocabulary: Vocabulary,
        spell_out: Callable[[Wanted], Sequence[str] | None],
        words: Words,
        post: Post,
        make_pipeline: Callable[[Callable[[VoiceEvent], None]], Pipeline],
        warm_up: Callable[[], None] = lambda: None,
    ) -> None:
        """``warm_up`` loads in the background what the first press of the key will need."""
        self._interaction = interaction
        self._dialogue = dialogue
        self._vocabulary = vocabulary
        self._spell_out = spell_out
        self._words = words
        self._listeners: list[StateListener] = []
        self._state = VoiceState()
        self._on = False
        self._silences = 0
        self._make_pipeline = make_pipeline
        self._post = post
        self._made: Pipeline | None = None
        self.warm_up = warm_up
        dialogue.listen(self._on_turn)

    @property
    def state(self) -> VoiceState:
        """What the voice is doing now."""
        return self._state

    @property
    def conversing(self) -> bool:
        """True from the first press of the key until it is ended or rests."""
        return self._on

    def listen(self, listener: StateListener) -> None:
        """Tell ``listener`` of each change of state."""
        self._listeners.append(listener)

    def toggle_listening(self) -> None:
        """The one key: begins the conversation, cuts in while it speaks, ends listening while it listens."""
        if self._state.kind is VoiceKind.LISTENING:
            self._pipeline.stop_listening()
            return
        first, self._on, self._silences = not self._on, True, 0
        if first:
            self._say_again()
        elif not self._dialogue.view.asks_secret:
            self._listen(barge_in=True)
        else:
            self._say_again()

    def stop(self) -> None:
        """Silence at once; the conversation is off until the key is pressed again."""
        self._on = False
        if self._made is None:
            return
        self._pipeline.stop_speaking()
        self._pipeline.stop_listening(discard=True)
        self._show(replace(self._state, kind=VoiceKind.IDLE))

    def close(self) -> None:
        """End the pipeline."""
        self._on = False
        if self._made is not None:
            self._made.close()

    @property
    def _pipeline(self) -> Pipeline:
        """Made with the first press of the key: a window that opens does not wait for sound."""
        if self._made is None:
            self._made = self._make_pipeline(lambda event: self._post(lambda: self._on_event(event)))
        return self._made

    def _say_again(self) -> None:
        """Begin by saying where we are, in words of the present moment."""
        self._interaction.handle(Interpretation(Repeat(), "", Mode.VOICE))

    def _on_turn(self, turn: Turn) -> None:
        if turn.who == "customer":
            if turn.mode is Mode.VOICE:
                self._show(replace(self._state, heard=turn.message.screen, kind=VoiceKind.THINKING))
            return
        if not self._on:
            return
        self._pipeline.stop_speaking()
        self._pipeline.stop_listening(discard=True)
        self._pipeline.say(turn.message.speech, self._words.lang)

    def _on_event(self, event: VoiceEvent) -> None:
        match event:
            case SpeakingStarted(text):
                self._show(replace(self._state, kind=VoiceKind.SPEAKING, caption=text))
            case SpeakingEnded(completed=completed):
                self._show(replace(self._state, kind=VoiceKind.IDLE))
                if completed and self._on and self._waits(self._dialogue.view):
                    self._listen()
            case Listening():
                self._show(replace(self._state, kind=VoiceKind.LISTENING, heard=""))
            case StillListening(partial):
                self._show(replace(self._state, heard=partial))
            case Heard() as heard:
                self._on_heard(heard)
            case HeardNothing(reason):
                self._on_nothing(reason)
            case Trouble(code):
                self._on_trouble(code)

    def _waits(self, view: View) -> bool:
        """Is it the customer's turn to speak?"""
        return not view.busy and not view.asks_secret

    def _listen(self, *, barge_in: bool = False) -> None:
        wanted = self._vocabulary.now(self._dialogue.view)
        self._pipeline.listen(self._spell_out(wanted), barge_in=barge_in)

    def _on_heard(self, heard: Heard) -> None:
        self._silences = 0
        self._show(replace(self._state, kind=VoiceKind.THINKING, heard=heard.text))
        if self._dialogue.view.asks_secret:
            self._dialogue.say("", Mode.VOICE)
            return
        self._dialogue.hear(heard)

    def _on_nothing(self, reason: str) -> None:
        self._show(replace(self._state, kind=VoiceKind.IDLE))
        if reason == "interrupted" or not self._on:
            return
        self._silences += 1
        if self._silences >= SILENCES_BEFORE_REST:
            self._on = False
            self._pipeline.say(self._words.text("voice-rest", form=Form.SPEECH), self._words.lang)
        elif reason == "unknown":
            self._interaction.handle(Interpretation(NotUnderstood(""), "", Mode.VOICE))
        else:
            self._interaction.handle(Interpretation(Help(), "", Mode.VOICE))

    def _on_trouble(self, code: str) -> None:
        message_id = f"voice-trouble-{code}"
        known = message_id if self._words.has(message_id) else "voice-trouble-other"
        if code in {"no_microphone", "no_model"}:
            self._on = False
            self._show(replace(self._state, kind=VoiceKind.IDLE))
        told = self._words.text(known)
        if told not in self._state.caption:  # what was to be said stays readable below it
            told = "\n".join(filter(None, (told, self._state.caption)))
            self._show(replace(self._state, caption=told))

    def _show(self, state: VoiceState) -> None:
        if state == self._state:
            return
        self._state = state
        for listener in list(self._listeners):
            listener(state)


class NoVoice:
    """Stands in where there is no voice: says why in text, and everything else works (SET-11)."""

    available = False

    def __init__(self, reason_id: str) -> None:
        self.reason_id = reason_id
        self.state = VoiceState(VoiceKind.OFF)

    def listen(self, listener: StateListener) -> None:
        """Nothing ever changes."""

    def toggle_listening(self) -> None:
        """Nothing to begin."""

    def stop(self) -> None:
        """Nothing to stop."""

    def warm_up(self) -> None:
        """Nothing to load."""

    def close(self) -> None:
        """Nothing to end."""
