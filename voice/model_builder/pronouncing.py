"""Pronunciations that are kept in a file, so that graphs can be built where no synthesiser is installed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from voice.model_builder.errors import BuildProblem
from voice.model_builder.language import Language, Prompt
from voice.model_builder.lexicon import Lexicon
from voice.model_builder.phones import Phones, PhoneSet


@dataclass(slots=True)
class Pronouncing:
    """A language whose words are looked up first, and asked of ``language`` only when they are new."""

    language: Language
    known: Lexicon
    fresh: list[str] = field(default_factory=list)
    """Words that were asked for and not known."""

    @property
    def code(self) -> str:
        """See ``Language``."""
        return self.language.code

    @property
    def phones(self) -> PhoneSet:
        """See ``Language``."""
        return self.language.phones

    @property
    def accents(self) -> Sequence[str]:
        """See ``Language``."""
        return self.language.accents

    @property
    def between(self) -> str:
        """See ``Language``."""
        return self.language.between

    def pronunciations(self, word: str) -> list[Phones]:
        """See ``Language``."""
        if word not in self.known:
            self.known.add(word, self.language.pronunciations(word))
            self.fresh.append(word)
        return self.known[word]

    def prompt(self, text: str, rng: random.Random) -> Prompt | None:
        """See ``Language``."""
        return self.language.prompt(text, rng)

    def heard(self, said: str) -> Phones:
        """See ``Language``."""
        return self.language.heard(said)


def read_lexicon(path: Path) -> Lexicon:
    """A lexicon from lines of a word and its phones; a word may have several. Empty when there is no file.

    Raises:
        BuildProblem: a line without phones.
    """
    lexicon = Lexicon()
    if not path.exists():
        return lexicon
    for line in path.read_text(encoding="utf8").splitlines():
        word, *phones = line.split()
        if not phones:
            raise BuildProblem(f"{path}: {word!r} has no phones")
        lexicon.add(word, [tuple(phones)])
    return lexicon


def write_lexicon(lexicon: Lexicon, path: Path) -> None:
    """The file that :func:`read_lexicon` reads, words in order of the alphabet."""
    lines = [f"{word} {' '.join(phones)}" for word in sorted(lexicon) for phones in lexicon[word]]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
