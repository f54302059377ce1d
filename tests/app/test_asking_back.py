"""What was half heard, not understood or heard as digits is asked back before it counts."""

from __future__ import annotations

from dataclasses import replace

from app.flows import FLOWS
from app.flows.acts import (
    Affirm,
    Answer,
    Back,
    Human,
    Inform,
    Keypad,
    Mode,
    Negate,
    NotUnderstood,
    Repeat,
    Request,
)
from app.flows.interaction import InteractionManager
from app.flows.session import Stage
from app.flows.work import InlineWorker
from tests.app.signed_in import TRANSFER, by, signed_in
from tests.fakes import DEMO_NUMBER, FakeBank


def test_low_confidence_is_asked_back_and_moves_nothing() -> None:
    """A doubtful Yes at the review is repeated to the customer first."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    manager.handle(by(Affirm(), Mode.VOICE, 0.3, "是"))
    assert bank.transfers == []
    assert manager.view.doubt is not None
    assert manager.view.notices[-1].code == "did_you_say"
    manager.handle(by(Affirm(), Mode.VOICE, 0.95, "是"))
    assert len(bank.transfers) == 1


def test_a_yes_that_moves_money_must_be_heard_more_surely_than_other_answers() -> None:
    """Twice half of somebody else's sentence (好吧那就这样吧) is no Yes; a request heard as surely counts."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER, Mode.VOICE, 0.75))
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW, "not asked back"
    for _ in range(2):
        manager.handle(by(Affirm(), Mode.VOICE, 0.75, "好吧"))
        assert bank.transfers == []
        assert manager.view.doubt is not None
    manager.handle(by(Affirm(), Mode.VOICE, 0.85, "好吧"))
    assert len(bank.transfers) == 1


def test_a_yes_that_may_have_been_a_no_is_asked_about_and_moves_nothing() -> None:
    """However surely it was heard; a plain Yes then counts, a No leaves."""
    perhaps_no = replace(by(Affirm(), Mode.VOICE, 0.95, "好"), rival=Negate())
    for answer, sent in ((Affirm(), 1), (Negate(), 0)):
        manager, bank = signed_in()
        manager.handle(by(TRANSFER))
        manager.handle(perhaps_no)
        assert bank.transfers == []
        assert manager.view.doubt is not None
        assert manager.view.notices[-1].code == "send_or_not"
        manager.handle(by(answer, Mode.VOICE, 0.95))
        assert len(bank.transfers) == sent
        assert manager.view.doubt is None
        assert (manager.view.session is None) is (not sent), "home, and not back at the review"


def test_twice_a_yes_that_may_have_been_a_no_leads_to_a_choice() -> None:
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    for _ in range(2):
        manager.handle(replace(by(Affirm(), Mode.VOICE, 0.95, "好"), rival=Negate()))
    assert manager.view.offers
    assert bank.transfers == []


def test_a_doubt_is_dropped_when_something_else_is_said() -> None:
    """Whoever ignores the question and says another thing means the other thing."""
    manager, bank = signed_in()
    manager.handle(by(TRANSFER))
    manager.handle(by(Affirm(), Mode.VOICE, 0.3, "是"))
    manager.handle(by(Inform({"amount": "60"}), Mode.VOICE, 0.9))
    assert manager.view.doubt is None
    assert bank.transfers == []
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW


def test_two_misses_offer_choices_and_a_person() -> None:
    """ASR-06: no error loop."""
    manager, _ = signed_in()
    codes = []
    for _ in range(2):
        manager.handle(by(NotUnderstood("?"), Mode.VOICE, 0.0))
        codes.append(manager.view.notices[-1].code)
    assert codes == ["not_understood", "offer"]


def test_digits_that_were_heard_are_read_back_before_they_count() -> None:
    """A customer number by voice; what was typed is seen, and what is too short is refused at once."""
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    manager.handle(by(Request("sign_in")))
    manager.handle(by(Answer("一零零零零零零"), Mode.VOICE))
    assert manager.view.problem is not None
    assert manager.view.problem.code == "wrong_length"
    manager.handle(by(Answer("一零零零零零零一"), Mode.VOICE))
    assert manager.view.notices[-1].code == "digits_heard"
    manager.handle(by(Repeat(), Mode.VOICE))
    assert [(notice.code, notice.words["tail"]) for notice in manager.view.notices] == [("digits_heard", DEMO_NUMBER)]
    assert not manager.view.asks_secret
    manager.handle(by(Affirm(), Mode.VOICE))
    assert manager.view.asks_secret
    manager.handle(by(Back()))
    manager.handle(by(Answer(DEMO_NUMBER), Mode.CHAT))
    assert manager.view.asks_secret


def test_two_answers_in_a_row_that_are_none_count_as_two_failures() -> None:
    """Words were heard and taken for the answer: whoever is misheard again and again must not go round in a circle."""
    manager, _ = signed_in()
    manager.handle(by(Request("transfer_money", {"payee": "张三"})))
    manager.handle(by(Answer("很多"), Mode.VOICE))
    assert not manager.view.offers
    manager.handle(by(Answer("一大笔"), Mode.VOICE))
    assert [type(offer.act) for offer in manager.view.offers] == [Keypad, Human]
    manager.handle(by(Answer("五百元"), Mode.VOICE))
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW


def test_a_name_that_fits_twice_and_a_mistake_in_the_form_are_no_failures() -> None:
    """The one is a question, the other stands at its field."""
    manager, _ = signed_in()
    manager.handle(by(Request("transfer_money")))
    for _ in range(2):
        manager.handle(by(Answer("张伟"), Mode.VOICE))
    assert not manager.view.offers
    for _ in range(3):
        manager.handle(by(Answer("欧阳锋")))
    assert not manager.view.offers
