"""Everything of the window that speaks and hears: the conversation by voice and the built-in reader, on one voice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.bootstrap.client import Client
from app.bootstrap.engine import Engine, make_one_voice
from app.bootstrap.hearing import ModelChoice
from app.bootstrap.phrases import make_vocabulary, spoken_phrases, trigger_sentences
from app.dialogue.voice_control import VoiceControl
from app.kept_wishes import KeptWishes
from voice.events import Trouble
from voice.models.shelf import Shelf
from voice.one_voice import OneVoice
from voice.stt.lazy import LazyRecogniser

if TYPE_CHECKING:
    from app.ui.ways.voicing import VoicingWay

SO_MANY_NAMED = 3
"""Sentences that a model cannot hear are named, so many of them."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """``close`` ends all of it."""

    voice: VoiceControl
    voicing: VoicingWay
    close: Callable[[], None]


def make_speaking(client: Client, shelf: Shelf) -> Speaking:
    """The conversation and the reader; neither has made a sound or loaded a model yet."""
    keeper = client.keeper
    choice, engine = ModelChoice(client.words, lambda: keeper.settings.voice_model, shelf), Engine()
    recogniser = choice.recogniser()
    one = make_one_voice(recogniser, keeper.preferences.speech_rate, engine)
    voice = make_voice(client, recogniser, choice, one)
    voice.apply(keeper.settings.patient_voice)
    keeper.listen(lambda now: voice.apply(now.patient_voice))
    voicing = make_voicing(client, one, engine, lambda: voice.engaged)
    voice.others_read = lambda: voicing.reads

    def close() -> None:
        voice.close()
        one.close()

    return Speaking(voice, voicing, close)


def make_voice(client: Client, recogniser: LazyRecogniser, choice: ModelChoice, one: OneVoice) -> VoiceControl:
    """The conversation by voice; when its model is loaded, it is checked that every sentence can be heard by it."""
    from voice.audio.headphones import SystemHeadphones

    words, post = client.words, client.post

    def check(loaded: Any) -> None:
        lost = loaded.unsayable(trigger_sentences(client.grammar))
        if lost:
            post(lambda: control.report(Trouble("unsayable", ", ".join(lost[:SO_MANY_NAMED]))))

    control = VoiceControl(
        client.interaction,
        client.dialogue,
        make_vocabulary(client.grammar),
        lambda wanted: spoken_phrases(wanted, words.lang),
        words,
        post,
        one.join,
        lambda: recogniser.warm(check),
        SystemHeadphones(),
        choice.lacks,
        KeptWishes(client.keeper),
    )
    choice.replaced = lambda problem: post(lambda: control.report(Trouble("model_replaced", problem.code)))
    return control


def make_voicing(client: Client, one: OneVoice, engine: Engine, conversing: Callable[[], bool]) -> VoicingWay:
    """The built-in reader, speaking through the one voice."""
    from accessibility.voicing.reader import Reader
    from app.ui.ways.voicing import VoicingWay
    from app.ui.ways.voicing_output import VoiceOutput
    from app.ui.ways.voicing_sounds import Sounds
    from app.ui.ways.voicing_words import speech_words
    from voice.audio.headphones import SystemHeadphones

    def worn() -> bool | None:
        headphones.look()
        return headphones.worn

    headphones, words, keeper = SystemHeadphones(), client.words, client.keeper
    output = VoiceOutput(one, words.lang, client.post, Sounds(), conversing)
    reader = Reader(output, speech_words(words), keeper.preferences.voicing)
    return VoicingWay(reader, output, keeper, words, client.post, engine.tune, headphones=worn)
