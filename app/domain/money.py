"""Money: whole cents with a currency, never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"(-?)([0-9]+)(?:\.([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in hundredths of the currency's unit (分 for CNY). May be negative."""

    cents: int
    currency: str = "CNY"

    @classmethod
    def parse(cls, text: str, currency: str = "CNY") -> Money:
        """Read a plain decimal such as ``1234.5``; at most two decimals.

        Raises:
            ValueError: when the text is no plain decimal amount.
        """
        found = _PLAIN.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not a plain amount: {text!r}")
        sign, whole, part = found.groups()
        cents = int(whole) * 100 + int((part or "").ljust(2, "0"))
        return cls(-cents if sign else cents, currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in whole units, exact."""
        return Decimal(self.cents).scaleb(-2)

    def __str__(self) -> str:
        """Plain decimal with two places, no grouping, no currency: the wire and slot form."""
        return f"{self.decimal:.2f}"

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.cents, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.cents < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.cents <= self._same(other)

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.cents
