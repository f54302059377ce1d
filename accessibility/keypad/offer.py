"""Offer: something longer that the letters written last may mean, to be chosen in their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """shown: what is seen of it. text: all that is written once it is chosen. tell: gives its spoken name."""

    shown: str
    text: str
    tell: Callable[[], str]

    @property
    def name(self) -> str:
        """What is heard of it, which tells it from others that sound alike; made when it is wanted, for few are."""
        return self.tell()


Offers = Callable[[str], Sequence[Offer]]
"""Gives what may be meant by all that is written, the likeliest first."""


def no_offers(text: str) -> Sequence[Offer]:
    """Nothing: what is written means itself."""
    return ()
