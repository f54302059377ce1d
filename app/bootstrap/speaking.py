"""Everything of the window that speaks and hears: the conversation by voice and the built-in reader, on one voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.bootstrap.client import Client
from app.bootstrap.engine import Engine, make_one_voice
from app.bootstrap.hearing import ModelChoice
from app.bootstrap.offers import OwnLoader, make_offers
from app.bootstrap.phrases import make_vocabulary, spoken_phrases, trigger_sentences
from app.dialogue.discretion import Discretion
from app.dialogue.voice_control import VoiceControl
from app.kept_wishes import KeptWishes
from app.offers.offer import Offers
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
    """``offers`` by the name of their row on the settings screen; ``close`` ends all of it."""

    voice: VoiceControl
    voicing: VoicingWay
    offers: Mapping[str, Offers]
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
    voicing = make_voicing(client, one, engine, lambda: voice.engaged, voice.discretion)
    voice.unless_read(lambda: voicing.reads)

    def taken(lost: tuple[str, ...]) -> None:
        voice.apply(keeper.settings.patient_voice)  # what could not hear before may hear now
        report_lost(voice, lost)

    own = OwnLoader(choice, recogniser, partial(trigger_sentences, client.grammar), taken)
    offers = make_offers(client, engine, voicing.sample, shelf, own)

    def close() -> None:
        voice.close()
        one.close()

    return Speaking(voice, voicing, offers, close)


def make_voice(client: Client, recogniser: LazyRecogniser, choice: ModelChoice, one: OneVoice) -> VoiceControl:
    """The conversation by voice; when its model is loaded, it is checked that every sentence can be heard by it."""
    from voice.audio.headphones import SystemHeadphones

    words, post = client.words, client.post

    def check(loaded: Any) -> None:
        lost = loaded.unsayable(trigger_sentences(client.grammar))
        post(lambda: report_lost(control, lost))

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


def report_lost(control: VoiceControl, lost: tuple[str, ...]) -> None:
    """Sentences that the model can never hear are told before somebody says one."""
    if lost:
        control.report(Trouble("unsayable", ", ".join(lost[:SO_MANY_NAMED])))


def make_voicing(
    client: Client, one: OneVoice, engine: Engine, conversing: Callable[[], bool], discretion: Discretion
) -> VoicingWay:
    """The built-in reader, speaking through the one voice; ``discretion`` is the conversation's."""
    from accessibility.voicing.reader import Reader
    from app.ui.ways.voicing import VoicingWay
    from app.ui.ways.voicing_output import VoiceOutput
    from app.ui.ways.voicing_sounds import Sounds
    from app.ui.ways.voicing_words import speech_words

    words, keeper = client.words, client.keeper
    output = VoiceOutput(one, words.lang, client.post, Sounds(), conversing)
    reader = Reader(output, speech_words(words), keeper.preferences.voicing)
    return VoicingWay(reader, output, keeper, words, client.post, engine.tune, discretion=discretion)
