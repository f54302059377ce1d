"""What can be said anywhere does the same everywhere: each such word at each moment of a conversation by voice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from app.domain.errors import BankDown
from app.flows.acts import Mode
from tests.app.moments import MOMENTS, PRIVATE, REVIEWED, Moment
from tests.app.talk import Talk
from voice.settings import VoiceSettings

LANGS = ("zh-CN", "en")
CASES = list(product(MOMENTS, LANGS))

HUMAN = {"zh-CN": "人工客服", "en": "Staff"}
SLOWER = {"zh-CN": "慢一点说", "en": "speak slower"}
MENU = {"zh-CN": "您要办什么业务", "en": "What would you like to do"}
SIGNED_OUT_MENU = {"zh-CN": "请说登录", "en": "Say sign in"}
NOTHING_ASKED = {"zh-CN": "没有要回答", "en": "no question to answer"}
CANCELLED = {"zh-CN": "已取消", "en": "Cancelled"}
WAITS = {"zh-CN": "先停一下", "en": "I will wait"}
REPEAT = {"zh-CN": "重复", "en": "repeat"}
SPELLED = {"zh-CN": "弓长张，一二三的三", "en": "Z H A N G, S A N"}
IN_CODE = "Z Zulu, H Hotel, A Alfa, N November, G Golf; S Sierra, A Alfa, N November"
NOTHING_SPELLED = {"zh-CN": "没有要逐字读的名字", "en": "no name to spell"}
NAMED = ("amount", "review", "private question", "doubt", "numbered choice at the review", "unanswered", "done")
NOT_SIGNED_IN = {"zh-CN": "没有登录", "en": "not signed in"}


class Scene(Talk):
    """A conversation at a moment: what was asked there, and what had been sent before."""

    def __init__(self, moment: Moment, lang: str) -> None:
        super().__init__(signed_in=moment.signed_in, lang=lang)
        self.lang, self.asked = lang, moment.asked[lang]
        if moment.bank_down_at:
            self.bank.fail_next(BankDown(), on=moment.bank_down_at)
        if moment.answer_lost_at:
            self.bank.lose_answer(on=moment.answer_lost_at)
        self.control.apply(VoiceSettings())
        self.control.toggle_listening()
        for text, confidence in moment.said[lang]:
            self.pipeline.hear(text, confidence)
        self.question, self.before = self.now, tuple(self.bank.transfers)
        assert self.asked in self.question, self.pipeline.said

    @property
    def now(self) -> str:
        """What was said last."""
        return self.pipeline.said[-1]

    @property
    def nothing_sent(self) -> bool:
        """No money has moved since the moment began."""
        return tuple(self.bank.transfers) == self.before


def at(moment: str, lang: str = "zh-CN") -> Scene:
    """A conversation at that moment."""
    return Scene(MOMENTS[moment], lang)


def still_there(talk: Scene, moment: str) -> bool:
    """The question of the moment has come again; what is done has nothing to ask."""
    return talk.asked in talk.now and talk.nothing_sent


def repeats(talk: Scene, moment: str) -> bool:
    """The question comes again, without anything else."""
    return still_there(talk, moment) and talk.control.conversing


def helps(talk: Scene, moment: str) -> bool:
    """More is said than the question, which stays; what is not done is not called done."""
    done = {"zh-CN": "已经办完", "en": "is done"}[talk.lang]
    told_done = moment in ("done", "list") or done not in talk.now
    return still_there(talk, moment) and talk.now != talk.question and told_done


def gives_up(talk: Scene, moment: str) -> bool:
    """A task that was open is cancelled; otherwise there is nothing to cancel. Nothing is sent, nobody is asked."""
    session = talk.interaction.view.session
    over = session is None or session.stage.value in ("cancelled", "done")
    return over and PRIVATE[talk.lang] not in talk.now and talk.nothing_sent and kept_in_sight(talk, moment)


def kept_in_sight(talk: Scene, moment: str) -> bool:
    """A payment that the bank has not answered for is never just dropped."""
    return moment != "unanswered" or len(talk.interaction.view.open_payments) == 1


def goes_to_a_person(talk: Scene, moment: str) -> bool:
    """It is told how to reach one, and the question stays."""
    return HUMAN[talk.lang] in talk.now and still_there(talk, moment)


def goes_back(talk: Scene, moment: str) -> bool:
    """To the question before, else to the menu; whether amounts may be spoken is not what it answers."""
    if moment == "menu":
        return NOTHING_ASKED[talk.lang] in talk.now
    if moment == "customer number":
        return NOT_SIGNED_IN[talk.lang] in talk.now
    if moment in ("payee", "doubt", "numbered choice"):
        return CANCELLED[talk.lang] in talk.now
    if moment == "numbered choice at the review":
        return MOMENTS["amount"].asked[talk.lang] in talk.now
    if moment == "refused":
        return talk.nothing_sent and not talk.interaction.view.asks_secret
    before = {"review": "amount", "private question": "amount", "amount": "payee"}
    wanted = MOMENTS[before[moment]].asked if moment in before else MENU
    return wanted[talk.lang] in talk.now and talk.nothing_sent and kept_in_sight(talk, moment)


def goes_home(talk: Scene, moment: str) -> bool:
    """The menu; a task is kept."""
    menu = MENU if MOMENTS[moment].signed_in else SIGNED_OUT_MENU
    kept = moment not in REVIEWED or len(talk.interaction.view.paused) == 1
    home = talk.interaction.view.session is None and menu[talk.lang] in talk.now
    return home and kept and kept_in_sight(talk, moment) and talk.nothing_sent


def falls_silent(talk: Scene, moment: str) -> bool:
    """Not a word more, until the key is pressed."""
    return not talk.control.conversing and talk.now == talk.question and not talk.pipeline.listening


def slows_down(talk: Scene, moment: str) -> bool:
    """It says so, and asks again what is open."""
    return talk.pipeline.rate < 1.0 and SLOWER[talk.lang] in talk.now and still_there(talk, moment)


def waits(talk: Scene, moment: str) -> bool:
    """It says that it waits, and asks nothing; the question is still open, and nothing has been taken for an answer."""
    paused = WAITS[talk.lang] in talk.now and talk.asked not in talk.now and talk.control.conversing
    talk.pipeline.hear(REPEAT[talk.lang])
    return paused and still_there(talk, moment)


def spells(talk: Scene, moment: str) -> bool:
    """The name of the moment is spelled, or it is told that there is none; the question stays."""
    of_lines = {"zh-CN": "逐字读：", "en": "It is spelled: "}
    words = of_lines if moment == "list" else SPELLED if moment in NAMED else NOTHING_SPELLED
    return words[talk.lang] in talk.now and still_there(talk, moment)


WORDS: tuple[tuple[dict[str, str], Callable[[Scene, str], bool]], ...] = (
    ({"zh-CN": "重复", "en": "repeat"}, repeats),
    ({"zh-CN": "帮助", "en": "help"}, helps),
    ({"zh-CN": "我能说什么", "en": "what can i say"}, helps),
    ({"zh-CN": "取消", "en": "cancel"}, gives_up),
    ({"zh-CN": "人工", "en": "talk to a person"}, goes_to_a_person),
    ({"zh-CN": "返回", "en": "go back"}, goes_back),
    ({"zh-CN": "主菜单", "en": "main menu"}, goes_home),
    ({"zh-CN": "安静", "en": "be quiet"}, falls_silent),
    ({"zh-CN": "慢一点", "en": "slower"}, slows_down),
    ({"zh-CN": "暂停", "en": "pause"}, waits),
    ({"zh-CN": "拼一下", "en": "spell it"}, spells),
)


@pytest.mark.parametrize(
    ("word", "does", "moment", "lang"),
    [
        pytest.param(words[lang], does, moment, lang, id=f"{lang}-{moment}-{words[lang]}")
        for (words, does), (moment, lang) in product(WORDS, CASES)
    ],
)
def test_a_global_word_does_the_same_at_every_moment(
    word: str, does: Callable[[Scene, str], bool], moment: str, lang: str
) -> None:
    """None of them is taken for a No, a Yes, an amount or a name."""
    talk = at(moment, lang)
    talk.pipeline.hear(word)
    assert does(talk, moment), talk.pipeline.said


@pytest.mark.parametrize(("moment", "lang"), CASES)
def test_all_of_them_are_listened_for_at_every_moment(moment: str, lang: str) -> None:
    """What nobody listens for cannot be said."""
    talk = at(moment, lang)
    assert {words[lang] for words, _ in WORDS} <= set(talk.pipeline.phrases or ())


@pytest.mark.parametrize(("word", "lang"), [(words[lang], lang) for words, _ in WORDS for lang in LANGS])
def test_typed_where_the_password_is_asked_for_it_is_no_password(word: str, lang: str) -> None:
    """All of them alike: the bank is not asked, so that no attempt is lost by asking for help or for quiet."""
    talk = Scene(MOMENTS["customer number"], lang)
    talk.dialogue.say("10000001", Mode.CHAT)
    assert talk.interaction.view.asks_secret
    talk.dialogue.say(word, Mode.CHAT)
    assert "sign_in" not in talk.bank.calls
    assert word in [turn.message.screen for turn in talk.dialogue.turns], "it is written like any other sentence"


def test_spelled_again_letters_are_told_by_their_words() -> None:
    """The same command again: what was not enough is explained; a third time it is as at first. It is seen too."""
    talk = at("review", "en")
    for spelled in (SPELLED["en"], IN_CODE, SPELLED["en"]):
        talk.pipeline.hear("spell it")
        assert f"It is spelled: {spelled}." in talk.now
        assert spelled in talk.dialogue.turns[-1].message.screen
    talk.pipeline.hear("repeat")
    talk.pipeline.hear("spell it")
    assert SPELLED["en"] in talk.now, "after something else it is the first time"


@pytest.mark.parametrize("lang", LANGS)
def test_what_explains_a_name_is_in_the_caption(lang: str) -> None:
    """Whoever does not hear it reads it while it is said."""
    talk = at("review", lang)
    talk.pipeline.hear({"zh-CN": "拼一下", "en": "spell it"}[lang])
    assert any(SPELLED[lang] in state.caption for state in talk.states)


def test_slower_at_a_doubt_keeps_the_doubt() -> None:
    """The Yes after it still answers the doubt."""
    talk = at("doubt")
    talk.pipeline.hear("慢一点")
    talk.pipeline.hear("是")
    assert MOMENTS["amount"].asked["zh-CN"] in talk.now, "the payee was taken"


def test_what_was_said_beside_the_question_is_said_once() -> None:
    """已慢一点说, the question, and then the matter alone."""
    talk = at("private question")
    talk.pipeline.hear("慢一点")
    assert "慢一点说" in talk.now
    talk.pipeline.hear("可以")
    assert "慢一点说" not in talk.now
    assert "五百元" in talk.now


def test_why_at_the_private_question_is_answered() -> None:
    """The reason, and the question again."""
    talk = at("private question")
    talk.pipeline.hear("为什么")
    assert "旁边有人" in talk.now
    assert PRIVATE["zh-CN"] in talk.now
