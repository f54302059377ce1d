"""What can be understood can be recognised: every phrase of the grammar is in the shipped model's lexicon."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import bootstrap
from app.dialogue.grammar import load_grammar
from app.dialogue.understand import Understanding
from app.flows import FLOWS
from app.flows.acts import Act, Choices, Inform, Interpretation, Mode, NotUnderstood, Request, Select
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from tests.app.signed_in import SIGN_IN
from tests.fakes import FakeBank
from voice.errors import Unsayable
from voice.models import find_model
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


@pytest.fixture(scope="module")
def model() -> VoskModel:
    return VoskModel(find_model("zh-CN"))


def test_every_phrase_of_the_grammar_can_be_recognised(model: VoskModel) -> None:
    """Each word is looked up in the model; a phrase that nobody could ever say is named."""
    phrases = bootstrap.phrases_for_files("zh-CN")
    assert len(set(phrases)) > 1000
    VoskRecogniser(model).set_phrases(phrases)


def test_a_phrase_that_the_model_lacks_is_named(model: VoskModel) -> None:
    """The check above can fail."""
    with pytest.raises(Unsayable, match="ＡＢＣ"):
        VoskRecogniser(model).set_phrases(["查询余额", "ＡＢＣ"])


def test_what_is_listened_for_is_understood() -> None:
    """At the menu with a signed-in customer: every sentence, payees and amounts included, means something."""
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    interaction.handle(Interpretation(SIGN_IN))
    understanding = Understanding(load_grammar("zh-CN"))
    wanted = bootstrap.make_vocabulary(load_grammar("zh-CN")).now(interaction.view)
    lost = [
        text
        for text in (*wanted.sentences, *wanted.combined[:200])
        if isinstance(understanding.understand(text, interaction.view, Mode.VOICE).act, NotUnderstood)
    ]
    assert not lost
    names = {payee.name for payee in interaction.view.known.payees}
    assert {name for name in names if any(name in text for text in wanted.combined)} == names


def test_whoever_comes_next_is_not_listened_to_by_the_names_of_the_last() -> None:
    """Kinds of sentences are kept from moment to moment, names are not."""
    vocabulary = bootstrap.make_vocabulary(load_grammar("zh-CN"))
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    before = vocabulary.now(interaction.view)
    interaction.handle(Interpretation(SIGN_IN))
    view = interaction.view
    between = vocabulary.now(view)
    names = {payee.name for payee in view.known.payees}
    assert all(any(name in text for text in between.sentences) for name in names)
    others = replace(view, known=replace(view.known, payees=(replace(view.known.payees[0], name="欧阳春"),)))
    listened = vocabulary.now(others)
    assert any("欧阳春" in text for text in listened.sentences)
    assert not [text for text in (*listened.sentences, *listened.combined) if any(name in text for name in names)]
    assert vocabulary.now(InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN").view) == before


def test_the_payees_are_listened_for_only_after_signing_in() -> None:
    """Before, the client knows no names, and says so by not pretending."""
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    before = bootstrap.make_vocabulary(load_grammar("zh-CN")).now(interaction.view)
    assert not any("张三" in text for text in (*before.sentences, *before.combined))


def test_nothing_but_yes_no_and_changes_at_the_review_moves_on() -> None:
    """At the review a bare number is not listened for: 是 sounds like 十."""
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    interaction.handle(Interpretation(SIGN_IN))
    interaction.handle(Interpretation(Request("transfer_money", {"payee": "张三", "amount": "500"})))
    wanted = bootstrap.make_vocabulary(load_grammar("zh-CN")).now(interaction.view)
    assert not wanted.amounts
    assert {"是", "确认转账", "取消"} <= set(wanted.sentences)


CHOICES = {
    "zh-CN": ("第二个", "选第二个", "选二", "第九个"),
    "en": ("second", "the second one", "number two", "the ninth"),
}
BARE = {"zh-CN": "二", "en": "two"}


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_choices_are_taken_by_number_where_there_are_some(lang: str) -> None:
    """Each way to say a number is listened for and chooses, to the last of the list; elsewhere none is."""
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), lang)
    vocabulary = bootstrap.make_vocabulary(load_grammar(lang))
    interaction.handle(Interpretation(SIGN_IN))
    assert not set(CHOICES[lang]) & set(vocabulary.now(interaction.view).sentences)
    interaction.handle(Interpretation(Request("transfer_money")))
    assert set(CHOICES[lang]) <= set(vocabulary.now(interaction.view).sentences)
    interaction.handle(Interpretation(Choices()))
    wanted = vocabulary.now(interaction.view)
    understanding = Understanding(load_grammar(lang))
    meant = [understanding.understand(text, interaction.view, Mode.VOICE).act for text in (*CHOICES[lang], BARE[lang])]
    assert meant == [Select(2), Select(2), Select(2), Select(9), Select(2)]
    assert BARE[lang] in wanted.combined


def test_a_bare_digit_is_listened_for_only_where_it_chooses() -> None:
    """Before the choices are told it means nothing, and where an amount is asked it is the amount."""
    interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    vocabulary = bootstrap.make_vocabulary(load_grammar("zh-CN"))
    interaction.handle(Interpretation(SIGN_IN))
    interaction.handle(Interpretation(Request("transfer_money")))
    assert "二" not in vocabulary.now(interaction.view).combined
    interaction.handle(Interpretation(Inform({"payee": "张三"})))
    for _ in range(2):
        interaction.handle(Interpretation(NotUnderstood("")))
    wanted = vocabulary.now(interaction.view)
    assert interaction.view.offers
    assert wanted.amounts
    assert "第二个" in wanted.sentences
    assert "二" not in wanted.combined


def documented() -> list[tuple[str, str]]:
    """Language and sentence of each row of the table in docs/talking.md."""
    text = (Path(__file__).parents[2] / "docs" / "talking.md").read_text(encoding="utf8")
    rows = [row.split("|")[1:3] for row in re.findall(r"^\|.*\|$", text, re.MULTILINE)[2:]]
    said = [
        (lang, one.strip().lower())
        for row in rows
        for lang, cell in zip(CHOICES, row, strict=True)
        for one in cell.split(",")
    ]
    assert len(said) > 40
    return said


MOMENTS: dict[str, tuple[Act, ...]] = {
    "menu": (SIGN_IN,),
    "customer number": (Request("sign_in"),),
    "payee": (SIGN_IN, Request("transfer_money")),
    "amount": (SIGN_IN, Request("transfer_money", {"payee": "张三"})),
    "review": (SIGN_IN, Request("transfer_money", {"payee": "张三", "amount": "500"})),
    "choice": (SIGN_IN, Request("transfer_money", {"payee": "张三"}), NotUnderstood(""), NotUnderstood("")),
    "done": (SIGN_IN, Request("check_balance")),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_the_documentation_says_can_be_said_at_any_moment(moment: str) -> None:
    """Each sentence of its table, in both languages, is listened for and understood."""
    for lang in CHOICES:
        interaction = InteractionManager(FakeBank(), FLOWS, InlineWorker(), lang)
        for act in MOMENTS[moment]:
            interaction.handle(Interpretation(act))
        wanted = bootstrap.make_vocabulary(load_grammar(lang)).now(interaction.view)
        lost = [said for of, said in documented() if of == lang and said not in wanted.sentences]
        assert not lost
