"""What the client asks of a bank, whatever carries it."""

from __future__ import annotations

from typing import Protocol

from app.domain.accounts import Account, Customer, EntryPage
from app.domain.payments import Payee, TransferOrder, TransferQuote, TransferReceipt
from app.domain.secret import Secret


class Bank(Protocol):
    """A remote bank. Calls block and may run on any one thread at a time; none touches a window.

    Every call raises :class:`app.domain.errors.Problem` (or a leaf of it) with a stable code.
    Reads are retried inside the adapter; a payment is retried only under its own key. Beside the codes
    below: ``no_answer``, ``bank_down``, ``signed_out`` (the leaves), ``bank_not_trusted`` (whoever answers is
    not our bank), ``bank_garbled`` and ``invalid_request`` (client and bank do not understand each other).
    """

    channel: str
    """How the customer came in, told with each call (G2.2): app, voice, chat or terminal."""

    @property
    def session_seconds(self) -> float:
        """Seconds without a call after which the bank ends a session; 0 until a sign-in has told."""

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
        """Fee and name check; nothing moves.

        Codes, with their words (``…_cents`` are whole cents) and the field they belong to:
        ``insufficient_funds`` (available_cents, needed_cents; amount), ``over_transfer_limit`` (limit_cents;
        amount), ``over_daily_limit`` (limit_cents, left_cents; amount), ``amount_not_positive`` (amount),
        ``currency_not_supported`` (currency; amount), ``no_such_payee`` (payee), ``same_account`` (payee),
        ``no_such_account`` (from_account).
        """

    def confirm_transfer(self, quote_id: str, key: str) -> TransferReceipt:
        """Move the money once per ``key``: the same key gives the same receipt.

        Codes: ``quote_expired``, ``no_such_quote``, ``quote_used`` (confirmed under another key),
        ``key_reused`` (the key was used for another quote), ``insufficient_funds``, ``over_daily_limit``;
        :class:`NoAnswer` when the outcome is unknown: ask :meth:`transfer_by_key`, or confirm again
        under the same key.
        """

    def transfer_by_key(self, key: str) -> TransferReceipt | None:
        """What became of a confirmation: its receipt, or None when the bank holds nothing under that key."""
