"""The soak in short: some minutes of simulated conversation, and proof that it would notice what it looks for."""

from __future__ import annotations

import pytest

from app.domain.secret import Secret
from app.flows import FLOWS
from app.flows.acts import Affirm, Inform, Interpretation, Request
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from scripts.soak import soak
from scripts.soak_aloud import soak_aloud
from scripts.soak_conversation import Conversation, Stuck
from scripts.soak_ledger import Ledger, WrongMoney
from scripts.soak_looks import MOST_GROWTH, Look, judge
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from voice.probe.sound_server import missing_programs

SIGN_IN = Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})


def test_some_minutes_of_conversation_leave_nothing_behind() -> None:
    """Everything random that a customer does: nothing stuck, and only agreed payments are sent."""
    result = soak("zh-CN", turns=60, minutes=5, every=20)
    assert result.faults == ()
    assert result.turns >= 60
    assert result.sent > 0


def test_growing_is_noticed() -> None:
    """Memory, threads and files; growth while it warms up is none."""
    flat = [Look(at, 90.0 if at > 3 else 20.0 * at, 4, 9) for at in range(1, 21)]
    assert judge(flat) == []
    leaking = [Look(at, 90.0 + at * MOST_GROWTH / 5, 4 + at // 19, 9 + at // 18) for at in range(20)]
    assert [fault.split()[0] for fault in judge(leaking)] == ["memory", "threads", "handles"]


def test_a_payment_without_a_yes_is_noticed() -> None:
    """The ledger follows the interaction itself."""
    bank = FakeBank()
    ledger = Ledger(bank)
    manager = InteractionManager(bank, FLOWS, InlineWorker(), "zh-CN")
    manager.listen(ledger.follow)
    for act in (Request("sign_in"), SIGN_IN, Request("transfer_money", {"payee": "张三", "amount": "500"})):
        manager.handle(Interpretation(act))
    with pytest.raises(WrongMoney, match="nobody said Yes"):
        manager.handle(Interpretation(Affirm()))


def test_books_that_do_not_balance_are_noticed() -> None:
    """A payment that the customer never agreed to, and money from nowhere."""
    bank = FakeBank()
    ledger = Ledger(bank)
    ledger.check()
    account = bank.ledger.entries["1"]
    account.append(account[0])
    with pytest.raises(WrongMoney, match="its entries"):
        ledger.check()


def test_a_conversation_that_does_not_go_on_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank that never answers: the view stays busy."""
    monkeypatch.setattr("scripts.soak_conversation.PATIENCE", 0.5)
    talk = Conversation("zh-CN", 1)
    release = talk.bank.release
    monkeypatch.setattr(talk.bank, "release", lambda: None)
    talk.bank.hold()
    try:
        for act in (Request("sign_in"), SIGN_IN):
            talk.interaction.handle(Interpretation(act))
        with pytest.raises(Stuck, match=r"sign_in at submit.*busy True"):
            talk.settle()
    finally:
        release()
        talk.close()


def test_whoever_was_cut_off_is_heard_out() -> None:
    """The bank waits longer by then: the customer is quiet for as long, and is not taken for a dead microphone."""
    talk = Conversation("zh-CN", 1)
    try:
        for act in (Request("sign_in"), SIGN_IN, Request("transfer_money")):
            talk.interaction.handle(Interpretation(act))
            talk.settle()
        talk.control._halting.pause.set(1.6)
        talk.escape()
        assert talk.dialogue.view.session is None
    finally:
        talk.close()


def test_a_moment_without_a_way_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of a task the words that always work are replaced by one that leads nowhere."""
    talk = Conversation("zh-CN", 1)
    try:
        for act in (Request("sign_in"), SIGN_IN, Request("transfer_money")):
            talk.interaction.handle(Interpretation(act))
            talk.settle()
        with monkeypatch.context() as without:
            without.setattr(talk.customer, "way_out", lambda: "苹果")
            with pytest.raises(Stuck, match="no way out"):
                talk.escape()
        talk.escape()
        assert talk.dialogue.view.session is None
    finally:
        talk.close()


@pytest.mark.sound
@pytest.mark.skipif(bool(missing_programs()), reason=f"not installed: {missing_programs()}")
def test_a_round_aloud_is_heard_and_looked_at() -> None:
    """The real recogniser, engine and sound streams; the built-in reader speaks between."""
    found = soak_aloud("zh-CN", minutes=0.0, least=1)
    assert found.faults == []
    assert (found.rounds, found.heard, found.read) == (1, 1, 1)
    assert found.looks[0].memory > 20
    assert found.beside[0].threads == 1  # the engine's process, and no other
