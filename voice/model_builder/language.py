"""Language: what the builder must know of a language, whichever it is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from voice.model_builder.phones import Phones, PhoneSet

WITHIN = "_"
"""Joins the written words of a sentence that is one word of the lexicon: check_my_balance."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One utterance for a synthesiser. ``phones`` is None where only the synthesiser knows how it will say it."""

    text: str
    spoken: str
    accent: str
    phones: Phones | None


class Language(Protocol):
    """A language of which models can be built."""

    @property
    def code(self) -> str:
        """A BCP 47 tag: zh-CN, en."""
        ...

    @property
    def phones(self) -> PhoneSet:
        """What the network tells apart."""
        ...

    @property
    def accents(self) -> Sequence[str]:
        """Voices of espeak-ng that speak it."""
        ...

    @property
    def between(self) -> str:
        """What stands between two written words: nothing, or a space."""
        ...

    def pronunciations(self, word: str) -> list[Phones]:
        """All ways to say a word, the usual first. Raises ``Unpronounceable``."""
        ...

    def prompt(self, text: str, rng: random.Random) -> Prompt | None:
        """How a synthesiser is made to say it, with the changes of fluent speech; None when it cannot."""
        ...

    def heard(self, said: str) -> Phones:
        """The phones in a synthesiser's own account of what it said (espeak-ng's mnemonics)."""
        ...
