"""Amount safety: what was read back is parsed and compared; a wrong value never passes silently."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.read_back import ReadBack
from app.dialogue.understand import Understanding
from app.domain.money import Money
from app.flows import FLOWS
from app.flows.acts import Affirm, Interpretation, Mode, Request
from app.flows.interaction import InteractionManager
from app.flows.session import Session, Stage
from app.flows.work import InlineWorker
from app.words import LANGUAGES, Form, Words
from tests.app.signed_in import SIGN_IN
from tests.fakes import FakeBank
from voice.numbers import parse_amount, parse_digits, say_amount, say_digits

SEED = 20
AMOUNTS = 1000
CENT, YUAN = 1, 100
FEE = Money(2_00)


def amounts(count: int = AMOUNTS) -> list[int]:
    """Cents of every size, round ones and crooked ones, the same in every run."""
    rng = random.Random(SEED)  # noqa: S311 - a repeatable sample
    sizes = [int(10 ** rng.uniform(0, 9)) for _ in range(count // 2)]
    everyday = [rng.randint(1, 5000) * rng.choice((CENT, 10, YUAN)) for _ in range(count - len(sizes))]
    return [cents for cents in sizes + everyday if cents != FEE.cents]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thousand_amounts_are_said_and_understood_again(lang: str) -> None:
    """Say it, parse it back: the same cents."""
    wrong = [cents for cents in amounts() if parse_amount(say_amount(cents, lang), lang) != cents]
    assert not wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thousand_digit_strings_are_said_and_understood_again(lang: str) -> None:
    """Customer numbers, tails and card numbers."""
    rng = random.Random(SEED)  # noqa: S311 - a repeatable sample
    strings = ["".join(rng.choice("0123456789") for _ in range(rng.randint(3, 19))) for _ in range(1000)]
    assert not [digits for digits in strings if parse_digits(say_digits(digits, lang), lang) != digits]


@cache
def reviewed() -> Session:
    """A transfer at its review."""
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    manager.handle(Interpretation(SIGN_IN))
    manager.handle(Interpretation(Request("transfer_money", {"payee": "李四", "amount": "6000"})))
    assert manager.view.session is not None
    assert manager.view.session.stage is Stage.REVIEW
    return manager.view.session


def of(cents: int) -> Session:
    """The same transfer with another amount."""
    session = reviewed()
    order = replace(session.quote.order, amount=Money(cents))
    answers = {**session.answers, "amount": Money(cents)}
    return replace(session, answers=answers, quote=replace(session.quote, order=order))


class Slip(Words):
    """Words with one fault: money, or a payee's digits, come out otherwise in one form."""

    def __init__(self, words: Words, form: Form, by: int = 0, tail: str = "") -> None:
        super().__init__(words.lang, words._bundle)
        self._form, self._by, self._tail = form, by, tail

    def value(self, value: Any, form: Form = Form.SCREEN) -> Any:
        if form is self._form and isinstance(value, Money) and value != FEE:
            value = Money(value.cents + self._by)
        if form is self._form and self._tail and hasattr(value, "tail"):
            value = replace(value, tail=self._tail)
        return super().value(value, form)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_read_back_of_a_thousand_amounts_is_proved(lang: str) -> None:
    """In every form: heard, seen, written and felt."""
    proof = ReadBack(Words.load(lang))
    assert not [cents for cents in amounts() if not proof.proves(of(cents))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("by", [CENT, -CENT, YUAN, 9 * YUAN, 99_900_00])
def test_a_wrong_amount_is_found_in_any_form(lang: str, form: Form, by: int) -> None:
    """A hundred amounts, each said wrongly: none passes."""
    proof = ReadBack(Slip(Words.load(lang), form, by))
    assert not [cents for cents in amounts(100) if proof.proves(of(cents))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", [Form.SCREEN, Form.SPEECH, Form.CHAT])
def test_a_wrong_account_is_found(lang: str, form: Form) -> None:
    """The last digits of payee and account are compared too."""
    assert not ReadBack(Slip(Words.load(lang), form, tail="1111")).proves(reviewed())


def test_an_order_that_the_bank_echoes_wrongly_is_found() -> None:
    """The quote must be for what the customer answered: amount, payee and account."""
    session, proof = reviewed(), ReadBack(Words.load("zh-CN"))
    assert proof.proves(session)
    for change in ({"amount": Money(1)}, {"payee": "p1"}, {"from_account": "2"}):
        quote = replace(session.quote, order=replace(session.quote.order, **change))
        assert not proof.proves(replace(session, quote=quote)), change


@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_is_sent_when_the_read_back_differs(mode: Mode) -> None:
    """However often and in whatever way it is confirmed; with right words the same transfer goes through."""
    bank = FakeBank()
    manager = InteractionManager(bank, FLOWS, InlineWorker(), "zh-CN")
    words, understanding = Words.load("zh-CN"), Understanding(load_grammar("zh-CN"))
    DialogueManager(manager, understanding, Slip(words, Form.SPEECH, YUAN))
    manager.handle(Interpretation(SIGN_IN))
    manager.handle(Interpretation(Request("transfer_money", {"payee": "张三", "amount": "500"}), mode=mode))
    for _ in range(2):
        manager.handle(Interpretation(Affirm(), mode=mode))
        assert manager.view.problem is not None
        assert manager.view.problem.code == "read_back_differs"
    assert bank.transfers == []
    DialogueManager(manager, understanding, words)
    manager.handle(Interpretation(Affirm(), mode=mode))
    assert [str(receipt.amount) for receipt in bank.transfers] == ["500.00"]
