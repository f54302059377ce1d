"""The search graph (HCLr): from the network's outputs through phones to words, as one tree of pronunciations."""

from __future__ import annotations

from dataclasses import dataclass, field

from voice.model_builder.lexicon import Lexicon
from voice.model_builder.phones import SILENCE, Phones
from voice.model_builder.topology import Topology

UNKNOWN = "[unk]"
"""Stands for speech outside the vocabulary: any phones."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs of ways through the graph, as negative natural logarithms of their likelihoods."""

    into_silence: float = 0.7
    word: float = 0.4
    stay: float = 0.3
    """For each moment more that a phone goes on sounding."""
    straight: float = 0.1
    blank: float = 0.15
    """For each blank within a phone, so that long silence goes to the silence phone."""
    unknown: float = 2.0
    """For hearing the unknown at all …"""
    unknown_phone: float = 2.4
    """… and for each of its phones: with less, commands get lost; with more, other speech becomes commands."""


USUAL = Costs()


@dataclass(slots=True)
class SearchGraph:
    """Arcs (from, to, transition, word, cost), final states with costs, and the marks of homophones."""

    arcs: list[tuple[int, int, int, int, float]] = field(default_factory=list)
    finals: list[tuple[int, float]] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    marks: list[int] = field(default_factory=list)

    def text(self) -> str:
        """The form that OpenFst compiles; the arcs of the start state stand first."""
        ordered = sorted(self.arcs, key=lambda arc: arc[0] != 0)
        lines = [f"{a} {b} {i} {o} {cost:.4f}" for a, b, i, o, cost in ordered]
        return "\n".join([*lines, *(f"{state} {cost}" for state, cost in self.finals)]) + "\n"


class _Builder:
    def __init__(self, topology: Topology, costs: Costs) -> None:
        self._topology = topology
        self._costs = costs
        self.graph = SearchGraph()
        self._states = 0
        self.start, self.ready, self.end = self.state(), self.state(), self.state()
        self._after: dict[Phones, int] = {(): self.ready}

    def state(self) -> int:
        self._states += 1
        return self._states - 1

    def arc(self, source: int, target: int, transition: int, word: int, cost: float) -> None:
        self.graph.arcs.append((source, target, transition, word, cost))

    def frame(self) -> None:
        """Silence or none at the start, between words and at the end."""
        costs = self._costs
        self._silence(self.start, self.ready, costs.into_silence)
        self.arc(self.start, self.ready, 0, 0, costs.into_silence)
        self.arc(self.end, self.ready, 0, 0, costs.word)
        self._silence(self.end, self.ready, costs.word + costs.into_silence)
        self.graph.finals = [(self.end, 0.0), (self.ready, 0.0)]

    def _silence(self, source: int, target: int, cost: float) -> None:
        state = self.state()
        self.arc(source, state, 0, 0, cost)
        self.arc(state, state, self._topology.transition(SILENCE, 0, 0), 0, 0.0)
        self.arc(state, target, self._topology.transition(SILENCE, 0, 1), 0, 0.0)

    def unknown(self, word: int) -> None:
        """Any phones, one or more."""
        within, after = self.state(), self.state()
        self.arc(self.ready, within, 0, 0, self._costs.unknown)
        for phone in self._topology.phones.names:
            self._phone(within, phone, after)
        self.arc(after, within, 0, 0, self._costs.unknown_phone)
        self.arc(after, self.end, self._topology.transitions + 1, word, 0.0)

    def _phone(self, source: int, phone: str, target: int) -> None:
        """The phone's own output, then blanks; see :mod:`topology`."""
        number, costs = self._topology.phones.output(phone) + 1, self._costs
        sounding, fading = self.state(), self.state()
        transition = self._topology.transition
        self.arc(source, sounding, 0, 0, 0.0)
        self.arc(sounding, sounding, transition(number, 0, 0), 0, costs.stay)
        self.arc(sounding, fading, transition(number, 0, 1), 0, 0.0)
        self.arc(sounding, target, transition(number, 0, 2), 0, costs.straight)
        self.arc(fading, fading, transition(number, 1, 1), 0, costs.blank)
        self.arc(fading, target, transition(number, 1, 2), 0, costs.blank)

    def spell(self, phones: Phones) -> None:
        """The branch of the tree for a pronunciation."""
        for size in range(1, len(phones) + 1):
            part = phones[:size]
            if part not in self._after:
                self._after[part] = self.state()
                self._phone(self._after[part[:-1]], part[-1], self._after[part])

    def leaf(self, phones: Phones, mark: int, word: int) -> None:
        self.arc(self._after[phones], self.end, mark, word, 0.0)


def search_graph(lexicon: Lexicon, topology: Topology, costs: Costs = USUAL) -> SearchGraph:
    """The graph of a lexicon. Words that sound alike are told apart by marks above the transitions' numbers."""
    builder = _Builder(topology, costs)
    graph = builder.graph
    graph.words = {word: number for number, word in enumerate([*lexicon, UNKNOWN], 1)}
    builder.frame()
    builder.unknown(graph.words[UNKNOWN])
    alike: dict[Phones, list[str]] = {}
    for word, pronunciations in lexicon.items():
        for phones in pronunciations:
            builder.spell(phones)
            alike.setdefault(phones, []).append(word)
    for phones, words in alike.items():
        for at, word in enumerate(words):
            builder.leaf(phones, topology.transitions + 1 + at, graph.words[word])
    most = max(map(len, alike.values()), default=1)
    graph.marks = [topology.transitions + 1 + at for at in range(most)]
    return graph
