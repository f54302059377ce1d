"""bootstrap: the one file that names concrete adapters and puts the parts together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

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
from voice.stt.lazy import LazyRecogniser
from voice.stt.number_phrases import amount_phrases, digit_phrases
from voice.stt.recogniser import RecogniserFactory
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


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


def make_voice(
    interaction: InteractionManager,
    dialogue: DialogueManager,
    grammar: Grammar,
    words: Words,
    model: str,
    rate: float,
    post: Callable[[Callable[[], None]], None],
) -> VoiceControl | NoVoice:
    """The conversation by voice, or what says why there is none. ``model`` is a folder the customer named."""
    try:
        found = find_model(words.lang, model or None)
    except NoModel as problem:
        reason = f"voice-trouble-{problem.code}"
        return NoVoice(reason if words.has(reason) else "voice-trouble-no_model")

    chinese = words.lang.startswith("zh")
    recogniser = LazyRecogniser(lambda: VoskRecogniser(VoskModel(found)), "" if chinese else " ")

    def pipeline(on_event: Callable[[VoiceEvent], None]) -> Any:
        from voice.audio.microphone import SoundMicrophone
        from voice.audio.speaker import SoundSpeaker
        from voice.pipeline import VoicePipeline
        from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser

        return VoicePipeline(Pyttsx3Synthesiser(), SoundSpeaker(), SoundMicrophone(), recogniser, on_event, rate=rate)

    spell_out = spoken_phrases if chinese else lambda _: None
    vocabulary = make_vocabulary(grammar)
    return VoiceControl(interaction, dialogue, vocabulary, spell_out, words, post, pipeline, recogniser.warm)


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
    from app.ui.parts import Parts
    from app.ui.start import post
    from app.ui.system_look import ask_system

    settings = keeper.settings
    interaction = InteractionManager(make_bank(address, "app"), FLOWS, ThreadWorker(post), words.lang)
    grammar = load_grammar(words.lang)
    dialogue = DialogueManager(interaction, Understanding(grammar), words)
    rate = settings.preferences.speech_rate
    voice = make_voice(interaction, dialogue, grammar, words, settings.voice_model, rate, post)

    states = {f"state.{name}": words.text(f"state-{name}") for name in ("disabled", "expanded", "collapsed")}

    def stopping() -> None:
        voice.close()
        interaction.close()

    return Parts(
        manager=interaction,
        dialogue=dialogue,
        voice=voice,
        words=words,
        flows=FLOWS,
        make_bridge=lambda window, title: AccessibilityBridge(window, title, platform_provider(states)),
        keeper=keeper,
        system_look=ask_system,
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
