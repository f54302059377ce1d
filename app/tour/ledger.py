"""Ledger: what the bank itself says was booked, asked over its own line, beside the client."""

from __future__ import annotations

from dataclasses import dataclass

from app.bank.port import Bank
from app.domain.money import Money
from app.domain.secret import Secret
from app.tour.stage import CUSTOMER, PASSWORD


class LedgerDiffersError(Exception):
    """The bank has booked something else than the customer did."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The main account of the tour's customer."""

    bank: Bank

    def balance(self) -> Money:
        """What the account holds now."""
        self.bank.sign_in(CUSTOMER, Secret(PASSWORD))
        try:
            return self.bank.accounts()[0].balance
        finally:
            self.bank.sign_out()

    def check(self, before: Money, moved: Money) -> Money:
        """The balance now, which must be ``moved`` less than before.

        Raises:
            LedgerDiffersError: when it is not.
        """
        now = self.balance()
        if now != before - moved:
            raise LedgerDiffersError(f"{before} less {moved} should be {before - moved}, the bank has {now}")
        return now
