"""The bank's tables: customers, accounts, the ledger, and what a transfer leaves behind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only INTEGER keys


class UtcTime(TypeDecorator[datetime]):
    """Aware times in Python, naive UTC in the database, the same in SQLite and PostgreSQL."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """All tables of the bank."""


class SchemaVersion(Base):
    """Which layout of tables the database holds."""

    __tablename__ = "schema_version"
    version: Mapped[int] = mapped_column(primary_key=True)


class Customer(Base):
    """Who banks here; ``needs`` are stated by the customer (guideline article 13(2))."""

    __tablename__ = "customers"
    number: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    needs: Mapped[list[str]] = mapped_column(JSON)
    password_hash: Mapped[str] = mapped_column(String(200))


class SignInAttempts(Base):
    """Failed sign-ins of a customer number, known or not, forgotten after ``until``."""

    __tablename__ = "sign_in_attempts"
    customer_number: Mapped[str] = mapped_column(String(32), primary_key=True)
    failed: Mapped[int]
    until: Mapped[datetime] = mapped_column(UtcTime)


class SignInSession(Base):
    """A bearer token, kept only as its SHA-256."""

    __tablename__ = "sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    customer_number: Mapped[str] = mapped_column(ForeignKey("customers.number"))
    expires_at: Mapped[datetime] = mapped_column(UtcTime)


class Account(Base):
    """A ledger account. ``owner`` is None for the bank's own and for holders who do not sign in."""

    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[str] = mapped_column(String(19), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    holder: Mapped[str] = mapped_column(String(40))
    owner: Mapped[str | None] = mapped_column(ForeignKey("customers.number"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    balance_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    may_overdraw: Mapped[bool] = mapped_column(default=False)


class Transaction(Base):
    """One event in the ledger; its postings sum to zero. Never changed once written."""

    __tablename__ = "transactions"
    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    kind: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    postings: Mapped[list[Posting]] = relationship(back_populates="transaction", order_by="Posting.id")


class Posting(Base):
    """One leg of a transaction: positive credits the account, negative debits it. Never changed."""

    __tablename__ = "postings"
    __table_args__ = (Index("ix_postings_account", "account_id", "id"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"))
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    balance_after_cents: Mapped[int] = mapped_column(BigInteger)
    counterparty: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(String(60))
    transaction: Mapped[Transaction] = relationship(back_populates="postings")


class OutsideAccount(Base):
    """Who holds an account at another bank, as its name-check service tells us."""

    __tablename__ = "outside_accounts"
    number: Mapped[str] = mapped_column(String(19), primary_key=True)
    bank: Mapped[str] = mapped_column(String(40))
    holder: Mapped[str] = mapped_column(String(40))


class Payee(Base):
    """Someone a customer has saved, under the name the customer gave."""

    __tablename__ = "payees"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner: Mapped[str] = mapped_column(ForeignKey("customers.number"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(40))
    bank: Mapped[str] = mapped_column(String(40))
    account_number: Mapped[str] = mapped_column(String(19))


class Quote(Base):
    """An order with its fee and name check, good until ``expires_at``."""

    __tablename__ = "quotes"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    customer_number: Mapped[str] = mapped_column(ForeignKey("customers.number"))
    from_account: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    payee: Mapped[str] = mapped_column(ForeignKey("payees.id"))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    fee_cents: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(String(60))
    name_check: Mapped[str] = mapped_column(String(16))
    expires_at: Mapped[datetime] = mapped_column(UtcTime)


class Transfer(Base):
    """A confirmed transfer. The two unique rules are what makes money move once."""

    __tablename__ = "transfers"
    __table_args__ = (
        UniqueConstraint("customer_number", "key", name="one_transfer_a_key"),
        UniqueConstraint("quote_id", name="one_transfer_a_quote"),
        Index("ix_transfers_day", "customer_number", "at"),
    )
    reference: Mapped[str] = mapped_column(String(20), primary_key=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"), unique=True)
    customer_number: Mapped[str] = mapped_column(ForeignKey("customers.number"))
    key: Mapped[str] = mapped_column(String(64))
    quote_id: Mapped[str] = mapped_column(ForeignKey("quotes.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    from_tail: Mapped[str] = mapped_column(String(4))
    payee_name: Mapped[str] = mapped_column(String(40))
    payee_tail: Mapped[str] = mapped_column(String(4))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    fee_cents: Mapped[int] = mapped_column(BigInteger)
    balance_after_cents: Mapped[int] = mapped_column(BigInteger)
