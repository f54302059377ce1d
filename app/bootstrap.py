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
from app.flows import FLOWS
from app.flows.interaction import InteractionManager
from app.flows.staying import Staying
from app.flows.work import InlineWorker, ThreadWorker
from app.keeper import Keeper
from app.kept_wishes import KeptWishes
from app.ui.ways.choice import turned
from app.words import Words
from voice.errors import NoModel, VoiceProblem
from voice.events import Trouble, VoiceEvent
from voice.models import VoiceModel, find_model
from voice.models.shelf import Shelf
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


def shelf_of(places: Places) -> Shelf:
    """The voice models that this customer has installed."""
    return Shelf(places.data / "models")


def recogniser_factory(lang: str, setting: str | None) -> RecogniserFactory:
    """Makes recognisers on one loaded model. Raises :class:`voice.errors.NoModel`."""
    model = VoskModel(find_model(lang, setting))
    return lambda: VoskRecogniser(model)


def unsayable(lang: str, folder: str | None) -> tuple[str, ...]:
    """The trigger sentences of the flows that a model could never hear. Raises :class:`voice.errors.NoModel`."""
    found = find_model(lang, folder)
    recogniser = VoskRecogniser(VoskModel(found))
    return recogniser.unsayable(trigger_sentences(load_grammar(lang))) if found.takes_phrases else ()


def trigger_sentences(grammar: Grammar) -> tuple[str, ...]:
    """All that can be said to the flows, with names that are common in the language."""
    return make_vocabulary(grammar).sentences(example_names(grammar.lang))


def example_names(lang: str) -> list[str]:
    """Names to listen for where no customer is known; an English one is two words."""
    listed = Words.load(lang).text("example-names").split()
    return listed if lang.startswith("zh") else [" ".join(pair) for pair in zip(listed[::2], listed[1::2], strict=True)]


WEIGHT = 5
"""How many times a whole sentence counts against one example with a number in it."""


SO_MANY_NAMED = 3
"""Sentences that a model cannot hear are named, so many of them."""


def make_vocabulary(grammar: Grammar) -> Vocabulary:
    """What can be said, from the templates of a language."""
    return Vocabulary(grammar, list(FLOWS), lambda: amount_phrases(grammar.lang))


def spoken_phrases(listening: Listening, lang: str = "zh-CN") -> tuple[str, ...]:
    """What a recogniser is to listen for; a phrase that stands there more often is the likelier."""
    numbers = amount_phrases(lang) if listening.amounts else ()
    digits = digit_phrases(lang) if listening.digits else ()
    return (*listening.sentences * WEIGHT, *listening.combined, *numbers, *digits)


def phrases_for_files(lang: str) -> tuple[str, ...]:
    """For sound files there is no customer: sentences, common names and numbers."""
    return spoken_phrases(make_vocabulary(load_grammar(lang)).everything(example_names(lang)), lang)


class ModelChoice:
    """Which model hears the customer: the folder named in the settings, one from the shelf, or the one that ships."""

    def __init__(self, words: Words, named: Callable[[], str], shelf: Shelf) -> None:
        self._words = words
        self._named = named
        self._shelf = shelf
        self.replaced: Callable[[NoModel], object] = lambda problem: None
        """Called, on the thread that loads it, when the chosen model is of no use and the shipped one hears instead."""

    def __call__(self) -> str | None:
        """The folder; None for the one that ships."""
        chosen = self._named() or self._shelf.chosen(self._words.lang)
        return str(chosen) if chosen else None

    def load(self) -> VoskRecogniser:
        """A recogniser of the model of the moment; the shipped one where that is damaged or gone.

        Raises:
            NoModel: why the chosen one cannot be used, when there is no other either.
        """
        chosen = self()
        try:
            return self._recogniser(chosen)
        except NoModel as problem:
            if not chosen or problem.code == "no_recogniser":
                raise
            try:
                shipped = self._recogniser(None)
            except NoModel:
                raise problem from None
            self.replaced(problem)
            return shipped

    def _recogniser(self, folder: str | None) -> VoskRecogniser:
        return VoskRecogniser(VoskModel(find_model(self._words.lang, folder)))

    def _find(self) -> VoiceModel:
        try:
            return find_model(self._words.lang, self())
        except NoModel as problem:
            try:
                return find_model(self._words.lang)
            except NoModel:
                raise problem from None

    def lacks(self) -> str:
        """Why nothing can be heard, as a message; empty when it can."""
        try:
            self._find()
        except NoModel as problem:
            reason = f"voice-trouble-{problem.code}"
            return reason if self._words.has(reason) else "voice-trouble-no_model"
        return ""

    def recogniser(self) -> LazyRecogniser:
        """Hears with the model of the moment."""
        between = "" if self._words.lang.startswith("zh") else " "
        return LazyRecogniser(self.load, between, self)


def make_one_voice(recogniser: LazyRecogniser, rate: float, engines: list[Any]) -> OneVoice:
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
        engines[-1].failed = lambda failure: on_event(Trouble(failure.code, failure.detail))
        synthesiser = FirstThatWorks([*engines, SilentSynthesiser()])
        return VoicePipeline(synthesiser, SoundSpeaker(), SoundMicrophone(), recogniser, on_event, rate=rate)

    return OneVoice(make)


def make_voice(
    interaction: InteractionManager,
    dialogue: DialogueManager,
    grammar: Grammar,
    words: Words,
    recogniser: LazyRecogniser,
    choice: ModelChoice,
    one: OneVoice,
    post: Callable[[Callable[[], None]], None],
    keeper: Keeper,
) -> VoiceControl:
    """The conversation by voice; when its model is loaded, it is checked that every sentence can be heard by it."""
    from voice.audio.headphones import SystemHeadphones

    def warm_up() -> None:
        recogniser.warm(check)

    def check(loaded: Any) -> None:
        lost = loaded.unsayable(trigger_sentences(grammar))
        if lost:
            post(lambda: control.report(Trouble("unsayable", ", ".join(lost[:SO_MANY_NAMED]))))

    control = VoiceControl(
        interaction,
        dialogue,
        make_vocabulary(grammar),
        lambda wanted: spoken_phrases(wanted, words.lang),
        words,
        post,
        one.join,
        warm_up,
        SystemHeadphones(),
        choice.lacks,
        KeptWishes(keeper),
    )
    choice.replaced = lambda problem: post(lambda: control.report(Trouble("model_replaced", problem.code)))
    return control


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
    from voice.audio.headphones import SystemHeadphones

    def tune(preferences: Preferences) -> None:
        chosen = preferences.voicing
        for engine in engines:
            if hasattr(engine, "choose"):
                engine.pitch = chosen.pitch
                engine.choose("zh", chosen.voice_zh)
                engine.choose("en", chosen.voice_en)

    def worn() -> bool | None:
        headphones.look()
        return headphones.worn

    headphones = SystemHeadphones()
    output = VoiceOutput(one, words.lang, post, Sounds(), conversing)
    reader = Reader(output, speech_words(words), keeper.preferences.voicing)
    return VoicingWay(reader, output, keeper, words, post, tune, headphones=worn)


def run_client(address: BankAddress, lang: str | None, places: Places, way: str = "") -> None:
    """Open the window on a bank and stay until it is closed. ``way``: scan, dwell or keypad is on from the start.

    Raises:
        app.ui.fonts.FontMissing: nothing on this machine can show Chinese.
    """
    from app.ui import start

    keeper = Keeper(places.settings)
    keeper.settings = replace(keeper.settings, lang=lang or keeper.settings.lang)
    if way:
        keeper.settings = replace(keeper.settings, preferences=turned(keeper.preferences, way, on=True))
    words = Words.load(keeper.settings.lang)
    setup = start.WindowSetup(home=places.data / "kivy")
    start.run_window(lambda: _window_parts(address, words, keeper, shelf_of(places)), setup)


def _window_parts(address: BankAddress, words: Words, keeper: Keeper, shelf: Shelf) -> Any:
    from accessibility.bridge import AccessibilityBridge
    from accessibility.providers.platform import platform_provider
    from accessibility.providers.several import Several
    from app.ui.parts import Parts
    from app.ui.start import post
    from app.ui.system_look import ask_system

    settings = keeper.settings
    bank, worker = make_bank(address, "app"), ThreadWorker(post)
    interaction = InteractionManager(bank, FLOWS, worker, words.lang)
    staying = Staying(interaction, bank, worker, lambda seconds: keeper.preferences.limit(seconds))
    grammar = load_grammar(words.lang)
    dialogue = DialogueManager(interaction, Understanding(grammar), words)
    engines: list[Any] = []
    choice = ModelChoice(words, lambda: keeper.settings.voice_model, shelf)
    recogniser = choice.recogniser()
    one = make_one_voice(recogniser, settings.preferences.speech_rate, engines)
    voice = make_voice(interaction, dialogue, grammar, words, recogniser, choice, one, post, keeper)
    voice.apply(settings.patient_voice)
    keeper.listen(lambda now: voice.apply(now.patient_voice))
    voicing = make_voicing(one, engines, keeper, words, lambda: voice.engaged, post)
    voice.others_read = lambda: voicing.reads

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
        staying=staying,
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
        "no_network": "nothing answers there; check the network",
        "list_garbled": "the list of models cannot be read",
        "not_secure": "models are fetched over https:// only",
        "no_such_model": "there is no such model; see: tingjian models list",
        "not_installed": "no such model is installed; see: tingjian models list",
        "download_broken": "the download was interrupted; the same command goes on with it",
        "checksum_differs": "what was fetched is damaged and was thrown away; try again",
        "too_large": "more was sent than was promised; it was thrown away",
        "no_space": "not enough room on the disk, this much is needed",
        "unsafe_archive": "the archive is not safe to unpack",
        "model_broken": "the recogniser cannot load it",
        "no_recogniser": "the recogniser does not work on this machine",
        "archive_broken": "the archive holds no Vosk model",
    }
    line = lines.get(problem.code, problem.code)
    return f"{line} ({problem.detail})" if problem.detail else line
