"""A bank that goes wrong by orders: each order does what its name says, and ends when all is well."""

from __future__ import annotations

from threading import Thread

import pytest

from app.audit_drill import DrilledBank, Order
from app.domain.errors import BankDown, NoAnswer, SignedOut
from app.domain.money import Money
from app.domain.payments import TransferOrder
from app.domain.secret import Secret
from app.flows.staying import WARN_BEFORE
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank


@pytest.fixture
def bank() -> FakeBank:
    return FakeBank()


@pytest.fixture
def drilled(bank: FakeBank) -> DrilledBank:
    made = DrilledBank(bank)
    made.sign_in(DEMO_NUMBER, Secret(DEMO_PASSWORD))
    return made


def test_down_is_everything_and_without_the_history_that_alone(drilled: DrilledBank) -> None:
    drilled.obey(Order.NO_ENTRIES)
    account = drilled.accounts()[0]
    with pytest.raises(BankDown):
        drilled.entries(account.id)
    drilled.obey(Order.DOWN)
    with pytest.raises(BankDown):
        drilled.accounts()
    drilled.obey(Order.WELL)
    assert drilled.entries(account.id).entries


def test_a_slow_bank_answers_when_all_is_well(drilled: DrilledBank) -> None:
    drilled.obey(Order.SLOW)
    answers: list[object] = []
    caller = Thread(target=lambda: answers.append(drilled.accounts()))
    caller.start()
    caller.join(0.2)
    assert caller.is_alive()
    assert not answers
    drilled.obey(Order.WELL)
    caller.join(5)
    assert len(answers) == 1


def test_a_payment_is_made_and_its_answer_lost(bank: FakeBank, drilled: DrilledBank) -> None:
    order = TransferOrder(drilled.accounts()[0].id, drilled.payees()[0].id, Money(5_00))
    quote = drilled.quote_transfer(order)
    drilled.obey(Order.LOSE)
    with pytest.raises(NoAnswer):
        drilled.confirm_transfer(quote.id, "key")
    assert [receipt.amount for receipt in bank.transfers] == [Money(5_00)]
    found = drilled.transfer_by_key("key")
    assert found is not None
    assert found.amount == Money(5_00)


def test_a_session_that_the_bank_has_ended_comes_back_with_a_sign_in(drilled: DrilledBank) -> None:
    drilled.obey(Order.EXPIRE)
    with pytest.raises(SignedOut):
        drilled.accounts()
    drilled.sign_in(DEMO_NUMBER, Secret(DEMO_PASSWORD))
    assert drilled.accounts()


def test_the_end_of_a_short_session_is_near_at_once(drilled: DrilledBank) -> None:
    """Longer than the time of the warning, or the client would not warn at all."""
    usual = drilled.session_seconds
    drilled.obey(Order.SHORT)
    assert WARN_BEFORE < drilled.session_seconds < WARN_BEFORE + 5
    drilled.obey(Order.WELL)
    assert drilled.session_seconds == usual
