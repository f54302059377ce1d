"""Customers, their accounts, and the lines of an account's history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.money import Money


class AccountKind(StrEnum):
    """What sort of account it is; the words are in the locale files."""

    CURRENT = "current"
    SAVINGS = "savings"


@dataclass(frozen=True, slots=True)
class Customer:
    """Who is signed in. ``needs`` are stated by the customer, e.g. ``blind`` (guideline G13(2))."""

    number: str
    name: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its owner sees it; only the last four digits of its number ever travel."""

    id: str
    kind: AccountKind
    tail: str
    balance: Money


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an account's history. ``amount`` is negative when money left."""

    id: str
    at: datetime
    amount: Money
    counterparty: str
    note: str
    balance_after: Money


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Some lines, newest first; ``next_cursor`` is None on the last page.

    ``older``: how many come after these; None where the bank does not say.
    """

    account: Account
    entries: tuple[Entry, ...]
    next_cursor: str | None
    older: int | None = None
