"""Double entry: transactions whose postings sum to zero, written once and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import DDL, Table, event, select
from sqlalchemy.orm import Session, UOWTransaction

from bank_stub.errors import LedgerError, Refused
from bank_stub.tables import Account, Posting, Transaction

CLEARING, FEES, OUTSIDE = "bank-clearing", "bank-fees", "bank-outside"
"""The bank's own accounts: money on its way to other banks, fees earned, and where seeded money came from."""


@dataclass(frozen=True, slots=True)
class Line:
    """One leg to write: ``amount_cents`` credits (+) or debits (-) the account ``account_id``."""

    account_id: str
    amount_cents: int
    counterparty: str
    note: str


def post(session: Session, at: datetime, kind: str, channel: str, lines: Sequence[Line]) -> Transaction:
    """Write one transaction and move the balances of its accounts, inside the caller's transaction.

    Raises:
        LedgerError: when the lines do not balance or name no account.
        Refused: ``insufficient_funds`` when an account may not go below zero.
    """
    if len(lines) < 2 or sum(line.amount_cents for line in lines) != 0:
        raise LedgerError("the postings of a transaction sum to zero")
    accounts = _locked(session, {line.account_id for line in lines})
    _check_cover(accounts, lines)
    transaction = Transaction(at=at, kind=kind, channel=channel)
    session.add(transaction)
    for line in lines:
        account = accounts[line.account_id]
        account.balance_cents += line.amount_cents
        transaction.postings.append(
            Posting(
                account_id=line.account_id,
                amount_cents=line.amount_cents,
                balance_after_cents=account.balance_cents,
                counterparty=line.counterparty,
                note=line.note,
            )
        )
    session.flush()
    return transaction


def _locked(session: Session, ids: set[str]) -> dict[str, Account]:
    """The accounts, held against other writers, in one order so that no two wait for each other."""
    query = select(Account).where(Account.id.in_(ids)).order_by(Account.id).with_for_update()
    found = session.scalars(query.execution_options(populate_existing=True)).all()
    if len(found) != len(ids):
        raise LedgerError("a posting names no account")
    return {account.id: account for account in found}


def _check_cover(accounts: dict[str, Account], lines: Sequence[Line]) -> None:
    for account in accounts.values():
        change = sum(line.amount_cents for line in lines if line.account_id == account.id)
        if change < 0 and account.balance_cents + change < 0 and not account.may_overdraw:
            raise Refused(
                "insufficient_funds",
                field="amount",
                available_cents=account.balance_cents,
                needed_cents=-change,
            )


class LedgerSession(Session):
    """A database session that refuses to flush a broken or rewritten ledger."""


@event.listens_for(LedgerSession, "before_flush")
def _guard(session: Session, _: UOWTransaction, __: object) -> None:
    written = (Transaction, Posting)
    if any(isinstance(thing, written) for thing in session.deleted):
        raise LedgerError("the ledger is append-only")
    if any(isinstance(thing, written) and session.is_modified(thing) for thing in session.dirty):
        raise LedgerError("the ledger is append-only")
    new = set(session.new)
    for thing in new:
        if isinstance(thing, Posting) and thing.transaction not in new:
            raise LedgerError("a written transaction takes no more postings")
        if isinstance(thing, Transaction) and not _balanced(thing):
            raise LedgerError("the postings of a transaction sum to zero")


def _balanced(transaction: Transaction) -> bool:
    legs = transaction.postings
    return len(legs) >= 2 and sum(leg.amount_cents for leg in legs) == 0


def _append_only(table: Table) -> None:
    """The same rule inside the database, for whoever comes past the session."""
    for change in ("UPDATE", "DELETE"):
        name = f"{table.name}_no_{change.lower()}"
        sqlite = (
            f"CREATE TRIGGER {name} BEFORE {change} ON {table.name} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
        postgresql = f"CREATE RULE {name} AS ON {change} TO {table.name} DO INSTEAD NOTHING"
        for dialect, statement in (("sqlite", sqlite), ("postgresql", postgresql)):
            ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl)


for _written in (Transaction.__table__, Posting.__table__):
    assert isinstance(_written, Table)
    _append_only(_written)
