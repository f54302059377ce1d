"""The bank's terms as data: limits, fees, and how long things last."""

from __future__ import annotations

from dataclasses import dataclass

OUR_BANK = "听见银行"


@dataclass(frozen=True, slots=True)
class FeeBand:
    """Transfers up to ``up_to_cents`` (None: any amount) cost ``fee_cents``."""

    up_to_cents: int | None
    fee_cents: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Amounts are cents (分) of CNY, times are minutes."""

    per_transfer_cents: int = 50_000_00
    per_day_cents: int = 200_000_00
    quote_minutes: int = 10
    session_minutes: int = 15
    sign_in_attempts: int = 5
    lockout_minutes: int = 15
    fees_inside: tuple[FeeBand, ...] = (FeeBand(None, 0),)
    fees_outside: tuple[FeeBand, ...] = (FeeBand(5_000_00, 0), FeeBand(None, 2_00))

    def fee_cents(self, amount_cents: int, *, inside: bool) -> int:
        """The fee of one transfer: free inside the bank; outside free up to 5,000 yuan, 2 yuan above."""
        for band in self.fees_inside if inside else self.fees_outside:
            if band.up_to_cents is None or amount_cents <= band.up_to_cents:
                return band.fee_cents
        raise ValueError("the last fee band must be open")
