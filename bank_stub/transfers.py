"""Transfers: an order is quoted, then confirmed once under a key, and leaves a receipt."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bank_stub.clock import Clock
from bank_stub.errors import Refused
from bank_stub.ledger import CLEARING, FEES, Line, post
from bank_stub.name_check import check_name
from bank_stub.store import Store
from bank_stub.tables import Account, Customer, OutsideAccount, Payee, Quote, Transfer
from bank_stub.terms import OUR_BANK, Terms

FEE_NOTE = "转账手续费"
TRANSFER_NOTE = "转账"


@dataclass(frozen=True, slots=True)
class Order:
    """What a customer wants: cents of ``currency`` from an account of theirs to a saved payee."""

    from_account: str
    payee: str
    amount_cents: int
    currency: str
    note: str


class Transfers:
    """Quotes, confirms and remembers transfers."""

    def __init__(self, store: Store, clock: Clock, terms: Terms) -> None:
        self._store = store
        self._clock = clock
        self._terms = terms

    def quote(self, customer: str, order: Order) -> Quote:
        """Fee and name check for an order; nothing moves.

        Raises:
            Refused: ``no_such_account``, ``no_such_payee``, ``currency_not_supported``,
                ``amount_not_positive``, ``over_transfer_limit``, ``over_daily_limit``,
                ``insufficient_funds`` or ``same_account``.
        """
        self._check_amount(order)
        now = self._clock.now()
        with self._store.writing() as session:
            account = own_account(session, customer, order.from_account)
            payee = session.get(Payee, order.payee)
            if payee is None or payee.owner != customer:
                raise Refused("no_such_payee", field="payee")
            holder = _holder(session, payee)
            if payee.account_number == account.number:
                raise Refused("same_account", field="payee")
            fee = self._terms.fee_cents(order.amount_cents, inside=payee.bank == OUR_BANK)
            self._check_day(session, customer, order.amount_cents, now)
            _check_cover(account, order.amount_cents + fee)
            quote = Quote(
                id=secrets.token_hex(12),
                customer_number=customer,
                from_account=account.id,
                payee=payee.id,
                amount_cents=order.amount_cents,
                fee_cents=fee,
                note=order.note,
                name_check=check_name(payee.name, holder).value,
                expires_at=now + timedelta(minutes=self._terms.quote_minutes),
            )
            session.add(quote)
        return quote

    def confirm(self, customer: str, quote_id: str, key: str, channel: str) -> tuple[Transfer, bool]:
        """Move the money once per key: the transfer, and whether this call moved it.

        Raises:
            Refused: ``key_reused``, ``no_such_quote``, ``quote_used``, ``quote_expired``,
                ``over_daily_limit`` or ``insufficient_funds``.
        """
        try:
            return self._confirm(customer, quote_id, key, channel)
        except IntegrityError:
            # Another request with this key or quote was written first: the second look finds it.
            return self._confirm(customer, quote_id, key, channel)

    def by_key(self, customer: str, key: str) -> Transfer:
        """The transfer confirmed under ``key``. Raises Refused ``no_such_transfer``."""
        with self._store.reading() as session:
            transfer = _under_key(session, customer, key)
        if transfer is None:
            raise Refused("no_such_transfer")
        return transfer

    def _confirm(self, customer: str, quote_id: str, key: str, channel: str) -> tuple[Transfer, bool]:
        with self._store.writing() as session:
            # Holding the customer's row puts the confirmations of one customer in a queue.
            session.get(Customer, customer, with_for_update=True)
            before = _under_key(session, customer, key)
            if before is not None:
                if before.quote_id != quote_id:
                    raise Refused("key_reused")
                return before, False
            quote = self._usable(session, customer, quote_id)
            now = self._clock.now()
            self._check_day(session, customer, quote.amount_cents, now)
            return self._move(session, quote, key, channel, now), True

    def _usable(self, session: Session, customer: str, quote_id: str) -> Quote:
        quote = session.get(Quote, quote_id)
        if quote is None or quote.customer_number != customer:
            raise Refused("no_such_quote")
        if session.scalar(select(Transfer).where(Transfer.quote_id == quote_id)) is not None:
            raise Refused("quote_used")
        if quote.expires_at <= self._clock.now():
            raise Refused("quote_expired")
        return quote

    def _move(self, session: Session, quote: Quote, key: str, channel: str, now: datetime) -> Transfer:
        account = own_account(session, quote.customer_number, quote.from_account)
        payee = session.get_one(Payee, quote.payee)
        lines = _lines(session, quote, account, payee)
        transaction = post(session, now, "transfer", channel, lines)
        transfer = Transfer(
            reference=f"{now:%Y%m%d}{transaction.id:08d}",
            transaction_id=transaction.id,
            customer_number=quote.customer_number,
            key=key,
            quote_id=quote.id,
            at=now,
            from_tail=account.number[-4:],
            payee_name=payee.name,
            payee_tail=payee.account_number[-4:],
            amount_cents=quote.amount_cents,
            fee_cents=quote.fee_cents,
            balance_after_cents=account.balance_cents,
        )
        session.add(transfer)
        return transfer

    def _check_amount(self, order: Order) -> None:
        if order.currency != "CNY":
            raise Refused("currency_not_supported", field="amount", currency=order.currency)
        if order.amount_cents <= 0:
            raise Refused("amount_not_positive", field="amount")
        limit = self._terms.per_transfer_cents
        if order.amount_cents > limit:
            raise Refused("over_transfer_limit", field="amount", limit_cents=limit)

    def _check_day(self, session: Session, customer: str, amount_cents: int, now: datetime) -> None:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        sent = func.coalesce(func.sum(Transfer.amount_cents), 0)
        query = select(sent).where(Transfer.customer_number == customer, Transfer.at >= midnight)
        limit = self._terms.per_day_cents
        left = max(0, limit - int(session.scalar(query) or 0))
        if amount_cents > left:
            raise Refused("over_daily_limit", field="amount", limit_cents=limit, left_cents=left)


def own_account(session: Session, customer: str, account_id: str) -> Account:
    """The customer's account with that id. Raises Refused ``no_such_account``."""
    account = session.get(Account, account_id)
    if account is None or account.owner != customer:
        raise Refused("no_such_account", field="from_account")
    return account


def _under_key(session: Session, customer: str, key: str) -> Transfer | None:
    query = select(Transfer).where(Transfer.customer_number == customer, Transfer.key == key)
    return session.scalar(query)


def _inside(session: Session, payee: Payee) -> Account | None:
    return session.scalar(select(Account).where(Account.number == payee.account_number))


def _holder(session: Session, payee: Payee) -> str:
    """The registered name behind a payee's account, here or at its bank."""
    inside = _inside(session, payee)
    if inside is not None:
        return inside.holder
    outside = session.get(OutsideAccount, payee.account_number)
    if outside is None:
        raise Refused("no_such_payee", field="payee")
    return outside.holder


def _check_cover(account: Account, needed: int) -> None:
    available = account.balance_cents
    if needed > available:
        raise Refused("insufficient_funds", field="amount", available_cents=available, needed_cents=needed)


def _lines(session: Session, quote: Quote, account: Account, payee: Payee) -> list[Line]:
    """What the ledger is told: money to the payee's account, or to clearing when it is elsewhere."""
    inside = _inside(session, payee)
    target = inside.id if inside is not None else CLEARING
    note = quote.note or TRANSFER_NOTE
    lines = [
        Line(account.id, -quote.amount_cents, payee.name, note),
        Line(target, quote.amount_cents, account.holder, note),
    ]
    if quote.fee_cents:
        lines.append(Line(account.id, -quote.fee_cents, OUR_BANK, FEE_NOTE))
        lines.append(Line(FEES, quote.fee_cents, account.holder, FEE_NOTE))
    return lines
