"""Shipping: the graphs of a finished model, with the proof that every sentence of the product can be said to it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from voice.model_builder.errors import CannotBeSaid
from voice.model_builder.language import Language
from voice.model_builder.lexicon import Lexicon, everyday_characters, make_lexicon, rare_characters
from voice.model_builder.material import Material
from voice.model_builder.model_files import write_graphs
from voice.model_builder.search_graph import USUAL, Costs
from voice.model_builder.texts import Shares, Texts

_SEED = 3
_CUT_LONG = 0.7
"""The part of the sentences that are cut into long words; the others into the shortest."""
_EXAMPLES = Shares(sentences=0.4, examples=0.2, amounts=0.2, digits=0.15, jumbles=0.0, short=0.0, confusable=0.0)
"""As people say them: what is hard for a network is no likelier for it."""


def build_graphs(
    folder: Path,
    language: Language,
    material: Material,
    words: Sequence[str],
    *,
    costs: Costs = USUAL,
    examples: int = 40_000,
) -> Lexicon:
    """Write ``graph`` and ``conf`` beside the acoustic model in ``folder``; returns the words that it knows.

    ``costs`` are those of ways through the search graph. From ``examples`` drawn sentences the model's own language
    model learns.

    Raises:
        CannotBeSaid: some sentence of the material has words without sounds, by name.
        BuildProblem: OpenFst's tools are missing, or the acoustic model.
    """
    characters = [] if language.between else everyday_characters() + rare_characters()
    lexicon = make_lexicon(language, material, [*characters, *words])
    lost = [said for said in material.said if lexicon.cut(said, language.between) is None]
    if lost:
        raise CannotBeSaid(lost)
    write_graphs(folder, language.phones, lexicon, _examples(language, material, lexicon, words, examples), costs)
    return lexicon


def _examples(
    language: Language, material: Material, lexicon: Lexicon, words: Sequence[str], count: int
) -> Iterator[list[str]]:
    """Sentences as people say them to the product, cut into words: what the model's own language model learns."""
    single = words or everyday_characters()
    texts = Texts(material, single, language.between, _EXAMPLES)
    rng = random.Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
    for _ in range(count):
        text = texts.draw(rng)
        shortest = not language.between and rng.random() >= _CUT_LONG
        cut = list(text) if shortest else lexicon.cut(text, language.between)
        if cut and all(word in lexicon for word in cut):
            yield cut
