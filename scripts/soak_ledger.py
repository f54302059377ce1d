"""What must be true of the money at every moment of a soak."""

from __future__ import annotations

from collections import Counter, deque

from app.domain.money import Money
from app.domain.payments import Payee
from app.flows.session import Stage
from app.flows.view import View
from tests.fakes import FakeBank

_SENDING = frozenset({Stage.SUBMIT, Stage.UNANSWERED})


class WrongMoney(Exception):
    """Money moved that should not have, or the books do not balance."""


class Ledger:
    """Follows what the customer agreed to and what the bank did."""

    def __init__(self, bank: FakeBank) -> None:
        self._bank = bank
        self._opening = self._total()
        self._agreed: dict[str, tuple[str, int]] = {}
        self._yes = False
        self._said: deque[str] = deque(maxlen=6)

    @property
    def agreed(self) -> int:
        """How many payments the customer said Yes to, those that the bank refused included."""
        return len(self._agreed)

    def hears(self, text: str, yes: bool) -> None:
        """What the customer says this turn, and whether it may be taken for a Yes."""
        self._yes = yes
        self._said.append(text)

    def follow(self, view: View) -> None:
        """A listener of the interaction. Raises ``WrongMoney`` when something is sent without a Yes."""
        session = view.session
        if session is None or session.stage not in _SENDING:
            return
        payee, amount = session.answers.get("payee"), session.answers.get("amount")
        if not isinstance(payee, Payee) or not isinstance(amount, Money):
            return
        order = (payee.name, amount.cents)
        if self._agreed.get(session.key) == order:
            return
        if not self._yes:
            raise WrongMoney(f"{payee.name} {amount} is sent and nobody said Yes: {[*self._said]}")
        self._agreed[session.key] = order

    def check(self) -> None:
        """Raises ``WrongMoney`` unless every payment was agreed to, once, and nothing else has moved."""
        sent = Counter((receipt.payee_name, receipt.amount.cents) for receipt in self._bank.transfers)
        if sent - Counter(self._agreed.values()):
            raise WrongMoney(f"sent beyond what was agreed: {sent - Counter(self._agreed.values())}")
        gone = sum(receipt.amount.cents + receipt.fee.cents for receipt in self._bank.transfers)
        if self._opening - gone != self._total():
            raise WrongMoney(f"{self._opening} - {gone} is not {self._total()}")

    def _total(self) -> int:
        """Cents on all accounts, by their entries; each balance must be the sum of its entries."""
        total = 0
        for name, account in self._bank.ledger.accounts.items():
            entries = sum(entry.amount.cents for entry in self._bank.ledger.entries[name])
            if entries != account.balance.cents:
                raise WrongMoney(f"account {name} says {account.balance}, its entries {entries} cents")
            total += entries
        return total
