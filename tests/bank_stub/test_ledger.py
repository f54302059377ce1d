"""Double entry holds whatever is asked, and what is written stays written."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bank_stub.clock import Clock
from bank_stub.errors import LedgerError, Refused
from bank_stub.ledger import CLEARING, Line, post
from bank_stub.services import Services
from bank_stub.store import Store
from bank_stub.tables import Account, Posting, Transaction
from bank_stub.terms import Terms
from bank_stub.transfers import Order
from tests.bank_stub.conftest import NOON

MAIN = "10000001-1"


def ledger(bank: Services) -> tuple[int, dict[str, int], dict[str, int]]:
    """The sum of all postings, the stored balances, and what the postings of each account add up to."""
    with bank.store.reading() as session:
        total = session.scalar(select(func.sum(Posting.amount_cents))) or 0
        balances = {account.id: account.balance_cents for account in session.scalars(select(Account))}
        sums = select(Posting.account_id, func.sum(Posting.amount_cents)).group_by(Posting.account_id)
        return total, balances, {row[0]: int(row[1]) for row in session.execute(sums)}


def assert_sound(bank: Services) -> None:
    """Nothing was made or lost, balances are sums, customers owe nothing, running balances run."""
    total, balances, sums = ledger(bank)
    assert total == 0
    assert balances == {account: sums.get(account, 0) for account in balances}
    with bank.store.reading() as session:
        for account in session.scalars(select(Account)):
            assert account.balance_cents >= 0 or account.may_overdraw
            running = 0
            query = select(Posting).where(Posting.account_id == account.id).order_by(Posting.id)
            for posting in session.scalars(query):
                running += posting.amount_cents
                assert posting.balance_after_cents == running


def test_the_first_data_is_sound(bank: Services) -> None:
    """Some months of twelve lives, about 25 lines on each main account."""
    assert_sound(bank)
    with bank.store.reading() as session:
        counts = select(Posting.account_id, func.count()).where(Posting.account_id.like("%-1"))
        lines = {row[0]: row[1] for row in session.execute(counts.group_by(Posting.account_id))}
    assert len(lines) == 12
    assert set(lines.values()) == {25}


_customers = st.sampled_from(["10000001", "10000002", "10000005", "10000011"])
_steps = st.lists(
    st.tuples(
        _customers,
        st.integers(1, 9),
        st.one_of(st.integers(-10, 60_000_00), st.sampled_from([5_000_00, 5_000_01, 50_000_00])),
        st.sampled_from(["once", "twice", "two quotes one key", "never"]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_steps)
def test_any_transfers_leave_it_sound(seeded_file: Path, steps: list[tuple[str, int, int, str]]) -> None:
    """Each refused or done, repeated or not: money only moves, and only as often as receipts say."""
    with TemporaryDirectory() as folder:
        file = shutil.copy(seeded_file, Path(folder) / "bank.sqlite3")
        bank = Services(Store(f"sqlite:///{file}"), Clock(lambda: NOON), Terms(per_day_cents=80_000_00))
        _, before, _ = ledger(bank)
        spent: dict[str, int] = {}
        for customer, payee, cents, how in steps:
            spent[customer] = spent.get(customer, 0) + _transfer(bank, customer, payee, cents, how)
        assert_sound(bank)
        _, after, _ = ledger(bank)
        fees_and_clearing = sum(after[name] - before[name] for name in (CLEARING, "bank-fees"))
        people = sum(after[name] - before[name] for name in before if not name.startswith("bank-"))
        assert fees_and_clearing == -people <= sum(spent.values())
        assert all(amount <= 80_000_00 + 2_00 * len(steps) for amount in spent.values())
        bank.store.close()


def _transfer(bank: Services, customer: str, payee: int, cents: int, how: str) -> int:
    """The cents that left, fee included: zero when the bank refused."""
    order = Order(f"{customer}-1", f"{customer}-payee-{payee}", cents, "CNY", "")
    key = str(uuid4())
    try:
        quote = bank.transfers.quote(customer, order)
        if how == "never":
            return 0
        receipt, moved = bank.transfers.confirm(customer, quote.id, key, "app")
    except Refused:
        return 0
    assert moved
    if how == "twice":
        again, moved_again = bank.transfers.confirm(customer, quote.id, key, "chat")
        assert (again.reference, moved_again) == (receipt.reference, False)
    if how == "two quotes one key":
        with pytest.raises(Refused):
            bank.transfers.confirm(customer, "another", key, "app")
    return receipt.amount_cents + receipt.fee_cents


@pytest.mark.parametrize("amounts", [(), (5,), (5, -4), (-5, 4), (0,)])
def test_postings_that_do_not_balance_are_refused(bank: Services, amounts: tuple[int, ...]) -> None:
    """By the function that writes them."""
    lines = [Line(account, cents, "x", "x") for account, cents in zip((MAIN, CLEARING), amounts, strict=False)]
    with pytest.raises(LedgerError), bank.store.writing() as session:
        post(session, NOON, "transfer", "app", lines)
    assert_sound(bank)


@pytest.mark.parametrize("amounts", [(5,), (5, -4), ()])
def test_the_session_refuses_them_too(bank: Services, amounts: tuple[int, ...]) -> None:
    """For whoever goes past that function."""
    transaction = Transaction(at=NOON, kind="transfer", channel="app")
    transaction.postings.extend(_posting(cents) for cents in amounts)
    with pytest.raises(LedgerError), bank.store.writing() as session:
        session.add(transaction)
    assert_sound(bank)


def _posting(cents: int) -> Posting:
    return Posting(account_id=MAIN, amount_cents=cents, balance_after_cents=0, counterparty="x", note="x")


def test_a_written_transaction_takes_no_more_postings(bank: Services) -> None:
    """Not even ones that would balance."""

    def add_more(session: Session) -> None:
        written = session.get_one(Transaction, 1)
        written.postings.extend([_posting(5), _posting(-5)])

    with pytest.raises(LedgerError), bank.store.writing() as session:
        add_more(session)
    assert_sound(bank)


def test_what_is_written_is_not_changed_or_deleted(bank: Services) -> None:
    """By the session."""
    with pytest.raises(LedgerError), bank.store.writing() as session:
        session.get_one(Posting, 1).amount_cents += 1
    with pytest.raises(LedgerError), bank.store.writing() as session:
        session.get_one(Transaction, 1).channel = "voice"
    with pytest.raises(LedgerError), bank.store.writing() as session:
        session.delete(session.get_one(Posting, 1))
    assert_sound(bank)


@pytest.mark.parametrize(
    "statement",
    [
        update(Posting).values(amount_cents=0),
        delete(Posting),
        update(Transaction).values(kind="x"),
        delete(Transaction),
        text("UPDATE postings SET note = ''"),
    ],
)
def test_nor_by_the_database(bank: Services, statement: object) -> None:
    """A trigger stands behind the session."""
    with pytest.raises(IntegrityError, match="append-only"), bank.store.writing() as session:
        session.execute(statement)  # type: ignore[call-overload]
    assert_sound(bank)


def test_a_posting_needs_its_account(bank: Services) -> None:
    """Foreign keys are on."""
    with pytest.raises(IntegrityError), bank.store.writing() as session:
        session.execute(
            insert(Posting).values(
                transaction_id=1,
                account_id="nowhere",
                amount_cents=0,
                balance_after_cents=0,
                counterparty="",
                note="",
            )
        )
