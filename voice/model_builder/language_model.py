"""The model's own language model (Gr): which word follows which, for listening without a grammar.

Pairs of words with absolute discounting, and any single word of the lexicon behind them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_BEGIN, _END = "<s>", "</s>"
_DISCOUNT = 0.5
_LEAST_BACK_OFF = 0.6
_UNIFORM = 0.02


def bigram_graph(sentences: Iterable[list[str]], words: Mapping[str, int]) -> str:
    """The text form of the graph; ``words`` are all words of the lexicon with their numbers."""
    single: Counter[str] = Counter()
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        before = _BEGIN
        for word in [*sentence, _END]:
            pairs[before][word] += 1
            single[word] += 1
            before = word
    states = {_BEGIN: 0}
    for before in pairs:
        states.setdefault(before, len(states))
    return _lines(pairs, single, states, words)


def _lines(
    pairs: Mapping[str, Counter[str]], single: Counter[str], states: Mapping[str, int], words: Mapping[str, int]
) -> str:
    anywhere, total = len(states), sum(single.values())
    found: list[tuple[int, str]] = []

    def arc(source: int, target: int, word: int, chance: float) -> None:
        found.append((source, f"{source} {target} {word} {word} {-math.log(chance):.4f}"))

    def end(source: int, chance: float) -> None:
        found.append((source, f"{source} {-math.log(chance):.4f}"))

    for before, counts in pairs.items():
        seen, source = sum(counts.values()), states[before]
        for word, count in counts.items():
            chance = (count - _DISCOUNT) / seen
            if word == _END:
                end(source, chance)
            else:
                arc(source, states.get(word, anywhere), words[word], chance)
        arc(source, anywhere, 0, min(_DISCOUNT * len(counts) / seen, _LEAST_BACK_OFF))
    for word, number in words.items():
        chance = (1 - _UNIFORM) * single[word] / total + _UNIFORM / len(words)
        arc(anywhere, states.get(word, anywhere), number, chance)
    end(anywhere, single[_END] / total)
    return "\n".join(line for _, line in sorted(found, key=lambda one: one[0])) + "\n"
