"""The real window on a bank in memory: what tests and pictures of the window are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.bootstrap.phrases import make_vocabulary
from app.config import Settings
from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.dialogue.voice_state import Post
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker, Worker
from app.ui.parts import Parts
from app.words import Words
from tests.dialogues.scripted_voice import ScriptedPipeline
from tests.fakes import FakeBank
from voice.events import VoiceEvent
from voice.stt.number_phrases import amount_phrases


@dataclass(frozen=True)
class Spoken:
    """A state of the voice."""

    kind: str
    caption: str = ""
    heard: str = ""
    said: tuple[int, int] = (0, 0)


class ScriptedVoice:
    """A voice that hears and says what it is told to; pressing the button turns listening on and off."""

    def __init__(self, *, available: bool = True, reason_id: str = "ui-voice-off") -> None:
        self.holds = False
        self.available, self.reason_id = available, reason_id
        self._listeners: list[Callable[[Any], None]] = []
        self._kind = "idle"
        self.calls: list[str] = []
        """What the window has asked of it, in order."""

    def listen(self, listener: Callable[[Any], None]) -> None:
        self._listeners.append(listener)

    def show(self, state: Spoken) -> None:
        self._kind = state.kind
        for listener in self._listeners:
            listener(state)

    def toggle_listening(self) -> None:
        self.calls.append("toggle_listening")
        self.show(Spoken("idle" if self._kind == "listening" else "listening"))

    def talk_pressed(self) -> None:
        self.calls.append("talk_pressed")
        if self.holds:
            self.show(Spoken("listening"))
        else:
            self.toggle_listening()

    def talk_released(self) -> None:
        self.calls.append("talk_released")
        if self.holds:
            self.show(Spoken("idle"))

    def typing_secret(self, on: bool) -> None:
        pass

    def key_pressed(self) -> None:
        """It does not fall silent by itself: what is shown comes from the test."""
        self.calls.append("key_pressed")

    def key_released(self) -> None:
        self.calls.append("key_released")

    def stop(self) -> None:
        self.calls.append("stop")
        self.show(Spoken("idle"))


class Conversation:
    """The real conversation by voice on a pipeline without sound, made when the window's parts are."""

    def __init__(self, lang: str, post: Post) -> None:
        self._lang, self._post = lang, post
        self._pipeline = ScriptedPipeline(lambda event: None)

    @property
    def listening(self) -> bool:
        """Is its microphone on?"""
        return self._pipeline.listening

    def join(self, manager: InteractionManager, dialogue: DialogueManager, words: Words) -> VoiceControl:
        """The client's own conversation."""
        vocabulary = Vocabulary(load_grammar(self._lang), list(FLOWS), lambda: amount_phrases(self._lang))
        return VoiceControl(
            manager, dialogue, vocabulary, lambda wanted: wanted.sentences, words, self._post, self._make
        )

    def _make(self, on_event: Callable[[VoiceEvent], None]) -> ScriptedPipeline:
        self._pipeline = ScriptedPipeline(on_event)
        return self._pipeline

    def hear(self, text: str) -> None:
        """The recogniser has heard a sentence; where nothing listens it hears nothing."""
        if self._pipeline.listening:
            self._pipeline.hear(text)


def make_parts(
    bank: FakeBank,
    make_bridge: Callable[[Any, str], Any],
    *,
    lang: str = "zh-CN",
    worker: Worker | None = None,
    voice: ScriptedVoice | Conversation | None = None,
    **options: Any,
) -> Parts:
    """Everything real but bank and voice."""
    words = Words.load(lang)
    manager = InteractionManager(bank, FLOWS, worker or InlineWorker(), lang)
    grammar = load_grammar(lang)
    dialogue = DialogueManager(manager, Understanding(grammar), words)
    vocabulary = make_vocabulary(grammar)
    return Parts(
        manager=manager,
        dialogue=dialogue,
        voice=voice.join(manager, dialogue, words) if isinstance(voice, Conversation) else voice or ScriptedVoice(),
        words=words,
        flows=FLOWS,
        make_bridge=make_bridge,
        sayable=lambda view: vocabulary.now(view).sentences,
        **options,
    )


def first_settings(lang: str, theme: str, percent: int, more: dict[str, Any]) -> Settings:
    """Settings of a window that looks so; ``more`` as in the file."""
    return Settings.from_mapping({"lang": lang, "theme": theme, "text_scale": percent / 100, **more})
