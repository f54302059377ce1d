"""Mandarin for Kokoro: pinyin with tones in Kokoro's phonemes."""

from __future__ import annotations

import random
import re

from voice.model_builder.language import Language
from voice.model_builder.mandarin import syllable_phones
from voice.model_builder.phones import Phones

_LONG_PAUSES, _SHORT_PAUSES = 0.3, (0.0, 0.2, 0.4, 0.5)

_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘", "5": ""}
_SYLLABLE = re.compile(r"([a-zü]+)([1-5])|,")
_INITIALS = {
    "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x",
    "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
    "y": "", "w": "", "yv": "", "0a": "", "0e": "",
}  # fmt: skip
_FINALS = {
    "a": "a-", "ai": "ai-", "an": "a-n", "ang": "a-ŋ", "ao": "au-", "ei": "ei-", "en": "ə-n", "eng": "ə-ŋ", "i": "i-",
    "ian": "jɛ-n", "iao": "jau-", "ie": "je-", "in": "i-n", "ing": "i-ŋ", "o": "wo-", "u": "u-", "e": "ɤ-", "ii": "ɨ-",
    "iii": "ɨ-", "ong": "ʊ-ŋ", "ou": "ou-", "uai": "wai-", "uan": "wa-n", "uang": "wa-ŋ", "uei": "wei-", "un": "wə-n",
    "uo": "wo-", "iou": "jou-", "er": "ɚ-", "ua": "wa-", "ia": "ja-", "iang": "ja-ŋ", "iong": "jʊ-ŋ", "v": "y-",
    "van": "ɥɛ-n", "ve": "ɥe-", "vn": "y-n", "ueng": "wə-ŋ",
}  # fmt: skip
"""In the synthesiser's phonemes; the tone stands where the hyphen is."""


def phonemes(syllable: str, tone: str) -> str:
    """A pinyin syllable in the synthesiser's phonemes. Raises :class:`Unpronounceable`."""
    initial, final = syllable_phones(syllable)
    return _INITIALS[initial] + _FINALS[final].replace("-", _TONES[tone])


def said(pinyin: str, rng: random.Random) -> str:
    """Pinyin with tone numbers as somebody says it: now and then a word ends, commas are pauses for some speakers."""
    pauses, gap = rng.random() < _LONG_PAUSES, rng.choice(_SHORT_PAUSES)
    found = ""
    for match in _SYLLABLE.finditer(pinyin):
        if match[0] == ",":
            found += ", " if pauses else ""
        else:
            found += phonemes(match[1], match[2]) + (" " if rng.random() < gap else "")
    return found.strip(" ,")


class MandarinForKokoro:
    """See ``Utterances``."""

    native = "z"

    def __init__(self, language: Language) -> None:
        self._language = language

    def utter(self, text: str, voice: str, rng: random.Random) -> tuple[str, Phones] | None:
        """See ``Utterances``; every voice says the same."""
        prompt = self._language.prompt(text, rng)
        if prompt is None or prompt.phones is None:
            return None
        return said(prompt.spoken, rng), prompt.phones
