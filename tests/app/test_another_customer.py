"""After the bank has ended a session, whoever signs in next finds nothing of who was there before."""

from __future__ import annotations

from app.domain.accounts import Customer
from app.domain.secret import Secret
from app.flows.acts import Affirm, Inform, Mode, Request
from app.flows.interaction import InteractionManager
from app.flows.model import Context
from app.flows.session import Stage
from tests.app.signed_in import TRANSFER, by, signed_in
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank

OTHER = Customer("10000002", "李娜")


def sign_in(manager: InteractionManager, number: str) -> None:
    """By hand, on the page that the bank has led to."""
    manager.handle(by(Inform({"customer_number": number, "password": Secret(DEMO_PASSWORD)})))


def ended(manager: InteractionManager, bank: FakeBank) -> None:
    """The bank ends the session, and the next question to it shows that."""
    bank.expire_session()
    manager.handle(by(Affirm()))
    assert manager.view.customer is None


def test_the_names_of_the_former_customer_are_forgotten() -> None:
    """They would be listened for while anybody may sign in; and the bank may be too slow to give others."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    assert manager.view.known.payees
    ended(manager, bank)
    assert manager.view.known == Context(lang="zh-CN")
    bank.customer = OTHER
    bank.lose_answer(on="payees")
    sign_in(manager, OTHER.number)
    assert manager.view.customer == OTHER
    assert manager.view.known.payees == ()


def test_what_the_former_customer_asked_for_is_not_begun_for_another_one() -> None:
    """Not only a task that was begun: the question after the session's end is as much his own."""
    manager, bank = signed_in()
    bank.expire_session()
    manager.handle(by(Request("transfer_money", {"payee": "张三", "amount": "500"}), Mode.VOICE))
    assert manager.view.customer is None
    bank.customer = OTHER
    sign_in(manager, OTHER.number)
    assert manager.view.customer == OTHER
    assert manager.view.session is None


def test_the_same_customer_goes_on_where_he_was() -> None:
    """With his names known again, and his task at its review; and so does what he had asked for."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    ended(manager, bank)
    sign_in(manager, DEMO_NUMBER)
    assert manager.view.known.payees
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW
    bank.expire_session()
    manager.handle(by(Request("check_balance")))
    assert manager.view.customer is None
    sign_in(manager, DEMO_NUMBER)
    assert manager.view.session is not None
    assert manager.view.session.flow.intent == "check_balance"
