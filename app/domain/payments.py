"""Payees and transfers: an order is quoted, read back, confirmed once, and leaves a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.money import Money


@dataclass(frozen=True, slots=True)
class Payee:
    """Someone the customer has paid before or has saved."""

    id: str
    name: str
    bank: str
    tail: str


class NameCheck(StrEnum):
    """Does the name we hold belong to the account that would be paid?"""

    MATCH = "match"
    CLOSE = "close"
    NO_MATCH = "no_match"


@dataclass(frozen=True, slots=True)
class TransferOrder:
    """What the customer wants done."""

    from_account: str
    payee: str
    amount: Money
    note: str = ""


@dataclass(frozen=True, slots=True)
class TransferQuote:
    """What it will cost and whom it will reach, before anything moves."""

    id: str
    order: TransferOrder
    fee: Money
    total: Money
    name_check: NameCheck
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class TransferReceipt:
    """Proof that the money moved; ``reference`` is the same in every mode and channel."""

    reference: str
    at: datetime
    from_tail: str
    payee_name: str
    payee_tail: str
    amount: Money
    fee: Money
    balance_after: Money
