"""Sentences for a model that has other words than ours: cut into what it has, and named when that cannot be done."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from voice.errors import Unsayable
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


def knowing(*words: str, spaced: bool = False) -> VoskModel:
    """A model with these words and nothing else; it hears nothing."""
    model = object.__new__(VoskModel)
    model.handle = SimpleNamespace(vosk_model_find_word=lambda word: words.index(word) if word in words else -1)
    model.spaced = spaced
    model._known, model._split = {}, {}
    return model


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("查询余额", "查询 余额"),
        ("余额查询", "余额 查询"),
        ("查余额", None),  # nothing in it says 查 alone
        ("转账", "转 账"),
        ("转账给张三", "转 账 给 张三"),
        ("给张", None),
        ("", None),
    ],
)
def test_chinese_is_cut_into_as_few_words_as_possible(phrase: str, words: str | None) -> None:
    """Long words first; 余额 and not 余 and 额."""
    assert knowing("查询", "余", "额", "余额", "转", "账", "给", "张三").split(phrase) == words


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("check my balance", "check_my_balance"),  # our models have whole sentences as words
        ("Check balance", "check balance"),
        ("payee", "pay ee"),
        ("check my payee", "check my pay ee"),
        ("check the balance", None),
    ],
)
def test_english_words_stay_words(phrase: str, words: str | None) -> None:
    """What is said with spaces is looked up word by word; a word that is not there is made of shorter ones."""
    assert knowing("check_my_balance", "check", "my", "balance", "pay", "ee", spaced=True).split(phrase) == words


def test_greed_does_not_miss_a_way() -> None:
    """The longest first word leaves a rest that is none; the shorter one does not."""
    assert knowing("转账", "转", "账给", "给").split("转账给") == "转账 给"
    assert knowing("转账", "转", "账给").split("转账给") == "转 账给"


def test_every_sentence_that_cannot_be_said_is_named() -> None:
    """And nothing is changed: the client leaves them out and goes on."""
    recogniser = VoskRecogniser(knowing("查询", "余额"))
    assert recogniser.unsayable(["查询余额", "转账", "查询", "转账"]) == ("转账",)
    with pytest.raises(Unsayable) as told:
        recogniser.set_phrases(["查询余额", "转账", "取消"])
    assert told.value.phrases == ("转账", "取消")
