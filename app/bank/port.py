"""What the client asks of a bank, whatever carries it."""

from __future__ import annotations

from typing import Protocol

from app.domain.accounts import Account, Customer, EntryPage
from app.domain.payments import Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret


class Bank(Protocol):
    """A remote bank. Calls block and may run on any one thread at a time; none touches a window.

    Every call raises :class:`app.domain.errors.Problem` (or a leaf of it) with a stable code.
    Reads are retried inside the adapter; a payment is retried only under its own key.
    """

    def sign_in(self, customer_number: str, password: Secret) -> Customer:
        """Codes: ``wrong_credentials`` (words: attempts_left), ``locked_out`` (words: minutes)."""

    def sign_out(self) -> None:
        """End the session; never fails when there is none."""

    def accounts(self) -> tuple[Account, ...]:
        """The customer's accounts, the main one first."""

    def payees(self) -> tuple[Payee, ...]:
        """Saved payees."""

    def entries(self, account_id: str, cursor: str | None = None, limit: int = 5) -> EntryPage:
        """A page of history, newest first. Codes: ``no_such_account``, ``bad_cursor``."""

    def quote_transfer(self, order: TransferOrder) -> TransferQuote:
        """Fee and name check. Codes: ``insufficient_funds`` (words: available), ``over_transfer_limit``
        (words: limit), ``amount_not_positive``, ``no_such_payee``, ``no_such_account``."""

    def confirm_transfer(self, quote_id: str, key: str) -> TransferReceipt:
        """Move the money once per ``key``: the same key gives the same receipt.

        Codes: ``quote_expired``, ``insufficient_funds``, ``key_reused`` (the key was used for another quote);
        :class:`NoAnswer` when the outcome is unknown.
        """

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        """What became of a confirmation: its receipt, or None when the bank holds nothing under that key."""
