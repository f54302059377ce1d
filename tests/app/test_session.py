"""The session is a value: acts give the next one and change nothing else."""

from __future__ import annotations

import pytest

from app.domain.accounts import Account, AccountKind
from app.domain.errors import Problem
from app.domain.money import Money
from app.domain.payments import Payee
from app.domain.secret import Secret
from app.flows.acts import Affirm, Answer, Back, Cancel, Change, Inform, Negate, Select
from app.flows.model import Context
from app.flows.session import Session, Stage
from app.flows.sign_in import SIGN_IN
from app.flows.transfer_money import TRANSFER_MONEY

CONTEXT = Context(
    accounts=(
        Account("a1", AccountKind.CURRENT, "7109", Money(1000_00)),
        Account("a2", AccountKind.SAVINGS, "6028", Money(2000_00)),
    ),
    payees=(
        Payee("p1", "张三", "听见银行", "5528"),
        Payee("p2", "张伟", "听见银行", "1204"),
        Payee("p3", "章威", "农业银行", "9123"),
    ),
)


def transfer(**slots: str) -> Session:
    return Session.start(TRANSFER_MONEY, CONTEXT, slots)


def test_the_first_wanted_field_without_an_answer_is_asked() -> None:
    """VoiceXML's rule: order of the fields, not of the saying."""
    session = transfer(amount="50")
    assert session.asked is not None
    assert session.asked.name == "payee"
    assert session.answers["amount"] == Money(50_00)
    assert session.answers["account"].tail == "7109", "the main account is filled in"


def test_all_answers_lead_to_the_check() -> None:
    """Money is never submitted straight from the answers."""
    assert transfer(payee="张三", amount="50").stage is Stage.CHECK


def test_an_act_changes_nothing_in_place() -> None:
    """The session before the act is as it was."""
    before = transfer()
    after = before.take(Inform({"payee": "张三"}))
    assert "payee" not in before.answers
    assert "payee" in after.answers
    with pytest.raises(TypeError):
        Session(TRANSFER_MONEY).answers["payee"] = "x"  # type: ignore[index]


def test_only_affirm_at_review_submits() -> None:
    """Every other act at the review leaves the money where it is."""
    review = transfer(payee="张三", amount="50").checked(object())
    for act in (Negate(), Cancel(), Back(), Answer("嗯"), Select(1), Inform({"amount": "60"}), Change("amount")):
        assert review.take(act).stage is not Stage.SUBMIT, act
    assert review.take(Affirm()).stage is Stage.SUBMIT


def test_affirm_elsewhere_does_not_submit() -> None:
    """A Yes while something is still asked is no answer."""
    session = transfer(payee="张三")
    assert session.take(Affirm()) == session


def test_a_correction_needs_a_new_quote() -> None:
    """After a change the old quote is void."""
    review = transfer(payee="张三", amount="50").checked(object())
    changed = review.take(Inform({"amount": "60"}))
    assert changed.stage is Stage.CHECK
    assert changed.quote is None
    assert changed.key == review.key, "one key a run: however it ends, the money moves at most once"


def test_a_bad_answer_keeps_the_good_ones() -> None:
    """The wrong field is asked again, the others stay."""
    session = transfer().take(Inform({"payee": "张三", "amount": "many"}))
    assert set(session.problems) == {"amount"}
    assert session.asked is not None
    assert session.asked.name == "amount"
    assert session.answers["payee"].name == "张三"


def test_names_that_sound_alike_are_asked_by_ear_only() -> None:
    """Heard 张伟 may be 章威; typed 张伟 is 张伟."""
    heard = transfer().take(Inform({"payee": "张伟"}), by_ear=True)
    assert [payee.name for payee in heard.narrowed["payee"]] == ["张伟", "章威"]
    assert heard.take(Select(2)).answers["payee"].name == "章威"
    assert heard.take(Select(3)).problems["payee"].code == "no_such_choice"
    assert transfer().take(Inform({"payee": "张伟"})).answers["payee"].name == "张伟"


def test_a_refusal_asks_the_field_it_blames() -> None:
    """The bank's problem with the amount asks the amount again and keeps the payee."""
    review = transfer(payee="张三", amount="50").checked(object())
    after = review.failed(Problem("insufficient_funds", field="amount"))
    assert after.stage is Stage.COLLECT
    assert after.asked is not None
    assert after.asked.name == "amount"
    assert "payee" in after.answers


def test_an_answer_finds_its_field_at_the_review() -> None:
    """At the review a bare amount is the amount, a bare name the payee."""
    review = transfer(payee="张三", amount="50").checked(object())
    assert review.take(Answer("八十元")).answers["amount"] == Money(80_00)
    assert review.take(Answer("张伟")).answers["payee"].name == "张伟"
    assert review.take(Answer("天气")).problems[""].code == "what_to_change"


def test_back_asks_the_last_answer_again_then_gives_up() -> None:
    """Back goes one question at a time."""
    session = transfer().take(Inform({"payee": "张三"}))
    back = session.take(Back())
    assert back.asked is not None
    assert back.asked.name == "payee"
    assert back.take(Back()).stage is Stage.CANCELLED


def test_a_password_is_typed_and_forgotten() -> None:
    """Spoken it is refused; after the bank's answer no session holds it."""
    asked = Session.start(SIGN_IN, Context(), {"customer_number": "10000001"})
    assert asked.take(Answer("demo0101"), by_ear=True).problems["password"].code == "type_secret"
    assert asked.take(Answer("demo0101")).problems["password"].code == "type_secret", "plain text is no secret"
    given = asked.take(Answer(Secret("demo0101")))
    assert given.stage is Stage.SUBMIT
    assert "password" not in given.failed(Problem("bank_down")).answers
    assert "password" not in given.without_secrets().answers


@pytest.mark.parametrize("stage", [Stage.CHECK, Stage.SUBMIT, Stage.UNANSWERED, Stage.DONE, Stage.CANCELLED])
def test_nothing_is_taken_while_it_is_not_the_customers_turn(stage: Stage) -> None:
    """Acts that come at the wrong time change nothing."""
    session = Session(TRANSFER_MONEY, CONTEXT, stage=stage)
    for act in (Affirm(), Cancel(), Inform({"amount": "1"}), Answer("1"), Back()):
        assert session.take(act) is session
