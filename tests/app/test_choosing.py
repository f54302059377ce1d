"""Choosing among readings where the wrong one would cost most: the Yes to a read-back, and the payee."""

from __future__ import annotations

from functools import partial

import pytest

from app.dialogue.choosing import choose
from app.dialogue.grammar import load_grammar
from app.dialogue.names_by_ear import NamesByEar
from app.dialogue.understand import SOUND_CONFIDENCE, Understanding
from app.flows import FLOWS
from app.flows.acts import Act, Affirm, Answer, Cancel, Inform, Interpretation, Mode, Negate, Request
from app.flows.certainty import SURE_ENOUGH
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from tests.app.signed_in import SIGN_IN
from tests.fakes import FakeBank
from voice.stt.recogniser import Heard

NAMES = ("王芳", "房东", "陈伟", "张伟", "章威")


def meaning(lang: str, acts: list[Act], text: str, **others: float) -> Interpretation:
    """What is taken after ``acts``, when ``text`` was heard and the ``others`` have these shares of all readings."""
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), lang)
    for act in (SIGN_IN, *acts):
        manager.handle(Interpretation(act))
    understand = partial(Understanding(load_grammar(lang)).understand, view=manager.view, mode=Mode.VOICE)
    alternatives = tuple(Heard(other.replace("_", " "), share) for other, share in others.items())
    return choose(Heard(text, 0.9, alternatives), manager.view, understand, SOUND_CONFIDENCE)[1]


REVIEW: list[Act] = [Request("transfer_money"), Inform({"payee": "陈伟", "amount": "500"})]
WHO: list[Act] = [Request("transfer_money")]


@pytest.mark.parametrize(
    ("heard", "other", "share", "rival"),
    [
        ("cancel", "confirm", 0.05, Affirm()),
        ("cancel", "confirm", 0.02, None),
        ("confirm", "cancel", 0.35, Cancel()),
        ("confirm", "cancel", 0.14, None),
        ("don't send it", "cancel", 0.4, None),
        ("yes", "no", 0.03, Negate()),
        ("yes", "no", 0.01, None),
        ("no", "yes", 0.3, None),
    ],
)
def test_opposites_are_rivals_only_where_they_are_near(heard: str, other: str, share: float, rival: Act | None) -> None:
    """A cancel is asked about sooner than a confirm, and a Yes beside a No the soonest."""
    assert meaning("en", REVIEW, heard, **{other: share}).rival == rival


def test_elsewhere_there_is_nothing_to_be_torn_between() -> None:
    """No money moves at a question."""
    assert meaning("en", WHO, "cancel", confirm=0.4).rival is None


@pytest.mark.parametrize(
    ("heard", "other", "share", "asked"),
    [
        ("chen wei", "zhang_wei", 0.3, True),
        ("chen wei", "zhang_wei", 0.02, False),
        ("chen wei", "send_one", 0.3, False),
    ],
)
def test_a_payee_who_may_be_another_one_is_asked_back(heard: str, other: str, share: float, asked: bool) -> None:
    """With another name near it; words that are nobody's name count for nothing."""
    meant = meaning("en", WHO, heard, **{other: share})
    assert meant.act == Answer(heard)
    assert (meant.confidence < SURE_ENOUGH) is asked


def test_two_who_sound_the_same_are_no_rivals() -> None:
    """Which of them is meant is a question of its own."""
    assert meaning("zh-CN", WHO, "张伟", 章威=0.45).confidence >= SURE_ENOUGH


def test_where_a_payee_is_asked_for_a_name_comes_before_an_amount_and_is_asked_back() -> None:
    """李娜 was heard as 一毛; an amount that nothing else comes near to is taken as ever."""
    meant = meaning("zh-CN", WHO, "一毛", 李娜=0.03)
    assert meant.act == Answer("李娜")
    assert meant.confidence < SURE_ENOUGH
    assert meaning("zh-CN", WHO, "五百元", 五百万元=0.1).act == Answer("五百元")


@pytest.mark.parametrize(
    ("heard", "name"),
    [
        ("one fang", "wang fang"),
        ("send wei", "chen wei"),
        ("chen wei", None),  # no word of it is one that stands for a syllable
        ("one hundred", None),
    ],
)
def test_names_are_found_by_ear_only_where_one_alone_is_near(heard: str, name: str | None) -> None:
    """What is no name at all stays none."""
    assert NamesByEar(load_grammar("en").names_heard).nearest(heard, NAMES) == name


def test_of_two_names_that_are_as_near_none_is_found_by_ear() -> None:
    """To ask for one of them would be a guess."""
    names_heard = load_grammar("en").names_heard
    assert NamesByEar(names_heard).nearest("one fang", ("张芳",)) == "zhang fang"
    assert NamesByEar(names_heard).nearest("one fang", ("张芳", "郎芳")) is None


def test_a_name_found_by_ear_is_never_taken_without_a_question() -> None:
    """Alone, and in a whole sentence."""
    for text, acts in (("one fang", WHO), ("send two hundred yuan to one fang", [])):
        meant = meaning("en", list(acts), text)
        assert "wang fang" in meant.text
        assert meant.confidence < SURE_ENOUGH
