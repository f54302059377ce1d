"""What can be said to the flows, as a recogniser is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.dialogue.grammar import Grammar, load_grammar
from app.dialogue.vocabulary import Listening, Vocabulary
from app.flows import FLOWS
from app.words import Words
from voice.stt.number_phrases import amount_phrases, digit_phrases

WEIGHT = 5
"""How many times a whole sentence counts against one example with a number in it."""


CORRECTED = 12
"""Examples of digits behind each thing that may come before them."""


def trigger_sentences(grammar: Grammar) -> tuple[str, ...]:
    """All that can be said to the flows, with names that are common in the language."""
    return make_vocabulary(grammar).sentences(example_names(grammar.lang))


def example_names(lang: str) -> list[str]:
    """Names to listen for where no customer is known; an English one is two words."""
    listed = Words.load(lang).text("example-names").split()
    return listed if lang.startswith("zh") else [" ".join(pair) for pair in zip(listed[::2], listed[1::2], strict=True)]


def make_vocabulary(grammar: Grammar) -> Vocabulary:
    """What can be said, from the templates of a language."""
    return Vocabulary(grammar, list(FLOWS), lambda: amount_phrases(grammar.lang))


def spoken_phrases(listening: Listening, lang: str = "zh-CN") -> tuple[str, ...]:
    """What a recogniser is to listen for; a phrase that stands there more often is the likelier."""
    numbers = amount_phrases(lang) if listening.amounts else ()
    digits = digit_phrases(lang) if listening.digits else ()
    corrected = _corrected_digits(listening.before_digits, lang)
    return (*listening.sentences * WEIGHT, *listening.combined, *numbers, *digits, *corrected)


def _corrected_digits(before: Sequence[str], lang: str) -> list[str]:
    """What may come before digits, with examples of them behind it."""
    between, strings = "" if lang.startswith("zh") else " ", digit_phrases(lang)
    return [
        f"{text}{between}{strings[(at * CORRECTED + turn) % len(strings)]}"
        for at, text in enumerate(before)
        for turn in range(CORRECTED)
    ]


def phrases_for_files(lang: str) -> tuple[str, ...]:
    """For sound files there is no customer: sentences, common names and numbers."""
    return spoken_phrases(make_vocabulary(load_grammar(lang)).everything(example_names(lang)), lang)
