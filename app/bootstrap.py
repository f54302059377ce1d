"""bootstrap: the one file that names concrete adapters and puts the parts together."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accessibility.preferences import Preferences
from app.bank.http import HttpBank
from app.config import Places
from app.dialogue.grammar import Grammar, load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Listening, Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.dialogue.voice_state import NoVoice
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker, ThreadWorker
from app.keeper import Keeper
from app.words import Words
from voice.errors import NoModel, VoiceProblem
from voice.events import VoiceEvent
from voice.models import find_model
from voice.one_voice import OneVoice
from voice.stt.lazy import LazyRecogniser
from voice.stt.number_phrases import amount_phrases, digit_phrases
from voice.stt.recogniser import RecogniserFactory
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

if TYPE_CHECKING:
    from app.ui.ways.voicing import VoicingWay
    from voice.pipeline import VoicePipeline


@dataclass(frozen=True, slots=True)
class BankAddress:
    """Where the bank is and which certificate authority vouches for it."""

    url: str
    certificate_authority: Path


def make_bank(address: BankAddress, channel: str) -> HttpBank:
    """The bank over HTTPS; ``channel`` is how the customer came in (G2.2)."""
    return HttpBank(address.url, address.certificate_authority, channel=channel)


def check_reachable(address: BankAddress) -> None:
    """Raises a :class:`Problem` when no bank answers there."""
    make_bank(address, "app").check_health()


@contextlib.contextmanager
def terminal_dialogue(address: BankAddress, words: Words) -> Iterator[DialogueManager]:
    """A conversation whose bank calls run at once, for terminals and pipes."""
    interaction = InteractionManager(make_bank(address, "terminal"), FLOWS, InlineWorker(), words.lang)
    try:
        yield DialogueManager(interaction, Understanding(load_grammar(words.lang)), words)
    finally:
        interaction.close()


def recogniser_factory(lang: str, setting: str | None) -> RecogniserFactory:
    """Makes recognisers on one loaded model. Raises :class:`voice.errors.NoModel`."""
    model = VoskModel(find_model(lang, setting))
    return lambda: VoskRecogniser(model)


WEIGHT = 5
"""How many times a whole sentence counts against one example with a number in it."""


def make_vocabulary(grammar: Grammar) -> Vocabulary:
    """What can be said, from the templates of a language."""
    return Vocabulary(grammar, list(FLOWS), amount_phrases if grammar.lang.startswith("zh") else tuple)


def spoken_phrases(listening: Listening) -> tuple[str, ...]:
    """What a recogniser is to listen for; a phrase that stands there more often is the likelier."""
    numbers = amount_phrases() if listening.amounts else ()
    digits = digit_phrases() if listening.digits else ()
    return (*listening.sentences * WEIGHT, *listening.combined, *numbers, *digits)


def phrases_for_files(lang: str) -> tuple[str, ...] | None:
    """For sound files there is no customer: sentences, common names and numbers; all words of a foreign model."""
    if not lang.startswith("zh"):
        return None
    return spoken_phrases(
        make_vocabulary(load_grammar(lang)).everything(Words.load(lang).text("example-names").split())
    )


def find_recogniser(words: Words, model: str) -> tuple[LazyRecogniser | None, str]:
    """What hears this language, or None and why there is nothing (a message). ``model``: a folder somebody named."""
    try:
        found = find_model(words.lang, model or None)
    except NoModel as problem:
        reason = f"voice-trouble-{problem.code}"
        return None, reason if words.has(reason) else "voice-trouble-no_model"
    between = "" if words.lang.startswith("zh") else " "
    return LazyRecogniser(lambda: VoskRecogniser(VoskModel(found)), between), ""


def make_one_voice(recogniser: LazyRecogniser | None, rate: float, engines: list[Any]) -> OneVoice:
    """The one pipeline of the program, made when somebody first speaks or listens; its engine goes to ``engines``."""

    def make(on_event: Callable[[VoiceEvent], None]) -> VoicePipeline:
        from voice.audio.microphone import SoundMicrophone
        from voice.audio.speaker import SoundSpeaker
        from voice.pipeline import VoicePipeline
        from voice.tts.fallback import FirstThatWorks
        from voice.tts.plyer_engine import PlyerSynthesiser
        from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser
        from voice.tts.silence import SilentSynthesiser

        on_android = hasattr(sys, "getandroidapilevel")
        engines.append(PlyerSynthesiser() if on_android else Pyttsx3Synthesiser())
        synthesiser = FirstThatWorks([*engines, SilentSynthesiser()])
        return VoicePipeline(synthesiser, SoundSpeaker(), SoundMicrophone(), recogniser, on_event, rate=rate)

    return OneVoice(make)


def make_voice(
    interaction: InteractionManager,
    dialogue: DialogueManager,
    grammar: Grammar,
    words: Words,
    recogniser: LazyRecogniser,
    one: OneVoice,
    post: Callable[[Callable[[], None]], None],
) -> VoiceControl:
    """The conversation by voice."""
    spell_out = spoken_phrases if words.lang.startswith("zh") else lambda _: None
    vocabulary = make_vocabulary(grammar)
    return VoiceControl(interaction, dialogue, vocabulary, spell_out, words, post, one.join, recogniser.warm)


def make_voicing(
    one: OneVoice,
    engines: list[Any],
    keeper: Keeper,
    words: Words,
    conversing: Callable[[], bool],
    post: Callable[[Callable[[], None]], None],
) -> VoicingWay:
    """The built-in reader, speaking through the one voice."""
    from accessibility.voicing.reader import Reader
    from app.ui.ways.voicing import VoicingWay
    from app.ui.ways.voicing_output import VoiceOutput
    from app.ui.ways.voicing_sounds import Sounds
    from app.ui.ways.voicing_words import speech_words

    def tune(preferences: Preferences) -> None:
        chosen = preferences.voicing
        for engine in engines:
            if hasattr(engine, "choose"):
                engine.pitch = chosen.pitch
                engine.choose("zh", chosen.voice_zh)
                engine.choose("en", chosen.voice_en)

    output = VoiceOutput(one, words.lang, post, Sounds(), conversing)
    reader = Reader(output, speech_words(words), keeper.preferences.voicing)
    return VoicingWay(reader, output, keeper, words, post, tune)


def run_client(address: BankAddress, lang: str | None, places: Places) -> None:
    """Open the window on a bank and stay until it is closed.

    Raises:
        app.ui.fonts.FontMissing: nothing on this machine can show Chinese.
    """
    from app.ui import start

    keeper = Keeper(places.settings)
    keeper.settings = replace(keeper.settings, lang=lang or keeper.settings.lang)
    words = Words.load(keeper.settings.lang)
    start.run_window(lambda: _window_parts(address, words, keeper), start.WindowSetup(home=places.data / "kivy"))


def _window_parts(address: BankAddress, words: Words, keeper: Keeper) -> Any:
    from accessibility.bridge import AccessibilityBridge
    from accessibility.providers.platform import platform_provider
    from accessibility.providers.several import Several
    from app.ui.parts import Parts
    from app.ui.start import post
    from app.ui.system_look import ask_system

    settings = keeper.settings
    interaction = InteractionManager(make_bank(address, "app"), FLOWS, ThreadWorker(post), words.lang)
    grammar = load_grammar(words.lang)
    dialogue = DialogueManager(interaction, Understanding(grammar), words)
    engines: list[Any] = []
    recogniser, missing = find_recogniser(words, settings.voice_model)
    one = make_one_voice(recogniser, settings.preferences.speech_rate, engines)
    voice: VoiceControl | NoVoice = NoVoice(missing)
    if recogniser is not None:
        voice = make_voice(interaction, dialogue, grammar, words, recogniser, one, post)
    voicing = make_voicing(
        one, engines, keeper, words, lambda: isinstance(voice, VoiceControl) and voice.conversing, post
    )

    states = {f"state.{name}": words.text(f"state-{name}") for name in ("disabled", "expanded", "collapsed")}

    def stopping() -> None:
        voice.close()
        one.close()
        interaction.close()

    return Parts(
        manager=interaction,
        dialogue=dialogue,
        voice=voice,
        words=words,
        flows=FLOWS,
        make_bridge=lambda window, title: AccessibilityBridge(
            window, title, Several([platform_provider(states), voicing.reader])
        ),
        keeper=keeper,
        system_look=ask_system,
        voicing=voicing,
        started=voice.warm_up,
        stopping=stopping,
    )


def voice_problem_line(problem: VoiceProblem) -> str:
    """One line for the command line."""
    lines = {
        "no_model": "no voice model for this language; name one with --model",
        "model_not_found": "no such folder",
        "model_incomplete": "the folder holds no Vosk model",
        "bad_wav": "not a WAV file that can be read",
    }
    line = lines.get(problem.code, problem.code)
    return f"{line} ({problem.detail})" if problem.detail else line
