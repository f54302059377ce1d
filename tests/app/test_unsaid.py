"""What is repeated of the customer's own words holds no amount where none may be spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.dialogue.unsaid import Unsaid
from app.domain.errors import Problem
from app.flows.acts import Act, Answer, Change, Inform, Mode, Request, Select
from app.flows.view import Notice, View
from tests.app.signed_in import by, signed_in

HIDDEN = "已隐去"


def doubted(act: Act, text: str) -> str:
    """How that is asked back, of a customer who is asked for the amount."""
    manager, _ = signed_in()
    manager.handle(by(Request("transfer_money", {"payee": "张三"})))
    manager.handle(by(act, Mode.VOICE, 0.3, text))
    notice = Unsaid("zh-CN", HIDDEN).of(manager.view).notices[-1]
    assert notice.code == "did_you_say"
    return str(notice.words["said"])


@pytest.mark.parametrize(
    ("act", "text", "said"),
    [
        (Answer("三百五"), "三百五", HIDDEN),
        (Request("transfer_money", {"payee": "张三", "amount": "三百五"}), "给张三转三百五", "给张三转已隐去"),
        (Inform({"amount": "六百"}), "五百不对六百", "已隐去不对已隐去"),
        (Inform({"amount": "500.00"}), "老样子", HIDDEN),
        (Change("amount"), "改金额", "改金额"),
        (Select(2), "二", "二"),
        (Request("check_balance"), "查五百元", "查已隐去"),
        (Inform({"payee": "张三"}), "给张三", "给张三"),
    ],
)
def test_what_is_asked_back(act: Act, text: str, said: str) -> None:
    """Also an amount that was taken back in the same breath; a name with a number in it stays whole."""
    assert doubted(act, text) == said


def test_what_was_taken_for_a_name() -> None:
    """An amount that is no payee is told as a problem, with the words that were heard."""
    manager, _ = signed_in()
    manager.handle(by(Request("transfer_money")))
    for heard, said in (("五百元先生", "已隐去先生"), ("欧阳锋", "欧阳锋")):
        manager.handle(by(Answer(heard), Mode.SCREEN))
        view = Unsaid("zh-CN", HIDDEN).of(manager.view)
        assert view.problem is not None
        assert view.problem.words == {"said": said}
        assert manager.view.problem is not None
        assert manager.view.problem.words == {"said": heard}, "the screen has it"


def test_what_holds_no_words_of_the_customer_is_left_as_it_is() -> None:
    view = View(notices=(Notice("welcome", {"name": "林峰"}), Notice("over_limit", Problem("x", words={"n": 3}).words)))
    assert Unsaid("zh-CN", HIDDEN).of(view) == replace(view)
