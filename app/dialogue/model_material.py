"""What a voice model must hear for these flows: the material from which voice.model_builder builds one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from app.dialogue.grammar import filled, load_grammar
from app.dialogue.vocabulary import Vocabulary
from app.flows import FLOWS
from app.words import Words
from voice.model_builder.material import Material
from voice.numbers.drawn import drawn_numbers

_SEED = 21
_AMOUNTS = 1200
_DIGITS_ASKED = 200


def flow_material(lang: str, names: Sequence[str] = ()) -> Material:
    """Every trigger sentence of the flows in a language, with examples of names and amounts filled in.

    ``names`` are more words that payees may be called by; the language's own examples are always there.
    """
    grammar = load_grammar(lang)
    numbers = drawn_numbers(lang)
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    payees = example_names(lang)
    amounts = tuple(dict.fromkeys(numbers.amount(rng) for _ in range(_AMOUNTS)))
    listening = Vocabulary(grammar, list(FLOWS), lambda: amounts).everything(payees)
    digits = [numbers.digits(rng, 8) for _ in range(_DIGITS_ASKED)]
    asked = [text for intent in FLOWS for text in filled(grammar, intent, {"customer_number": digits})]
    examples = (*listening.combined, *rng.sample(asked, min(len(asked), _DIGITS_ASKED)))
    sentences = tuple(dict.fromkeys(text.lower() for text in listening.sentences))
    return Material(lang, sentences, tuple(text.lower() for text in examples), (*payees, *names))


def example_names(lang: str) -> list[str]:
    """Names of payees as they are said in the language."""
    listed = Words.load(lang).text("example-names").split()
    if lang.startswith("zh"):
        return listed
    return [" ".join(pair).lower() for pair in zip(listed[::2], listed[1::2], strict=False)]
