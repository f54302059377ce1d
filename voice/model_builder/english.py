"""English: forty-one sounds that American, British, Scottish and Caribbean speakers share, from espeak-ng's account."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from voice.model_builder.errors import Unpronounceable
from voice.model_builder.language import WITHIN, Prompt
from voice.model_builder.phones import Phones, PhoneSet

_NAMES = (
    "p b t d k g f v th dh s z sh zh ch jh m n ng l r w y h iy ih eh ae aa ao ah ax er ey ay oy aw ow uh uw ia ea ua i"
)

_HEARD = {
    "p": "p", "b": "b", "t": "t", "t2": "t", "t#": "t", "?": "t", "d": "d", "k": "k", "g": "g", "f": "f", "v": "v",
    "T": "th", "t[": "th", "D": "dh", "s": "s", "z": "z", "S": "sh", "Z": "zh", "tS": "ch", "dZ": "jh",
    "m": "m", "n": "n", "n-": "ax n", "N": "ng", "l": "l", "@L": "ax l", "r": "r", "r-": "r", "w": "w", "w#": "w",
    "j": "y", "h": "h", "x": "k", "C": "k",
    "i": "i", "i:": "iy", "I": "ih", "I2": "ih", "I#": "ih", "E": "eh", "E2": "eh", "E#": "eh", "a": "ae",
    "aa": "aa", "A:": "aa", "A@": "aa", "A~": "aa", "0": "aa", "O2": "aa", "O": "ao", "O:": "ao", "O@": "ao",
    "o@": "ao", "V": "ah", "@": "ax", "@2": "ax", "@5": "ax", "@-": "ax", "a#": "ax", "3": "er", "3:": "er", "VR": "er",
    "IR": "er", "eI": "ey", "e:": "ey", "aI": "ay", "aI2": "ay", "aI@": "ay ax", "aI3": "ay er", "OI": "oy", "aU": "aw",
    "aU@": "aw ax", "oU": "ow", "o": "ow", "U": "uh", "u": "uw", "u:": "uw", "i@": "ia", "i@3": "ia", "I@": "ia",
    "e@": "ea", "U@": "ua", "i@2": "ia",
}  # fmt: skip
"""espeak-ng's phoneme mnemonics as our phones; sounds that only accents tell apart are one phone.

The short vowel at the end of seventy is another one than the long one of seventeen: it is all that a voice may leave of
the difference before another n or y.
"""

_SEPARATORS = re.compile(r"[\s_|]+")
_STRESS = "',=%;"
_PAUSES = ("", ":", "!")

# pinyin in English sentences is a name: as a Mandarin speaker says it, in English sounds
_INITIALS = {
    "b": "b", "p": "p", "m": "m", "f": "f", "d": "d", "t": "t", "n": "n", "l": "l", "g": "g", "k": "k", "h": "h",
    "j": "jh", "q": "ch", "x": "sh", "zh": "jh", "ch": "ch", "sh": "sh", "r": "r", "z": "z", "c": "t s", "s": "s",
    "y": "y", "w": "w",
}  # fmt: skip
_FINALS = {
    "a": "aa", "o": "ao", "e": "ax", "ai": "ay", "ei": "ey", "ao": "aw", "ou": "ow", "an": "aa n", "en": "ax n",
    "ang": "aa ng", "eng": "ax ng", "ong": "uh ng", "er": "er", "i": "iy", "ia": "iy aa", "ie": "iy eh",
    "iao": "iy aw", "iu": "iy ow", "ian": "iy eh n", "in": "ih n", "iang": "iy aa ng", "ing": "ih ng",
    "iong": "iy uh ng", "u": "uw", "ua": "w aa", "uo": "w ao", "uai": "w ay", "ui": "w ey", "uan": "w aa n",
    "un": "w ax n", "uang": "w aa ng", "v": "uw", "ve": "uw eh", "ue": "uw eh",
}  # fmt: skip

_WEAK = {"a": "ax"}
"""Weak forms, as words are said within sentences: alone, a is the letter."""

_MAIN_ACCENTS = ("gmw/en-US", "gmw/en", "gmw/en-GB-scotland")
"""Whole sentences are kept as these say them; single words as every accent does."""

Account = Callable[[str, str], str]
"""Gives espeak-ng's account in mnemonics of a text in an accent: (text, accent)."""


class English:
    """See ``Language``. ``account`` asks espeak-ng, so that word and sentence are said alike."""

    code = "en"
    between = " "
    accents: Sequence[str] = (
        "gmw/en-US", "gmw/en-US", "gmw/en", "gmw/en-GB-x-rp", "gmw/en-GB-scotland",
        "gmw/en-029", "gmw/en-GB-x-gbclan", "gmw/en-GB-x-gbcwmd", "gmw/en-US-nyc",
    )  # fmt: skip

    def __init__(self, account: Account) -> None:
        self.phones = PhoneSet(tuple(_NAMES.split()))
        self._account = account

    def pronunciations(self, word: str) -> list[Phones]:
        """See ``Language``: one for each accent that says it in its own way, and one as pinyin where it is some."""
        text = word.replace(WITHIN, self.between)
        accents = self.accents if text == word else _MAIN_ACCENTS
        said = [self.heard(self._account(text, accent)) for accent in accents]
        if word in _WEAK:
            said.insert(0, tuple(_WEAK[word].split()))
        named = pinyin_phones(word)
        return list(dict.fromkeys(one for one in [*said, *([named] if named else [])] if one))

    def prompt(self, text: str, rng: random.Random) -> Prompt | None:
        """See ``Language``; a careful speaker pauses now and then between words."""
        words = text.split()
        spoken = " ".join(word + ("," if rng.random() < 0.04 else "") for word in words)
        return Prompt(text, spoken, rng.choice(self.accents), None) if words else None

    def heard(self, said: str) -> Phones:
        """See ``Language``. Raises ``Unpronounceable`` on a mnemonic that is not in the table."""
        found: list[str] = []
        for sound in _SEPARATORS.split(said):
            plain = sound.strip(_STRESS)
            if plain in _PAUSES:
                continue
            if plain not in _HEARD:
                raise Unpronounceable(f"no phone for espeak-ng's {plain!r} in {said!r}")
            found += _HEARD[plain].split()
        return tuple(found)


def pinyin_phones(word: str) -> Phones | None:
    """A pinyin syllable in English sounds, or None: zhang -> jh aa ng."""
    for size in (2, 1, 0):
        initial, final = word[:size], word[size:]
        if (not initial or initial in _INITIALS) and final in _FINALS:
            if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
                return tuple(f"{_INITIALS[initial]} er".split())
            return tuple(f"{_INITIALS.get(initial, '')} {_FINALS[final]}".split())
    return None
