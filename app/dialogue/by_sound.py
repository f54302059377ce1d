"""by_sound: the sentence that sounds like what was heard, among those that can be said at this moment.

Syllables are compared without tones and with the confusions of accents folded (n/l, zh/z, ch/c, sh/s, h/f,
-ang/-an, -eng/-en, -ing/-in). Numbers are never compared by sound: 四 and 十 fold together, money must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.dialogue.grammar import Grammar, frames_with_amount, with_marks
from voice.pinyin import likeness, sounds

AMOUNT = "amt"
"""Stands for the amount of a sentence while sounds are compared."""

_PAYEE = "pye"
"""Stands for a name until the names of a customer are put in."""

LIKE_ENOUGH = 80.0
"""From this likeness (0 to 100) on a sentence is worth asking back."""

_MARK = re.compile(r"{\w+}")
_LOOKED_AT = 5
"""The nearest by letters are compared syllable by syllable, which is dearer and truer."""


@dataclass(frozen=True, slots=True)
class SoundsLike:
    """A sentence that can be said, with ``{amount}`` where the amount stood; ``likeness`` 100: the same sounds."""

    sentence: str
    likeness: float


class BySound:
    """Knows the sounds of every sentence of a language's grammar, payees included."""

    def __init__(self, grammar: Grammar, intents: Iterable[str]) -> None:
        self._grammar = grammar
        self._intents = tuple(name for name in intents if name in grammar.intents.intents)
        self._sentences = lru_cache(maxsize=1)(self._build)  # one customer: the names go when the next ones come

    def nearest(self, said: str, amount: str, names: tuple[str, ...]) -> SoundsLike | None:
        """The sentence nearest in sound. ``amount`` is the stretch of ``said`` that is money, or empty."""
        said = said.replace(amount, f" {AMOUNT} ") if amount else said
        heard = _sounds(said)
        known = self._sentences(names)
        if not heard or heard == AMOUNT:
            return None
        if heard in known:
            return SoundsLike(known[heard], 100.0)
        same_money = {key: text for key, text in known.items() if (AMOUNT in key.split()) == bool(amount)}
        near = process.extract(heard, same_money.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=_LOOKED_AT)
        scored = [(likeness(heard, key), same_money[key]) for key, _, _ in near]
        best, sentence = max(scored, default=(0.0, ""))
        return SoundsLike(sentence, min(99.0, best)) if best >= LIKE_ENOUGH else None

    def _build(self, names: tuple[str, ...]) -> Mapping[str, str]:
        """Sounds to sentence; of sentences that sound the same the first one."""
        called = [(name, _sounds(name)) for name in names]
        known: dict[str, str] = {}
        for sound, text in _of_grammar(self._grammar, self._intents):
            if "{payee}" not in text:
                known.setdefault(sound, text)
                continue
            for name, name_sound in called:
                named = " ".join(name_sound if part == _PAYEE else part for part in sound.split())
                known.setdefault(named, text.replace("{payee}", name))
        return known


@lru_cache(maxsize=8)  # of a grammar alone: no names, and nothing that was said
def _of_grammar(grammar: Grammar, intents: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Sounds and text of each sentence, both with marks where names and amounts stand."""
    texts = [*grammar.plain]
    for intent in ("inform", *intents):
        texts += with_marks(grammar, intent, "payee")
        texts += frames_with_amount(grammar, intent, with_payee=False)
        texts += frames_with_amount(grammar, intent, with_payee=True)
    marks = {"{amount}": f" {AMOUNT} ", "{payee}": f" {_PAYEE} "}
    return tuple((_sounds(_MARK.sub(lambda mark: marks[mark[0]], text)), text) for text in texts)


def _sounds(text: str) -> str:
    return " ".join(sounds(text))
