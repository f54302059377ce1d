"""by_sound: the sentence that sounds like what was heard, among those that can be said at this moment.

Syllables are compared without tones and with the confusions of accents folded (n/l, zh/z, ch/c, sh/s, h/f,
-ang/-an, -eng/-en, -ing/-in). Numbers are never compared by sound: 四 and 十 fold together, money must not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.dialogue.grammar import Grammar, filled, frames_with_amount
from voice.pinyin import likeness, sounds

AMOUNT = "amt"
"""Stands for the amount of a sentence while sounds are compared."""

LIKE_ENOUGH = 80.0
"""From this likeness (0 to 100) on a sentence is worth asking back."""

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
        self._sentences = lru_cache(maxsize=4)(self._build)

    def nearest(self, said: str, amount: str, names: tuple[str, ...]) -> SoundsLike | None:
        """The sentence nearest in sound. ``amount`` is the stretch of ``said`` that is money, or empty."""
        said = said.replace(amount, f" {AMOUNT} ") if amount else said
        heard = self._sounds(said)
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
        texts = [*self._grammar.plain]
        for intent in ("inform", *self._intents):
            texts += filled(self._grammar, intent, {"payee": names})
            for frame in frames_with_amount(self._grammar, intent, with_payee=False):
                texts.append(frame)
            for frame in frames_with_amount(self._grammar, intent, with_payee=True):
                texts += [frame.replace("{payee}", name) for name in names]
        known: dict[str, str] = {}
        for text in texts:
            known.setdefault(self._sounds(text.replace("{amount}", f" {AMOUNT} ")), text)
        return known

    def _sounds(self, text: str) -> str:
        return " ".join(sounds(text))
