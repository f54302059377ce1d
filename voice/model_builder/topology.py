"""Topology: how long a phone lasts, and the numbers of all transitions (Kaldi's transition model).

Silence is one state on the blank output. A phone is a state on its own output that may go on in a state on
the blank output: CTC gives a phone a single moment and blanks after it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from voice.model_builder.kaldi_stream import KaldiWriter
from voice.model_builder.phones import BLANK, SILENCE, PhoneSet

_SILENCE_STATES = (((0, 0.5), (1, 0.5)), ())
_PHONE_STATES = (((0, 0.4), (1, 0.3), (2, 0.3)), ((1, 0.5), (2, 0.5)), ())

States = tuple[tuple[tuple[int, float], ...], ...]
"""For each state the next states with their probabilities; the last, without any, is the end."""


def _states(phone: int) -> States:
    return _SILENCE_STATES if phone == SILENCE else _PHONE_STATES


@dataclass(frozen=True, slots=True)
class Topology:
    """The transitions of a phone set, numbered from 1."""

    phones: PhoneSet
    _numbers: dict[tuple[int, int, int], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        arcs = ((phone, state, to) for phone, state, _ in self.triples() for to, _ in _states(phone)[state])
        object.__setattr__(self, "_numbers", {arc: number for number, arc in enumerate(arcs, 1)})

    def phone_numbers(self) -> list[int]:
        """Kaldi's numbers of all phones, silence first."""
        return [SILENCE, *(output + 1 for output in range(1, self.phones.outputs))]

    def triples(self) -> list[tuple[int, int, int]]:
        """(phone, state, network output) of every state that makes sound."""
        found = [(SILENCE, 0, BLANK)]
        for phone in self.phone_numbers()[1:]:
            found += [(phone, 0, phone - 1), (phone, 1, BLANK)]
        return found

    def transition(self, phone: int, state: int, to: int) -> int:
        """The number of a transition, from 1."""
        return self._numbers[phone, state, to]

    @property
    def transitions(self) -> int:
        """How many there are; the numbers above mark homophones in the graph."""
        return len(self._numbers)

    def write(self, writer: KaldiWriter) -> None:
        """Write the transition model."""
        numbers = self.phone_numbers()
        writer.token("<TransitionModel>")
        writer.token("<Topology>")
        writer.integers(numbers)
        kinds = [-1] * (max(numbers) + 1)
        for number in numbers:
            kinds[number] = int(number != SILENCE)
        writer.integers(kinds)
        writer.integer(2)
        for states in (_SILENCE_STATES, _PHONE_STATES):
            _write_states(writer, states)
        writer.token("</Topology>")
        writer.token("<Triples>")
        writer.integer(len(self.triples()))
        for triple in self.triples():
            for value in triple:
                writer.integer(value)
        writer.token("</Triples>")
        writer.token("<LogProbs>")
        chances = [chance for phone, state, _ in self.triples() for _, chance in _states(phone)[state]]
        writer.vector([0.0, *map(math.log, chances)])
        writer.token("</LogProbs>")
        writer.token("</TransitionModel>")


def _write_states(writer: KaldiWriter, states: States) -> None:
    writer.integer(len(states))
    for number, following in enumerate(states):
        writer.integer(number if following else -1)
        writer.integer(len(following))
        for to, chance in following:
            writer.integer(to)
            writer.single(chance)
