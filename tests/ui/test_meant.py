"""What letters may mean, on keys: sentences of the moment first, then Chinese; pages; names for the ear; no secrets."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from accessibility.keypad.face import Choice, Face, Kind, Question
from accessibility.keypad.keypad import Keypad
from accessibility.keypad.offer import Offer
from accessibility.roles import Action
from app.ui.kit import Kit
from app.ui.ways.keypad_words import echo, shown
from app.ui.ways.meant import MOST, ROOM, Meant, pages
from app.words import LANGUAGES, Words

SUBMIT = Choice(50, Action.CLICK, "Submit")
WXM = "919261"


def kit(lang: str) -> Kit:
    nothing: Any = None
    return Kit(nothing, Words.load(lang), {}, print, print, print)


def meant(lang: str = "zh-CN", *sentences: str) -> Meant:
    return Meant(kit(lang), lambda: sentences)


def asking(*, secret: bool = False, lang: str = "zh-CN") -> Keypad:
    pad = Keypad(meant(lang))
    pad.show(Face("Payee", (Question(10, Kind.TEXT, "Name", secret=secret),), (SUBMIT,), asked=10, main=SUBMIT))
    return pad


def offer(text: str) -> Offer:
    return Offer(text, text, partial(str, text))


def test_sentences_of_the_moment_come_before_words_and_none_twice() -> None:
    found = [one.shown for one in meant("zh-CN", "转账记录", "转账")("zhuanzhang")]
    assert found[:2] == ["转账", "转账记录"]
    assert found.count("转账") == 1
    assert len(found) > 2


def test_what_is_chosen_stands_after_what_was_written_before_it() -> None:
    found = {one.shown: one.text for one in meant()("给wangxiaoming")}
    assert found["王小明"] == "给王小明"
    assert found["王"] == "给王xiaoming"


def test_capitals_and_figures_are_meant_as_they_are() -> None:
    assert not meant()("WANG")
    assert not meant()("wang1")
    assert meant()("Awang")


def test_english_is_offered_no_chinese() -> None:
    assert [one.shown for one in meant("en", "transfer money")("tr")] == ["transfer money"]


def test_homophones_have_names_of_their_own() -> None:
    names = {one.shown: one.name for one in meant()("wang")}
    assert names["王"].startswith("王，")
    assert names["王"].endswith("的王")
    first = [one.name for one in meant()("wang")[:10]]
    assert len(set(first)) == len(first)
    assert "的" in meant()("wangxiaoming")[0].name
    sentences = meant("zh-CN", "转账")("zz")
    assert sentences[0].name == "转账"


def test_a_row_holds_as_many_as_fit_and_all_are_on_some_page() -> None:
    offers = [
        offer(text) for text in ("这是一个很长很长很长的句子而且更长", "另一个长的句子在这里", *"一二三四五六七八九")
    ]
    made = list(pages(offers))
    assert [one for page in made for one in page] == offers
    assert all(len(page) <= MOST for page in made)
    assert all(len(page) == 1 or sum(max(2, len(one.shown)) for one in page) <= ROOM for page in made)
    assert list(pages([])) == []


def test_on_the_keypad_they_are_shown_and_said_with_their_names() -> None:
    pad, words = asking(), kit("zh-CN")
    for key in WXM:
        pad.press(key)
    now = shown(words, pad)
    assert now.captions["0"] == "选字"
    assert "0 选字" in now.said.screen
    pad.press("0")
    now = shown(words, pad)
    assert "王小明" in now.captions.values()
    assert any("王小明，" in line for line in now.lines)
    assert now.captions["9"] == "更多"
    heard = echo(words, pad).speech
    number = next(key for key, caption in now.captions.items() if caption == "王小明")
    assert f"{number} 王小明，" in heard
    assert "9 更多" in heard
    pad.press(number)
    assert pad.writing is not None
    assert pad.writing.text == "王小明"
    assert echo(words, pad).speech == "王 小 明"


def test_after_a_part_is_chosen_it_is_said_and_the_rest_is_offered() -> None:
    pad, words = asking(), kit("zh-CN")
    for key in "91216241610":  # wang and m
        pad.press(key)
    assert pad.writing is not None
    while "王" not in shown(words, pad).captions.values():
        pad.press("9")
    pad.press(next(key for key, caption in shown(words, pad).captions.items() if caption == "王"))
    assert pad.writing.text.startswith("王")
    assert echo(words, pad).speech.startswith("王。1 ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_secret_is_offered_nothing_and_told_nothing(lang: str) -> None:
    pad = asking(secret=True, lang=lang)
    for key in WXM + "0":
        pad.press(key)
        now, heard = shown(kit(lang), pad), echo(kit(lang), pad)
        assert not now.lines
        assert "0" not in now.captions
        assert "王" not in heard.speech + now.said.speech + now.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_to_choose_is_said_where_there_is_something_to_choose(lang: str) -> None:
    told = {secret: shown(kit(lang), asking(secret=secret, lang=lang)).text for secret in (False, True)}
    words = Words.load(lang)
    assert told == {False: words.text("keypad-how", kind="words"), True: words.text("keypad-how", kind="text")}
