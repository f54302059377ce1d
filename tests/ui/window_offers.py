"""Voices and models to choose from in a window without sound: the client's own lists, on an engine and a loader that
do as they are told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.keeper import Keeper
from app.offers.models import ModelOffers
from app.offers.offer import Offers
from app.offers.voices import VoiceOffers
from app.words import LANGUAGES, Words
from voice.errors import NoModel
from voice.models.shelf import Shelf
from voice.tts.voice_list import KnownVoice

GOOD, BROKEN = "vosk-model-small-cn-0.22", "vosk-model-cn-0.15"

_SPEAKERS = ("", "f1", "f2", "m1")
_VOICES = {
    "zh": [KnownVoice(f"sit/cmn-latn-pinyin+{speaker}", "Chinese", "cmn", speaker) for speaker in _SPEAKERS],
    "en": [KnownVoice(f"gmw/en-us+{speaker}", "English (America)", "en-us", speaker) for speaker in _SPEAKERS],
}


class Loader:
    """Refuses the broken model."""

    def load(self, folder: str) -> None:
        if BROKEN in folder:
            raise NoModel("model_broken", folder)

    def take(self, folder: str, loaded: Any) -> None:
        """It hears nothing anyway."""


def scripted_offers(
    home: Path, keeper: Keeper, words: Words, post: Callable[[Callable[[], None]], None]
) -> dict[str, Offers]:
    """Two models are installed for Chinese; each sample is a line of ``samples.txt``."""
    for name in (GOOD, BROKEN):
        place = home / "models" / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "installed.json").write_text(json.dumps({"lang": "zh", "files": {"am": {"size": 43_900_000}}}))

    def sample(text: str, lang: str) -> None:
        with (home / "samples.txt").open("a", encoding="utf8") as notes:
            notes.write(f"{lang} {text}\n")

    offers: dict[str, Offers] = {}
    for lang in LANGUAGES:
        short = lang[:2]
        voices = VoiceOffers(short, lambda short: tuple(_VOICES[short]), lambda: False, sample, keeper, words, post)
        offers[f"voice_{short}"] = voices
        offers[f"model_{short}"] = ModelOffers(lang, Shelf(home / "models"), Loader(), keeper, words, post)
    return offers
