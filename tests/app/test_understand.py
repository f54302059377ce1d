"""Sentences and what they mean: by table, on the command line, and never the wrong way round."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dialogue.choosing import choose
from app.dialogue.grammar import GrammarError, load_grammar
from app.dialogue.meaning import describe
from app.dialogue.understand import GUESS_CONFIDENCE, SOUND_CONFIDENCE, Understanding
from app.domain.payments import Payee
from app.flows import FLOWS
from app.flows.acts import Act, Affirm, Cancel, Home, Interpretation, Mode, NotUnderstood, Request
from app.flows.interaction import InteractionManager
from app.flows.view import View
from app.flows.work import InlineWorker
from app.words import LANGUAGES
from tests.app.signed_in import SIGN_IN
from tests.fakes import FakeBank
from voice.numbers import say_amount
from voice.stt.recogniser import Heard

ZH = [
    ("给张三转五百块", "request", "transfer_money", {"payee": "张三", "amount": "500.00"}),
    ("给张三转五百块。", "request", "transfer_money", {"payee": "张三", "amount": "500.00"}),
    ("转账给张三五百元", "request", "transfer_money", {"payee": "张三", "amount": "500.00"}),
    ("转账给张三", "request", "transfer_money", {"payee": "张三"}),
    ("转账给李四一千元", "request", "transfer_money", {"payee": "李四", "amount": "1000.00"}),
    ("给张三转伍佰元", "request", "transfer_money", {"payee": "张三", "amount": "500.00"}),
    ("转账壹仟贰佰元整", "request", "transfer_money", {"amount": "1200.00"}),
    ("给王五转两千五", "request", "transfer_money", {"payee": "王五", "amount": "2500.00"}),
    ("给妈妈转1,234.50元", "request", "transfer_money", {"payee": "妈妈", "amount": "1234.50"}),
    ("转500块给王五", "request", "transfer_money", {"payee": "王五", "amount": "500.00"}),
    ("请帮我转账", "request", "transfer_money", {}),
    ("我要转账给李四", "request", "transfer_money", {"payee": "李四"}),
    ("查询余额", "request", "check_balance", {}),
    ("我的余额是多少", "request", "check_balance", {}),
    ("我还有多少钱", "request", "check_balance", {}),
    ("最近五笔交易", "request", "list_transactions", {}),
    ("查一下交易明细", "request", "list_transactions", {}),
    ("登录", "request", "sign_in", {}),
    ("不对，是六百", "inform", None, {"amount": "600.00"}),
    ("金额改成六百五十元", "inform", None, {"amount": "650.00"}),
    ("收款人是李四", "inform", None, {"payee": "李四"}),
    ("五百块", "inform", None, {"amount": "500.00"}),
    ("改金额", "change", None, {"field": "amount"}),
    ("收款人错了", "change", None, {"field": "payee"}),
    ("第二个", "select", None, {"number": "2"}),
    ("确认转账", "affirm", None, {}),
    ("是的", "affirm", None, {}),
    ("不是", "negate", None, {}),
    ("不要转了", "cancel", None, {}),
    ("再说一遍", "repeat", None, {}),
    ("我能说什么", "help", None, {}),
    ("？", "help", None, {}),
    ("转人工客服", "human", None, {}),
    ("主菜单", "home", None, {}),
    ("上一步", "back", None, {}),
    ("继续", "more", None, {}),
    ("退出登录", "sign_out", None, {}),
    ("今天天气怎么样", None, None, {}),
    ("不要给张三转五百", None, None, {}),
    ("", None, None, {}),
    ("    ", None, None, {}),
    ("给给给给", None, None, {}),
]
EN = [
    ("send 500 yuan to Zhang San", "request", "transfer_money", {"payee": "Zhang San", "amount": "500.00"}),
    ("pay 李四 five hundred", "request", "transfer_money", {"payee": "李四", "amount": "500.00"}),
    ("Transfer 1,234.50 to mum!", "request", "transfer_money", {"payee": "mum", "amount": "1234.50"}),
    ("I want to send a hundred sixty one yuan", "request", "transfer_money", {"amount": "161.00"}),
    ("i want to send hundred sixty one yuan", "request", "transfer_money", {"amount": "161.00"}),
    (
        "send one hundred and fifty to zhang san",
        "request",
        "transfer_money",
        {"payee": "zhang san", "amount": "150.00"},
    ),
    ("send zhang san thousand two hundred", "request", "transfer_money", {"payee": "zhang san", "amount": "1200.00"}),
    ("I want to transfer money", "request", "transfer_money", {}),
    ("check my balance", "request", "check_balance", {}),
    ("how much money do i have", "request", "check_balance", {}),
    ("show my last transactions", "request", "list_transactions", {}),
    ("sign in", "request", "sign_in", {}),
    ("no, make it 600", "inform", None, {"amount": "600.00"}),
    ("change the amount", "change", None, {"field": "amount"}),
    ("the second one", "select", None, {"number": "2"}),
    ("yes", "affirm", None, {}),
    ("nope", "negate", None, {}),
    ("don't send it", "cancel", None, {}),
    ("what can I say", "help", None, {}),
    ("go on", "more", None, {}),
    ("how is the weather", None, None, {}),
    ("do not send 500 to Zhang San", None, None, {}),
]
TABLE = [("zh-CN", *row) for row in ZH] + [("en", *row) for row in EN]


@cache
def understanding(lang: str) -> Understanding:
    return Understanding(load_grammar(lang))


@pytest.mark.parametrize(("lang", "text", "act", "intent", "slots"), TABLE)
def test_what_a_sentence_means(
    lang: str, text: str, act: str | None, intent: str | None, slots: dict[str, str]
) -> None:
    """Act, intent and slots, amounts as plain decimals, names as said."""
    found = describe(understanding(lang).understand(text))
    assert (found["act"], found["intent"], found["slots"]) == (act, intent, slots)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_nothing_that_can_be_typed_is_an_error(text: str) -> None:
    """Any text at all has a meaning or none; it never raises."""
    describe(understanding("zh-CN").understand(text))


@settings(deadline=None)
@given(st.integers(1, 99_999_99))
def test_an_amount_in_a_sentence_is_the_amount_that_was_said(cents: int) -> None:
    """No wrong value: the amount understood is the one spoken."""
    found = describe(understanding("zh-CN").understand(f"给李娜转{say_amount(cents, 'zh-CN')}"))
    assert found["slots"] == {"payee": "李娜", "amount": f"{cents // 100}.{cents % 100:02d}"}


@pytest.mark.parametrize(
    ("lang", "text"), [("zh-CN", "别查询余额"), ("zh-CN", "不要交易记录"), ("en", "don't check balance")]
)
def test_a_denial_is_not_even_guessed_at(lang: str, text: str) -> None:
    """A sentence with a No in it is never asked back as the sentence without."""
    assert isinstance(understanding(lang).understand(text).act, NotUnderstood)


@cache
def of_the_customer() -> View:
    """The menu of a signed-in customer, whose payees are known."""
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    manager.handle(Interpretation(SIGN_IN))
    return manager.view


def test_a_payee_whose_name_reads_as_a_sum_is_a_payee() -> None:
    view = of_the_customer()
    known = replace(view.known, payees=(*view.known.payees, Payee("p9", "伍佰", "", "")))
    meant = understanding("zh-CN").understand("给伍佰转五百元", replace(view, known=known))
    assert meant.act == Request("transfer_money", {"payee": "伍佰", "amount": "500.00"})


def heard_now(text: str, lang: str = "zh-CN") -> Interpretation:
    return understanding(lang).understand(text, of_the_customer(), Mode.VOICE)


@pytest.mark.parametrize(
    ("lang", "text", "slots"),
    [
        ("zh-CN", "给张三转五百，不，六百", {"payee": "张三", "amount": "600.00"}),
        ("zh-CN", "给张三转五百不对是六百", {"payee": "张三", "amount": "600.00"}),
        ("zh-CN", "给张三转五百。不，等等，六百", {"payee": "张三", "amount": "600.00"}),
        ("zh-CN", "嗯，转三百给王芳吧", {"payee": "王芳", "amount": "300.00"}),
        ("zh-CN", "转五百不六百给李四", {"payee": "李四", "amount": "600.00"}),
        ("zh-CN", "给张三，不，给李四转五百", {"payee": "李四", "amount": "500.00"}),
        ("zh-CN", "转账给张三不是李四", {"payee": "李四"}),
        ("en", "um, send five hundred, no, six hundred to 张三", {"payee": "张三", "amount": "600.00"}),
        ("en", "send 500 to 张三, sorry, 李四", {"payee": "李四", "amount": "500.00"}),
    ],
)
def test_the_last_word_counts(lang: str, text: str, slots: dict[str, str]) -> None:
    """Fillers mean nothing, and who corrects himself means what he said last."""
    heard = heard_now(text, lang)
    assert isinstance(heard.act, Request)
    assert (heard.act.slots, heard.confidence) == (slots, 1.0)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("查询鱼鹅", Request("check_balance")),
        ("赚账给章三", Request("transfer_money", {"payee": "张三"})),
        ("给脏三赚五百块", Request("transfer_money", {"payee": "张三", "amount": "500.00"})),
        ("主采单", Home()),
        ("曲消赚账", Cancel()),
    ],
)
def test_what_sounds_like_a_sentence_is_that_sentence(text: str, act: Act) -> None:
    """Tone-free, with the confusions of accents: enough to go on, and never as sure as the words themselves."""
    heard = heard_now(text)
    assert (heard.act, heard.confidence) == (act, SOUND_CONFIDENCE)


@pytest.mark.parametrize("text", ["给脏三赚五白块", "给张三转无百块", "给张三转石块", "不赚账给章三", "别茶询余额"])
def test_no_number_and_no_denial_is_matched_by_sound(text: str) -> None:
    """Money is taken by its own words alone, and a No is never lost on the way."""
    assert isinstance(heard_now(text).act, NotUnderstood)


@pytest.mark.parametrize("text", ["却认赚账", "是得"])
def test_a_yes_by_sound_is_asked_back(text: str) -> None:
    """It may move money."""
    heard = heard_now(text)
    assert (heard.act, heard.confidence) == (Affirm(), GUESS_CONFIDENCE)


def test_the_reading_that_fits_is_taken_and_its_meaning_is_weighed() -> None:
    """What means nothing here loses to what does, and lends it its weight; two spellings of one thing add up."""
    view = of_the_customer()

    def choice(text: str, sure: float, *others: tuple[str, float]) -> tuple[str, float]:
        heard = Heard(text, sure, tuple(Heard(*other) for other in others))
        reading, meant = choose(heard, view, heard_now, SOUND_CONFIDENCE)
        return reading.text, round(meant.confidence, 2)

    assert choice("是", 0.58, ("十", 0.41)) == ("是", 0.98)
    assert choice("登陆", 0.5, ("登录", 0.5)) == ("登陆", 1.0)
    assert choice("天气", 0.9, ("余额", 0.1)) == ("余额", 0.9)
    assert choice("转账给黄海", 0.8, ("转账给王芳", 0.2))[0] == "转账给王芳"
    assert choice("余额", 0.3) == ("余额", 0.3), "what was not heard as words at all stays in doubt"
    assert choice("交易记录", 0.5, ("查询余额", 0.5)) == ("交易记录", 0.5), "two things that both fit stay in doubt"


def test_a_slip_is_asked_back_and_never_taken() -> None:
    """Close to a known sentence: low confidence, so that the dialogue asks; in a pipe it is not understood."""
    heard = understanding("zh-CN").understand("查询余客")
    assert (heard.act, heard.confidence) == (Request("check_balance"), GUESS_CONFIDENCE)
    assert describe(heard)["act"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_plain_sentence_means_its_intent(lang: str) -> None:
    """A template that another one steals would never be heard."""
    grammar = load_grammar(lang)
    wrong = []
    for text, intent in grammar.plain.items():
        found = describe(understanding(lang).understand(text))
        if intent not in (found["intent"], found["act"]):
            wrong.append((text, intent, found))
    assert not wrong
    assert len(grammar.plain) > 100


def test_a_sentence_of_two_intents_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Two files that claim one sentence are told apart at load time, by name."""
    folder = tmp_path / "zh-CN" / "sentences"
    folder.mkdir(parents=True)
    for intent in ("pay", "save"):
        (folder / f"{intent}.yaml").write_text(f"intents: {{{intent}: {{data: [{{sentences: [存钱]}}]}}}}\n")
    with pytest.raises(GrammarError, match="存钱"):
        load_grammar("zh-CN", tmp_path)


def test_the_command_reads_lines_and_writes_json() -> None:
    """A pipe: one object a line, in order, null for what is not understood."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "understand"],
        input="给张三转五百块\n你好\n\n查余额\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["act"] for line in lines] == ["request", None, None, "request"]
    assert lines[0]["slots"] == {"payee": "张三", "amount": "500.00"}
    assert lines[0]["confidence"] == 1.0
    assert done.stderr == ""


def test_the_command_speaks_english_when_asked() -> None:
    """--lang en."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "understand", "--lang", "en"],
        input="send 500 yuan to Zhang San\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["slots"] == {"payee": "Zhang San", "amount": "500.00"}
