"""A bank on which things go wrong when they are told to: for an audit of what the client shows then."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from threading import Event
from typing import TypeVar

from app.bank.port import Bank
from app.domain.accounts import Account, Customer, EntryPage
from app.domain.errors import BankDown, NoAnswer, SignedOut
from app.domain.payments import Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret
from app.flows.staying import WARN_BEFORE

Answer = TypeVar("Answer")


class Order(StrEnum):
    """What is to go wrong from now on; WELL: nothing any more."""

    WELL = "well"
    SLOW = "slow"
    """Calls wait until all is well."""
    DOWN = "down"
    NO_ENTRIES = "no_entries"
    """Of all calls those for the history fail."""
    LOSE = "lose"
    """A payment is made, and its answer is lost."""
    EXPIRE = "expire"
    """The session is not known any more; the next sign-in is served well."""
    SHORT = "short"
    """A session at the bank is so short that its end is near at once."""


class DrilledBank:
    """`inner` does the work; see the port for its calls. Orders come from another thread than calls."""

    def __init__(self, inner: Bank) -> None:
        self._inner = inner
        self._order = Order.WELL
        self._goes_on = Event()
        self._goes_on.set()

    def obey(self, order: Order) -> None:
        """From the next call on; those that wait go on when it is not SLOW."""
        self._order = order
        if order is Order.SLOW:
            self._goes_on.clear()
        else:
            self._goes_on.set()

    @property
    def channel(self) -> str:
        return self._inner.channel

    @channel.setter
    def channel(self, channel: str) -> None:
        self._inner.channel = channel

    @property
    def session_seconds(self) -> float:
        life = self._inner.session_seconds
        return min(life, WARN_BEFORE + 1.0) if self._order is Order.SHORT else life

    def sign_in(self, customer_number: str, password: Secret) -> Customer:
        if self._order is Order.EXPIRE:
            self.obey(Order.WELL)
        return self._call(lambda: self._inner.sign_in(customer_number, password))

    def sign_out(self) -> None:
        self._inner.sign_out()

    def accounts(self) -> tuple[Account, ...]:
        return self._call(self._inner.accounts)

    def payees(self) -> tuple[Payee, ...]:
        return self._call(self._inner.payees)

    def entries(self, account_id: str, cursor: str | None = None, limit: int = 5) -> EntryPage:
        if self._order is Order.NO_ENTRIES:
            raise BankDown()
        return self._call(lambda: self._inner.entries(account_id, cursor, limit))

    def quote_transfer(self, order: TransferOrder) -> TransferQuote:
        return self._call(lambda: self._inner.quote_transfer(order))

    def confirm_transfer(self, quote_id: str, key: str) -> TransferReceipt:
        receipt = self._call(lambda: self._inner.confirm_transfer(quote_id, key))
        if self._order is Order.LOSE:
            raise NoAnswer()
        return receipt

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        return self._call(lambda: self._inner.transfer_by_key(key))

    def _call(self, call: Callable[[], Answer]) -> Answer:
        self._goes_on.wait()
        if self._order is Order.DOWN:
            raise BankDown()
        if self._order is Order.EXPIRE:
            raise SignedOut()
        return call()
