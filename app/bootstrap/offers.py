"""What can be chosen on the settings screen and is known at run time only, by the name of its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.bootstrap.client import Client
from app.bootstrap.engine import Engine
from app.bootstrap.hearing import ModelChoice
from app.offers.models import ModelOffers
from app.offers.offer import Offers
from app.offers.voices import VoiceOffers
from app.words import LANGUAGES
from voice.models import find_model
from voice.models.shelf import Shelf
from voice.stt.lazy import LazyRecogniser
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


class OwnLoader:
    """Models of the language that is spoken with the client now: what was loaded hears the next sentence."""

    def __init__(
        self,
        choice: ModelChoice,
        recogniser: LazyRecogniser,
        sentences: Callable[[], Sequence[str]],
        taken: Callable[[tuple[str, ...]], object],
    ) -> None:
        """``sentences`` are the flows', worked out when a model is chosen: it takes a tenth of a second.

        ``taken`` is told, when a model has been chosen, which of them it can never hear.
        """
        self._choice, self._recogniser, self._sentences, self._taken = choice, recogniser, sentences, taken

    def load(self, folder: str) -> tuple[VoskRecogniser, tuple[str, ...]]:
        """See ``Loader``."""
        loaded = self._choice.open(folder or None)
        return loaded, loaded.unsayable(self._sentences())

    def take(self, folder: str, loaded: Any) -> None:
        """See ``Loader``."""
        recogniser, lost = loaded
        self._recogniser.hand_over(folder or None, recogniser)
        self._taken(lost)


class OtherLoader:
    """Models of another language, which hear after the next start: whether they are of use is found out now."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def load(self, folder: str) -> None:
        """See ``Loader``."""
        VoskModel(find_model(self._lang, folder or None))

    def take(self, folder: str, loaded: Any) -> None:
        """See ``Loader``."""


def make_offers(
    client: Client, engine: Engine, sample: Callable[[str, str], object], shelf: Shelf, own: OwnLoader
) -> dict[str, Offers]:
    """Voices and models for each language; ``sample`` has a text spoken in a language."""
    words, keeper, post = client.words, client.keeper, client.post
    offers: dict[str, Offers] = {}
    for lang in LANGUAGES:
        short = lang[:2]
        loader = own if lang == words.lang else OtherLoader(lang)
        offers[f"voice_{short}"] = VoiceOffers(short, engine.voices, lambda: engine.runs, sample, keeper, words, post)
        offers[f"model_{short}"] = ModelOffers(lang, shelf, loader, keeper, words, post)
    return offers
