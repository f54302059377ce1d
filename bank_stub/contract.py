"""The wire contract: what requests and answers look like, as published in /openapi.json."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from bank_stub.clock import BANK_ZONE
from bank_stub.name_check import NameCheck
from bank_stub.tables import Account, Customer, Payee, Posting, Quote, Transfer


class Channel(StrEnum):
    """How the customer came (guideline article 2): sent with every request as ``X-Channel``."""

    APP = "app"
    VOICE = "voice"
    CHAT = "chat"
    TERMINAL = "terminal"
    PHONE = "phone"
    SMS = "sms"
    WEB = "web"
    KIOSK = "kiosk"
    BRANCH = "branch"


class Wire(BaseModel):
    """All models of the contract: nothing beyond the fields that are named."""

    model_config = ConfigDict(extra="forbid")


class Money(Wire):
    """Whole cents (分); never a decimal fraction."""

    cents: StrictInt
    currency: str = Field(pattern="^[A-Z]{3}$", examples=["CNY"])

    @classmethod
    def cny(cls, cents: int) -> Money:
        """An amount of yuan, given in cents."""
        return cls(cents=cents, currency="CNY")


class SignInRequest(Wire):
    customer_number: str = Field(min_length=1, max_length=32)
    password: str = Field(min_length=1, max_length=128, repr=False)


class CustomerOut(Wire):
    number: str
    name: str
    needs: list[str]

    @classmethod
    def of(cls, row: Customer) -> CustomerOut:
        return cls(number=row.number, name=row.name, needs=row.needs)


class SignInOut(Wire):
    """``expires_in`` is seconds without use; every request begins them anew."""

    token: str
    expires_in: int
    customer: CustomerOut


class AccountOut(Wire):
    """An account; only the last four digits of its number travel."""

    id: str
    kind: Literal["current", "savings"]
    tail: str = Field(pattern=r"^\d{4}$")
    balance: Money

    @classmethod
    def of(cls, row: Account) -> AccountOut:
        kind: Literal["current", "savings"] = "savings" if row.kind == "savings" else "current"
        return cls(id=row.id, kind=kind, tail=row.number[-4:], balance=Money.cny(row.balance_cents))


class AccountsOut(Wire):
    accounts: list[AccountOut]


class EntryOut(Wire):
    """One line of history; ``amount`` is negative when money left."""

    id: str
    at: datetime
    amount: Money
    counterparty: str
    note: str
    balance_after: Money

    @classmethod
    def of(cls, row: Posting) -> EntryOut:
        return cls(
            id=f"p{row.id}",
            at=row.transaction.at.astimezone(BANK_ZONE),
            amount=Money.cny(row.amount_cents),
            counterparty=row.counterparty,
            note=row.note,
            balance_after=Money.cny(row.balance_after_cents),
        )


class EntriesOut(Wire):
    """A page, newest first; ``next_cursor`` is null on the last one. ``older``: how many entries come after it."""

    account: AccountOut
    entries: list[EntryOut]
    next_cursor: str | None
    older: int = Field(ge=0)


class PayeeOut(Wire):
    id: str
    name: str
    bank: str
    tail: str = Field(pattern=r"^\d{4}$")

    @classmethod
    def of(cls, row: Payee) -> PayeeOut:
        return cls(id=row.id, name=row.name, bank=row.bank, tail=row.account_number[-4:])


class PayeesOut(Wire):
    payees: list[PayeeOut]


class OrderIn(Wire):
    from_account: str = Field(min_length=1, max_length=32)
    payee: str = Field(min_length=1, max_length=32)
    amount: Money
    note: str = Field(default="", max_length=40)


class QuoteOut(Wire):
    id: str
    order: OrderIn
    fee: Money
    total: Money
    name_check: NameCheck
    expires_at: datetime

    @classmethod
    def of(cls, row: Quote) -> QuoteOut:
        order = OrderIn(
            from_account=row.from_account,
            payee=row.payee,
            amount=Money.cny(row.amount_cents),
            note=row.note,
        )
        return cls(
            id=row.id,
            order=order,
            fee=Money.cny(row.fee_cents),
            total=Money.cny(row.amount_cents + row.fee_cents),
            name_check=NameCheck(row.name_check),
            expires_at=row.expires_at.astimezone(BANK_ZONE),
        )


class ConfirmIn(Wire):
    quote_id: str = Field(min_length=1, max_length=32)


class ReceiptOut(Wire):
    """Proof that the money moved; ``reference`` is digits, so that it can be read out."""

    reference: str = Field(pattern=r"^\d{16,}$")
    at: datetime
    from_tail: str
    payee_name: str
    payee_tail: str
    amount: Money
    fee: Money
    balance_after: Money

    @classmethod
    def of(cls, row: Transfer) -> ReceiptOut:
        return cls(
            reference=row.reference,
            at=row.at.astimezone(BANK_ZONE),
            from_tail=row.from_tail,
            payee_name=row.payee_name,
            payee_tail=row.payee_tail,
            amount=Money.cny(row.amount_cents),
            fee=Money.cny(row.fee_cents),
            balance_after=Money.cny(row.balance_after_cents),
        )


class HealthOut(Wire):
    status: Literal["ok"]


class InvalidField(Wire):
    at: str
    message: str


class ProblemOut(BaseModel):
    """RFC 9457. The members after ``code`` are present when the code's explanation names them."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    field: str | None = None
    attempts_left: int | None = None
    minutes: int | None = None
    available_cents: int | None = None
    needed_cents: int | None = None
    limit_cents: int | None = None
    left_cents: int | None = None
    currency: str | None = None
    errors: list[InvalidField] | None = None


class ProblemKindOut(Wire):
    """What a code means, served at the address that its ``type`` names."""

    code: str
    title: str
    status: int
    words: list[str]
