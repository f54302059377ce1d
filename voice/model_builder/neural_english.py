"""English for Kokoro: espeak-ng's account of a sentence in Kokoro's phonemes, American or British."""

from __future__ import annotations

import random
import re

from voice.model_builder.english import Account
from voice.model_builder.errors import Unpronounceable
from voice.model_builder.language import Language
from voice.model_builder.phones import Phones

AMERICAN, BRITISH = "gmw/en-US", "gmw/en"

_SHARED = {
    "p": "p", "b": "b", "t": "t", "t2": "t", "?": "t", "t[": "θ", "d": "d", "k": "k", "x": "k", "C": "k", "g": "ɡ",
    "f": "f", "v": "v", "T": "θ", "D": "ð", "s": "s", "z": "z", "S": "ʃ", "Z": "ʒ", "tS": "ʧ", "dZ": "ʤ", "m": "m",
    "n": "n", "n-": "ᵊn", "N": "ŋ", "l": "l", "@L": "ᵊl", "r": "ɹ", "r-": "ɹ", "w": "w", "w#": "w", "j": "j", "h": "h",
    "i": "i", "I": "ɪ", "I2": "ɪ", "E": "ɛ", "E2": "ɛ", "V": "ʌ", "@": "ə", "@2": "ə", "@5": "ə", "@-": "ə",
    "a#": "ə", "eI": "A", "aI": "I", "aI2": "I", "aI@": "Iə", "OI": "Y", "aU": "W", "aU@": "Wə", "U": "ʊ", "u": "u",
}  # fmt: skip
_AMERICAN = {
    "t#": "T", "i:": "i", "I#": "ᵻ", "a": "æ", "aa": "æ", "A:": "ɑ", "A@": "ɑɹ", "0": "ɑ", "O2": "ɔ", "O": "ɔ",
    "O:": "ɔ", "O@": "ɔɹ", "o@": "ɔɹ", "3": "əɹ", "3:": "ɜɹ", "VR": "ɜɹ", "IR": "ɜɹ", "aI3": "Iəɹ", "oU": "O",
    "u:": "u", "i@": "iə", "i@3": "ɪɹ", "I@": "ɪɹ", "e@": "ɛɹ", "U@": "ʊɹ",
}  # fmt: skip
_BRITISH = {
    "t#": "t", "i:": "iː", "I#": "ɪ", "a": "a", "aa": "ɑː", "A:": "ɑː", "A@": "ɑː", "0": "ɒ", "O2": "ɒ", "O": "ɒ",
    "O:": "ɔː", "O@": "ɔː", "o@": "ɔː", "3": "ə", "3:": "ɜː", "VR": "ɜː", "IR": "ɜː", "aI3": "Iə", "oU": "Q",
    "u:": "uː", "i@": "ɪə", "i@3": "ɪə", "I@": "ɪə", "e@": "ɛː", "U@": "ʊə",
}  # fmt: skip
_SOUNDS = {AMERICAN: _SHARED | _AMERICAN, BRITISH: _SHARED | _BRITISH}

_SEPARATORS = re.compile(r"[_|]+")
_STRESS = {"'": "ˈ", ",": "ˌ"}
_UNSTRESSED = "=%;"
_PAUSES = ("", ":", "!")

_FLUENT = (
    ("j_'E_h", 1.0, ("j_'E_@", "j_'a", "j_'E")),  # yeah: espeak-ng reads it as it is written
    ("a_n_d", 0.5, ("@_n_d", "@_n")),
    ("t_w_'E_n_t_i", 0.4, ("t_w_'E_n_i",)),
    ("h_'V_n_d_r_I2_d", 0.3, ("h_'V_n_d_3_d", "h_'V_n_r_I2_d")),
    ("_t_i:_n", 0.5, ("_t_'i:_n",)),  # thirteen, as those say it who do not want to be taken for thirty
)
"""What espeak-ng says, how often people say otherwise, and how."""


def phonemes(account: str, accent: str) -> str:
    """Kokoro's phonemes for what espeak-ng says in one of both accents. Raises :class:`Unpronounceable`."""
    words = ["".join(_sound(sound, accent) for sound in _SEPARATORS.split(word)) for word in account.split()]
    return " ".join(word for word in words if word).replace("ɹɹ", "ɹ")


def _sound(sound: str, accent: str) -> str:
    plain = sound.strip("',=%;")
    if plain in _PAUSES:
        return ""
    if plain not in _SOUNDS[accent]:
        raise Unpronounceable(f"no phoneme of Kokoro for espeak-ng's {plain!r}")
    mark = next((_STRESS[one] for one in sound if one in _STRESS), "")
    return mark + _SOUNDS[accent][plain]


def fluent(account: str, rng: random.Random) -> str:
    """The account of somebody who speaks as people do."""
    for said, often, others in _FLUENT:
        if said in account and rng.random() < often:
            account = account.replace(said, rng.choice(others))
    return account


class EnglishForKokoro:
    """See ``Utterances``: what espeak-ng would say, in phonemes and in our phones."""

    native = "ab"

    def __init__(self, language: Language, account: Account) -> None:
        self._language = language
        self._account = account

    def utter(self, text: str, voice: str, rng: random.Random) -> tuple[str, Phones] | None:
        """American and British voices (af_heart, bm_lewis) in their accents; those of other languages in either."""
        prompt = self._language.prompt(text, rng)
        if prompt is None:
            return None
        accent = {"a": AMERICAN, "b": BRITISH}.get(voice[0], rng.choice((AMERICAN, BRITISH)))
        said: list[str] = []
        phones: Phones = ()
        try:
            for part in prompt.spoken.strip(", ").split(","):
                account = fluent(self._account(part, accent), rng)
                said.append(phonemes(account, accent))
                phones += self._language.heard(account)
        except Unpronounceable:
            return None
        return ", ".join(one for one in said if one), phones
