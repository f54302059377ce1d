"""The bank in memory goes wrong when, where and as often as it is told."""

from __future__ import annotations

import threading

import pytest

from app.domain.errors import BankDown, NoAnswer, Problem, SignedOut
from app.domain.money import Money
from app.domain.payments import TransferOrder
from app.domain.secret import Secret
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank


@pytest.fixture
def bank() -> FakeBank:
    """Signed in."""
    fake = FakeBank()
    fake.sign_in(DEMO_NUMBER, Secret(DEMO_PASSWORD))
    return fake


def test_fails_where_and_as_often_as_told(bank: FakeBank) -> None:
    """Twice at one call; others go on."""
    bank.fail_next(BankDown(), on="payees", times=2)
    assert bank.accounts()
    for _ in range(2):
        with pytest.raises(BankDown):
            bank.payees()
    assert bank.payees()
    bank.fail_next(Problem("quote_expired"))
    with pytest.raises(Problem, match="quote_expired"):
        bank.accounts()
    assert bank.calls == ["sign_in", "accounts", "payees", "payees", "payees", "accounts"]


def test_a_lost_answer_is_work_done_and_a_lost_request_is_not(bank: FakeBank) -> None:
    """Both say that there was no answer; the list of transfers tells them apart."""
    order = TransferOrder("1", "p1", Money(100))
    bank.lose_request()
    with pytest.raises(NoAnswer):
        bank.confirm_transfer(bank.quote_transfer(order).id, "key-1")
    assert bank.transfers == []
    bank.lose_answer()
    with pytest.raises(NoAnswer):
        bank.confirm_transfer(bank.quote_transfer(order).id, "key-2")
    assert [bank.transfer_by_key("key-1"), bank.transfer_by_key("key-2")] == [None, bank.transfers[0]]


def test_a_session_can_be_ended_from_outside(bank: FakeBank) -> None:
    """As when the bank forgets it."""
    bank.expire_session()
    with pytest.raises(SignedOut):
        bank.accounts()


def test_a_held_bank_answers_when_released(bank: FakeBank) -> None:
    """A call waits inside; nothing else tells it to go on."""
    answered = threading.Event()

    def ask() -> None:
        bank.accounts()
        answered.set()

    bank.hold()
    thread = threading.Thread(target=ask)
    thread.start()
    assert not answered.wait(0.05)
    bank.release()
    assert answered.wait(5)
    thread.join(5)
