"""Phones: the units that the network tells apart, and their numbers in the network and in Kaldi's files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from voice.model_builder.errors import Unpronounceable

Phones = tuple[str, ...]
"""The sounds of a word or an utterance, in order."""

BLANK = 0
"""The network's output for "no new phone here" (connectionist temporal classification)."""

SILENCE = 1
"""Kaldi's number of the silence phone; it is scored by the blank output."""


@dataclass(frozen=True, slots=True)
class PhoneSet:
    """The phones of one language, in the order of the network's outputs.

    Output 0 is the blank and output n the n-th name; Kaldi's phone 1 is silence, and its phone n+1 the n-th name.
    """

    names: Phones
    _outputs: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_outputs", {name: at for at, name in enumerate(self.names, 1)})

    @property
    def outputs(self) -> int:
        """How many outputs the network has, the blank included."""
        return len(self.names) + 1

    def output(self, phone: str) -> int:
        """The network's output for a phone. Raises :class:`Unpronounceable`."""
        try:
            return self._outputs[phone]
        except KeyError:
            raise Unpronounceable(f"no phone {phone!r} in this language") from None

    def labels(self, phones: Iterable[str]) -> list[int]:
        """The outputs for a pronunciation, blanks left out."""
        return [self.output(phone) for phone in phones]
