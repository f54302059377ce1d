"""What can be said anywhere does the same everywhere: each such word at each moment of a conversation by voice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.vocabulary import Vocabulary
from app.flows import FLOWS
from tests.app.talk import Talk
from voice.settings import VoiceSettings

PRIVATE = "方便读出来吗"

Moment = tuple[tuple[tuple[str, float], ...], str]
MOMENTS: dict[str, Moment] = {
    "menu": ((), "您要办什么业务"),
    "payee": ((("转账", 1.0),), "转给谁"),
    "amount": ((("转账给张三", 1.0),), "转多少钱"),
    "review": ((("给张三转五百元", 1.0), ("可以", 1.0)), "请核对"),
    "private question": ((("给张三转五百元", 1.0),), PRIVATE),
    "doubt": ((("转账给张三", 1.0), ("五百元", 0.4)), "您是说"),
    "done": ((("给张三转五百元", 1.0), ("不要", 1.0), ("确认转账", 1.0)), "转账成功"),
    "list": ((("查询交易记录", 1.0), ("不要", 1.0)), "交易"),
}
"""What was said before, with its confidence, and what is then asked or told."""


class Scene(Talk):
    """A conversation at a moment: what was asked there, and what had been sent before."""

    question = ""
    before: tuple[object, ...] = ()


def at(moment: str) -> Scene:
    """A conversation at that moment."""
    talk = Scene()
    talk.control.apply(VoiceSettings())
    talk.control.toggle_listening()
    said, _ = MOMENTS[moment]
    for text, confidence in said:
        talk.pipeline.hear(text, confidence)
    talk.question, talk.before = talk.pipeline.said[-1], tuple(talk.bank.transfers)
    assert MOMENTS[moment][1] in talk.question, talk.pipeline.said
    return talk


def still_there(talk: Scene, moment: str) -> bool:
    """The question of the moment has come again; what is done has nothing to ask."""
    asked = MOMENTS[moment][1] in talk.pipeline.said[-1]
    return asked and tuple(talk.bank.transfers) == talk.before


def repeats(talk: Scene, moment: str) -> bool:
    """The question comes again, without anything else."""
    return still_there(talk, moment) and talk.control.conversing


def helps(talk: Scene, moment: str) -> bool:
    """More is said than the question, which stays."""
    return still_there(talk, moment) and talk.pipeline.said[-1] != talk.question


def gives_up(talk: Scene, moment: str) -> bool:
    """A task that was open is cancelled; otherwise there is nothing to cancel. Nothing is sent, nobody is asked."""
    session = talk.interaction.view.session
    over = session is None or session.stage.value in ("cancelled", "done")
    return over and PRIVATE not in talk.pipeline.said[-1] and tuple(talk.bank.transfers) == talk.before


def goes_to_a_person(talk: Scene, moment: str) -> bool:
    """It is told how to reach one, and the question stays."""
    return "人工" in talk.pipeline.said[-1] and still_there(talk, moment)


def goes_back(talk: Scene, moment: str) -> bool:
    """To the question before, else to the menu; whether amounts may be spoken is not what it answers."""
    now = talk.pipeline.said[-1]
    if moment == "menu":
        return "没有要回答" in now
    where = {"review": "转多少钱", "private question": "转多少钱", "amount": "转给谁", "doubt": "转给谁"}
    return where.get(moment, "业务") in now or (moment == "payee" and "取消" in now)


def goes_home(talk: Scene, moment: str) -> bool:
    """The menu; a task is kept."""
    return talk.interaction.view.session is None and "您要办什么业务" in talk.pipeline.said[-1]


def falls_silent(talk: Scene, moment: str) -> bool:
    """Not a word more, until the key is pressed."""
    return not talk.control.conversing and talk.pipeline.said[-1] == talk.question and not talk.pipeline.listening


def slows_down(talk: Scene, moment: str) -> bool:
    """It says so, and asks again what is open."""
    return talk.pipeline.rate < 1.0 and "慢一点说" in talk.pipeline.said[-1] and still_there(talk, moment)


WORDS: dict[str, Callable[[Scene, str], bool]] = {
    "重复": repeats,
    "帮助": helps,
    "我能说什么": helps,
    "取消": gives_up,
    "人工": goes_to_a_person,
    "返回": goes_back,
    "主菜单": goes_home,
    "安静": falls_silent,
    "慢一点": slows_down,
}


@pytest.mark.parametrize(("word", "moment"), list(product(WORDS, MOMENTS)))
def test_a_global_word_does_the_same_at_every_moment(word: str, moment: str) -> None:
    """None of them is taken for a No, a Yes, an amount or a name."""
    talk = at(moment)
    talk.pipeline.hear(word)
    assert WORDS[word](talk, moment), talk.pipeline.said


@pytest.mark.parametrize("word", WORDS)
def test_it_is_listened_for_at_the_private_question(word: str) -> None:
    """What nobody listens for cannot be said."""
    vocabulary = Vocabulary(load_grammar("zh-CN"), list(FLOWS), tuple)
    assert word in vocabulary.yes_or_no().sentences


def test_slower_at_a_doubt_keeps_the_doubt() -> None:
    """The Yes after it still answers the doubt."""
    talk = at("doubt")
    talk.pipeline.hear("慢一点")
    talk.pipeline.hear("是")
    assert PRIVATE in talk.pipeline.said[-1], "the amount was taken and the read-back comes"


def test_what_was_said_beside_the_question_is_said_once() -> None:
    """已慢一点说, the question, and then the matter alone."""
    talk = at("private question")
    talk.pipeline.hear("慢一点")
    assert "慢一点说" in talk.pipeline.said[-1]
    talk.pipeline.hear("可以")
    assert "慢一点说" not in talk.pipeline.said[-1]
    assert "五百元" in talk.pipeline.said[-1]


def test_why_at_the_private_question_is_answered() -> None:
    """The reason, and the question again."""
    talk = at("private question")
    talk.pipeline.hear("为什么")
    assert "旁边有人" in talk.pipeline.said[-1]
    assert PRIVATE in talk.pipeline.said[-1]
