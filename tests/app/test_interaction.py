"""The interaction manager: one session for every modality, one caller of the bank, one payment."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

import pytest

from app.domain.accounts import Customer
from app.domain.errors import BankDown
from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import (
    Affirm,
    Answer,
    Cancel,
    Home,
    Inform,
    Mode,
    Request,
)
from app.flows.interaction import InteractionManager
from app.flows.session import Stage
from app.flows.view import View
from app.flows.work import InlineWorker, ThreadWorker
from tests.app.signed_in import SIGN_IN, TRANSFER, by, signed_in
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank


class Owner:
    """The owner's thread of a threaded manager, turned by hand."""

    def __init__(self, bank: FakeBank) -> None:
        self._posted: queue.Queue[Callable[[], None]] = queue.Queue()
        self.manager = InteractionManager(bank, FLOWS, ThreadWorker(self._posted.put), "zh-CN")

    def until(self, done: Callable[[View], bool]) -> None:
        while not done(self.manager.view):
            self._posted.get(timeout=10)()


def test_a_yes_given_before_the_read_back_confirms_nothing() -> None:
    """A double press on Next must not become the confirmation of something not yet heard."""
    bank = FakeBank()
    owner = Owner(bank)
    owner.manager.handle(by(SIGN_IN))
    owner.until(lambda view: view.customer is not None and not view.busy)
    bank.hold()
    owner.manager.handle(by(TRANSFER))
    assert owner.manager.view.busy
    owner.manager.handle(by(Affirm()))
    bank.release()
    owner.until(lambda view: not view.busy and view.session is not None)
    assert owner.manager.view.session is not None
    assert owner.manager.view.session.stage is Stage.REVIEW
    assert bank.transfers == []
    owner.manager.close()


def test_what_comes_while_the_bank_is_busy_is_not_lost() -> None:
    """Other input waits its turn."""
    bank = FakeBank()
    owner = Owner(bank)
    owner.manager.handle(by(SIGN_IN))
    owner.until(lambda view: view.customer is not None and not view.busy)
    bank.hold()
    owner.manager.handle(by(Request("transfer_money", {"payee": "张三"})))
    owner.manager.handle(by(Answer("五百"), Mode.CHAT))
    bank.release()
    owner.until(lambda view: view.session is not None and view.session.stage is Stage.REVIEW and not view.busy)
    owner.manager.close()


def test_the_bank_is_called_on_another_thread() -> None:
    """The owner's thread never waits for the bank."""
    bank = FakeBank()
    seen: list[int] = []
    original = bank.sign_in

    def sign_in(number: str, password: Secret) -> object:
        seen.append(threading.get_ident())
        return original(number, password)

    bank.sign_in = sign_in  # type: ignore[assignment,method-assign]
    owner = Owner(bank)
    owner.manager.handle(by(SIGN_IN))
    owner.until(lambda view: view.customer is not None)
    assert seen
    assert seen[0] != threading.get_ident()
    owner.manager.close()


def test_no_answer_is_an_outcome_of_its_own() -> None:
    """An unanswered confirmation is neither shown as failed nor repeated under another key."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    bank.lose_answer()
    manager.handle(by(Affirm()))
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.UNANSWERED
    manager.handle(by(Home()))
    assert [session.stage for session in manager.view.open_payments] == [Stage.UNANSWERED]
    manager.find_out(manager.view.open_payments[0].key)
    assert manager.view.session.stage is Stage.DONE
    assert manager.view.open_payments == ()
    assert len(bank.transfers) == 1


def test_a_late_first_request_wins_over_a_changed_second() -> None:
    """The bank seemed not to have it, the customer changed the amount, then the first one arrived: one payment."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    bank.lose_request()
    manager.handle(by(Affirm()))
    unanswered = manager.view.session
    assert unanswered is not None
    manager.handle(by(Affirm()))
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW
    bank.confirm_transfer(unanswered.quote.id, unanswered.key)  # the lost one arrives after all
    manager.handle(by(Inform({"amount": "600"})))
    manager.handle(by(Affirm()))
    assert manager.view.session.stage is Stage.DONE
    assert [str(receipt.amount) for receipt in bank.transfers] == ["500.00"]
    assert str(manager.view.session.outcome.amount) == "500.00", "the customer is told what really happened"


def test_an_expired_session_signs_in_and_goes_on() -> None:
    """Nothing entered is lost (W2.2.5)."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    bank.expire_session()
    manager.handle(by(Affirm()))
    assert manager.view.customer is None
    assert manager.view.session is not None
    assert manager.view.session.flow.signs_in
    manager.handle(by(Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})))
    assert manager.view.session.stage is Stage.REVIEW
    assert bank.transfers == []


def test_giving_up_the_sign_in_forgets_the_task() -> None:
    """A cancelled sign-in does not spring a payment on whoever signs in next."""
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    manager.handle(by(TRANSFER))
    manager.handle(by(Cancel()))
    manager.handle(by(SIGN_IN))
    assert manager.view.customer is not None
    assert manager.view.session is None


@pytest.mark.parametrize("intent", [name for name, flow in FLOWS.items() if not flow.signs_in])
def test_a_bank_that_is_down_is_told_and_nothing_else_happens(intent: str) -> None:
    """Every task survives a bank that cannot be reached at its first call."""
    manager, bank = signed_in()
    bank.fail_next(BankDown(), times=1)
    manager.handle(by(Request(intent)))
    view = manager.view
    told = [notice.code for notice in view.notices] + [
        problem.code for problem in (view.session.problems.values() if view.session else ())
    ]
    assert "bank_down" in told
    assert not view.busy


def test_the_secret_is_gone_from_the_view_after_signing_in() -> None:
    """No view that a modality is given after the sign-in holds the password."""
    bank = FakeBank()
    manager = InteractionManager(bank, FLOWS, InlineWorker(), "zh-CN")
    views: list[View] = []
    manager.listen(views.append)
    manager.handle(by(SIGN_IN))
    shown = [view for view in views if view.session is not None and not view.busy]
    assert all("password" not in view.session.answers for view in shown if view.session)
    assert manager.view.session is None


@pytest.mark.parametrize(("mode", "channel"), [(Mode.VOICE, "voice"), (Mode.CHAT, "chat"), (Mode.SCREEN, "app")])
def test_the_bank_is_told_how_the_customer_came(mode: Mode, channel: str) -> None:
    """The channel of a confirmation is the one it was given in, wherever the task began (G2.2)."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER, Mode.TERMINAL))
    manager.handle(by(Affirm(), mode))
    assert bank.transfers
    assert bank.channel == channel


def test_an_interrupted_task_is_not_taken_over_by_somebody_else() -> None:
    """The session ends in the middle and another customer signs in: nothing of the first one's task is left."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    bank.expire_session()
    manager.handle(by(Affirm()))
    bank.customer = Customer("10000002", "李娜")
    manager.handle(by(Inform({"customer_number": "10000002", "password": Secret(DEMO_PASSWORD)})))
    assert manager.view.customer == bank.customer
    assert manager.view.session is None
    assert bank.transfers == []


def test_a_payment_that_is_asked_about_is_not_offered_a_second_time() -> None:
    """It was left unanswered, found not to be done, and left again: once it is sent nothing of it waits."""
    manager, bank = signed_in()
    bank.lose_request()
    for act in (TRANSFER, Affirm(), Home()):
        manager.handle(by(act))
    key = manager.view.open_payments[0].key
    manager.find_out(key)
    manager.handle(by(Home()))
    assert [session.key for session in manager.view.paused] == [key]
    manager.find_out(key)
    manager.handle(by(Affirm()))
    assert len(bank.transfers) == 1
    assert manager.view.paused == ()
