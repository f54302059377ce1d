"""Which model hears the customer, and recognisers on it."""

from __future__ import annotations

from collections.abc import Callable

from app.bootstrap.phrases import trigger_sentences
from app.config import Places
from app.dialogue.grammar import load_grammar
from app.words import Words
from voice.errors import NoModel
from voice.models import VoiceModel, find_model
from voice.models.shelf import Shelf
from voice.stt.lazy import LazyRecogniser
from voice.stt.recogniser import RecogniserFactory
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


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
            return self.open(chosen)
        except NoModel as problem:
            if not chosen or problem.code == "no_recogniser":
                raise
            try:
                shipped = self.open(None)
            except NoModel:
                raise problem from None
            self.replaced(problem)
            return shipped

    def open(self, folder: str | None) -> VoskRecogniser:
        """A recogniser of the model in that folder, or of the one that ships. Raises :class:`NoModel`."""
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
