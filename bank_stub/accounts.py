"""What a customer may read: accounts, pages of history, saved payees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from bank_stub.errors import Refused
from bank_stub.store import Store
from bank_stub.tables import Account, Customer, Payee, Posting
from bank_stub.transfers import own_account

_CURSOR = re.compile(r"p(\d{1,18})")


@dataclass(frozen=True, slots=True)
class History:
    """Some postings of an account, newest first; ``next_cursor`` is None on the last page.

    ``older``: how many there are before these.
    """

    account: Account
    postings: Sequence[Posting]
    next_cursor: str | None
    older: int


class Accounts:
    """Reads for one customer at a time; never another's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def customer(self, number: str) -> Customer:
        """The customer behind a number that was signed in."""
        with self._store.reading() as session:
            return session.get_one(Customer, number)

    def accounts(self, customer: str) -> Sequence[Account]:
        """The customer's accounts, the main one first."""
        query = select(Account).where(Account.owner == customer).order_by(Account.position)
        with self._store.reading() as session:
            return session.scalars(query).all()

    def payees(self, customer: str) -> Sequence[Payee]:
        """Saved payees, in the order they were saved."""
        query = select(Payee).where(Payee.owner == customer).order_by(Payee.position)
        with self._store.reading() as session:
            return session.scalars(query).all()

    def history(self, customer: str, account_id: str, cursor: str | None, limit: int) -> History:
        """A page of ``limit`` postings older than ``cursor``.

        Raises:
            Refused: ``no_such_account`` or ``bad_cursor``.
        """
        query = select(Posting).where(Posting.account_id == account_id)
        query = query.options(joinedload(Posting.transaction))
        if cursor is not None:
            query = query.where(Posting.id < _before(cursor))
        with self._store.reading() as session:
            account = own_account(session, customer, account_id)
            page = session.scalars(query.order_by(Posting.id.desc()).limit(limit)).all()
            before = select(func.count()).select_from(Posting).where(Posting.account_id == account_id)
            older = session.scalars(before.where(Posting.id < page[-1].id)).one() if page else 0
        return History(account, page, f"p{page[-1].id}" if older else None, older)


def _before(cursor: str) -> int:
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise Refused("bad_cursor", field="cursor")
    return int(found.group(1))
