"""Limits, days, fees, and money that moves once however many ask."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bank_stub import transfers
from bank_stub.clock import Clock
from bank_stub.errors import Refused
from bank_stub.name_check import NameCheck, check_name
from bank_stub.services import Services
from bank_stub.store import Store
from bank_stub.tables import Posting, Transaction, Transfer
from bank_stub.terms import Terms
from bank_stub.transfers import Order
from tests.bank_stub.conftest import NOON

ME, MAIN = "10000001", "10000001-1"


def order(cents: int, payee: str = "10000001-payee-1") -> Order:
    """From the first customer's main account."""
    return Order(MAIN, payee, cents, "CNY", "")


def balance(bank: Services, account: str = MAIN) -> int:
    """What the postings add up to."""
    with bank.store.reading() as session:
        query = select(func.sum(Posting.amount_cents)).where(Posting.account_id == account)
        return int(session.scalar(query) or 0)


def test_many_confirmations_with_one_key_move_money_once(bank: Services) -> None:
    """Eight at the same moment: one moves it, seven get its receipt."""
    quote = bank.transfers.quote(ME, order(100_00))
    before, key, together = balance(bank), str(uuid4()), threading.Barrier(8)

    def confirm(_: int) -> tuple[Transfer, bool]:
        together.wait(20)
        return bank.transfers.confirm(ME, quote.id, key, "app")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(confirm, range(8)))
    assert sum(moved for _, moved in answers) == 1
    assert len({transfer.reference for transfer, _ in answers}) == 1
    assert balance(bank) == before - 100_00


def test_many_keys_for_one_quote_move_money_once(bank: Services) -> None:
    """A quote is good for one transfer, whatever the keys."""
    quote = bank.transfers.quote(ME, order(100_00))
    before, together = balance(bank), threading.Barrier(6)

    def confirm(_: int) -> str:
        together.wait(20)
        try:
            bank.transfers.confirm(ME, quote.id, str(uuid4()), "app")
        except Refused as problem:
            return problem.code
        return "moved"

    with ThreadPoolExecutor(6) as pool:
        answers = sorted(pool.map(confirm, range(6)))
    assert answers == ["moved", *["quote_used"] * 5]
    assert balance(bank) == before - 100_00


def test_many_transfers_at_once_cannot_overdraw(bank: Services) -> None:
    """Six quotes for a third of the money each: three at most are done."""
    third = balance(bank) // 3
    quotes = [bank.transfers.quote(ME, order(third)) for _ in range(6)]
    together = threading.Barrier(6)

    def confirm(quote_id: str) -> bool:
        together.wait(20)
        try:
            return bank.transfers.confirm(ME, quote_id, str(uuid4()), "app")[1]
        except Refused as problem:
            assert problem.code == "insufficient_funds"  # noqa: PT017 - the other outcome is as right
            return False

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(confirm, [quote.id for quote in quotes])) == 3
    assert 0 <= balance(bank) < third


def test_the_database_itself_refuses_a_second_transfer_under_a_key(
    bank: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that both looked and saw nothing: the unique rule stops the later one, which gets the receipt."""
    quote = bank.transfers.quote(ME, order(100_00))
    done, _ = bank.transfers.confirm(ME, quote.id, "key-1234", "app")
    before, looks = balance(bank), []

    def blind_at_first(session: Session, customer: str, key: str) -> Transfer | None:
        looks.append(key)
        return None if len(looks) == 1 else session.get(Transfer, done.reference)

    monkeypatch.setattr(transfers, "_under_key", blind_at_first)
    monkeypatch.setattr(bank.transfers, "_usable", lambda *_: quote)
    again, moved = bank.transfers.confirm(ME, quote.id, "key-1234", "app")
    assert (again.reference, moved, len(looks)) == (done.reference, False, 2)
    assert balance(bank) == before


def test_money_arrives_at_a_payee_of_this_bank(bank: Services) -> None:
    """李娜 is a customer too; her history says who paid and what for."""
    her_account = "10000002-1"
    before = balance(bank, her_account)
    asked = Order(MAIN, "10000001-payee-8", 88_00, "CNY", "生日快乐")
    quote = bank.transfers.quote(ME, asked)
    bank.transfers.confirm(ME, quote.id, "key-0001", "voice")
    assert balance(bank, her_account) == before + 88_00
    newest = bank.accounts.history("10000002", her_account, None, 1).postings[0]
    assert (newest.counterparty, newest.note, newest.amount_cents) == ("林峰", "生日快乐", 88_00)
    with bank.store.reading() as session:
        assert session.get_one(Transaction, newest.transaction_id).channel == "voice"


def test_a_day_has_its_limit_and_the_next_day_a_new_one(database: str) -> None:
    """Counted from midnight at the bank; the words say how much is left."""
    clock = Clock(lambda: NOON)
    bank = Services(Store(database), clock, Terms(per_day_cents=1_000_00))
    first = bank.transfers.quote(ME, order(700_00))
    second = bank.transfers.quote(ME, order(400_00))
    bank.transfers.confirm(ME, first.id, "key-0001", "app")
    with pytest.raises(Refused) as late:
        bank.transfers.confirm(ME, second.id, "key-0002", "app")
    with pytest.raises(Refused) as early:
        bank.transfers.quote(ME, order(300_01))
    for refused in (early.value, late.value):
        assert refused.code == "over_daily_limit"
        assert refused.words == {"limit_cents": 1_000_00, "left_cents": 300_00}
    assert bank.transfers.quote(ME, order(300_00))
    clock.advance(12 * 3600)
    assert bank.transfers.quote(ME, order(1_000_00))
    bank.store.close()


def test_nobody_uses_what_belongs_to_another(bank: Services) -> None:
    """Accounts, payees, quotes and keys are a customer's own."""
    quote = bank.transfers.quote(ME, order(100_00))
    bank.transfers.confirm(ME, quote.id, "key-0001", "app")
    mine = bank.transfers.quote(ME, order(100_00))
    for call, code in (
        (lambda: bank.transfers.quote("10000002", order(1_00)), "no_such_account"),
        (lambda: bank.transfers.quote(ME, order(1_00, "10000002-payee-1")), "no_such_payee"),
        (lambda: bank.transfers.confirm("10000002", mine.id, "key-0002", "app"), "no_such_quote"),
        (lambda: bank.transfers.by_key("10000002", "key-0001"), "no_such_transfer"),
        (lambda: bank.accounts.history("10000002", MAIN, None, 5), "no_such_account"),
    ):
        with pytest.raises(Refused) as refused:
            call()
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("cents", "inside", "fee"),
    [(1, True, 0), (50_000_00, True, 0), (1, False, 0), (5_000_00, False, 0), (5_000_01, False, 2_00)],
)
def test_fees(cents: int, inside: bool, fee: int) -> None:
    """Free inside, free up to 5,000 yuan outside, 2 yuan above."""
    assert Terms().fee_cents(cents, inside=inside) == fee


@pytest.mark.parametrize(
    ("written", "holder", "answer"),
    [
        ("张三", "张三", NameCheck.MATCH),
        (" Ｌi Na", "li na", NameCheck.MATCH),
        ("张伟", "章威", NameCheck.CLOSE),
        ("刘洋", "刘阳", NameCheck.CLOSE),
        ("欧阳小红", "欧阳晓虹", NameCheck.CLOSE),
        ("王小明", "王小林", NameCheck.CLOSE),
        ("王小明", "王明", NameCheck.NO_MATCH),
        ("王五", "王伟", NameCheck.NO_MATCH),
        ("房东", "郭亮", NameCheck.NO_MATCH),
    ],
)
def test_name_check(written: str, holder: str, answer: NameCheck) -> None:
    """Sound-alikes and one slip in a longer name are close; in two characters a slip is another person."""
    assert check_name(written, holder) is answer
