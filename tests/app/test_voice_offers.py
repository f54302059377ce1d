"""Voices to choose from: found off the main thread, named for people, kept, spoken with at once."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from accessibility.preferences import replaced
from app.bootstrap.engine import Engine
from app.keeper import Keeper
from app.offers.voices import VoiceOffers, voice_name
from app.words import LANGUAGES, Message, Words
from tests.voice.fakes import until
from voice.errors import EngineFailed
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser
from voice.tts.voice_list import KnownVoice

ESPEAK = (
    KnownVoice("sit/cmn-latn-pinyin", "Chinese (Mandarin, latin as Pinyin)", "cmn"),
    KnownVoice("sit/cmn-latn-pinyin+f2", "Chinese (Mandarin, latin as Pinyin)", "cmn", "f2"),
)


class Case:
    """Offers on a keeper with a file; ``run`` does what other threads have posted."""

    def __init__(
        self, file: Path, voices: Callable[[str], tuple[KnownVoice, ...]], lang: str = "zh", *, runs: bool = False
    ) -> None:
        self.keeper = Keeper(file)
        self.jobs: list[Callable[[], None]] = []
        self.told: list[Message | None] = []
        self.samples: list[tuple[str, str, str]] = []
        self.threads: list[str] = []

        def ask(lang: str) -> tuple[KnownVoice, ...]:
            self.threads.append(threading.current_thread().name)
            return voices(lang)

        words = Words.load("zh-CN")
        self.offers = VoiceOffers(lang, ask, lambda: runs, self._sample, self.keeper, words, self.jobs.append)
        self.offers.listen(self.told.append)

    def _sample(self, text: str, lang: str) -> None:
        self.samples.append((text, lang, self.keeper.preferences.voicing.voice_zh))

    def find(self) -> list[str]:
        self.offers.look()
        until(lambda: bool(self.jobs))
        while self.jobs:
            self.jobs.pop(0)()
        return [offer.name for offer in self.offers.offered or ()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_the_list_is_found_on_another_thread_and_told_once(file: Path) -> None:
    case = Case(file, lambda lang: ESPEAK)
    assert case.offers.offered is None
    assert case.find() == ["自动", "普通话", "普通话，女声 2"]
    assert case.threads != [threading.current_thread().name]
    assert case.told == [None]
    assert case.find()
    assert case.told == [None], "nothing has changed"


def test_a_voice_that_is_chosen_is_told_kept_and_speaks_a_sample(file: Path) -> None:
    case = Case(file, lambda lang: ESPEAK)
    case.find()
    case.offers.choose("sit/cmn-latn-pinyin+f2")
    assert case.offers.at == "sit/cmn-latn-pinyin+f2"
    said = case.told[-1]
    assert said is not None
    assert (said.screen, said.id) == ("中文的声音：普通话，女声 2", "settings-is")
    text, lang, voice = case.samples[0]
    assert "中文" in text
    assert (lang, voice) == ("zh", "sit/cmn-latn-pinyin+f2"), "the new voice speaks it"
    again = Case(file, lambda lang: ESPEAK)
    again.find()
    assert again.offers.at == "sit/cmn-latn-pinyin+f2", "after the next start"
    again.offers.choose("")
    assert again.keeper.preferences.voicing.voice_zh == ""


def test_what_could_not_be_kept_holds_for_now_and_that_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(file, lambda lang: ESPEAK)
    case.find()

    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", refuse)
    case.offers.choose("sit/cmn-latn-pinyin")
    assert case.offers.at == "sit/cmn-latn-pinyin"
    said = case.told[-1]
    assert said is not None
    assert said.id == "settings-is settings-not-kept"


def test_a_voice_of_another_machine_counts_as_automatic(file: Path) -> None:
    case = Case(file, lambda lang: ESPEAK)
    case.find()
    case.offers.choose("sit/cmn-latn-pinyin+f2")
    case = Case(file, lambda lang: ESPEAK[:1])
    case.find()
    assert case.offers.at == ""


def test_an_engine_that_does_not_start_leaves_automatic_and_is_asked_again(file: Path) -> None:
    fails = [True]

    def voices(lang: str) -> tuple[KnownVoice, ...]:
        if fails[0]:
            raise EngineFailed("no espeak")
        return ESPEAK

    case = Case(file, voices)
    assert case.find() == ["自动"]
    fails[0] = False
    assert len(case.find()) == 3


@pytest.mark.parametrize(
    ("runs", "kept", "asked"), [(False, "", False), (True, "", True), (False, "sit/cmn-latn-pinyin", True)]
)
def test_a_list_that_comes_into_sight_asks_no_engine_that_nobody_listens_to(
    file: Path, runs: bool, kept: str, asked: bool
) -> None:
    """A voice that was chosen once has a name that only the engine knows."""
    first = Case(file, lambda lang: ESPEAK)
    first.keeper.change(replaced(first.keeper.settings, "preferences.voicing.voice_zh", kept))
    case = Case(file, lambda lang: ESPEAK, runs=runs)
    case.offers.glance()
    assert case.offers.looking is asked
    if asked:
        until(lambda: bool(case.jobs))
    else:
        assert (case.offers.at, case.offers.name_of("")) == ("", "自动")
        assert case.find() == ["自动", "普通话", "普通话，女声 2"], "whoever asks has it looked for"


def test_the_engine_is_not_started_to_learn_whether_it_runs(file: Path) -> None:
    engine = Engine()
    try:
        assert not engine.runs
        assert engine.voices("zh")
        assert engine.runs
    finally:
        engine.get().close()


def test_two_of_one_name_are_told_apart(file: Path) -> None:
    case = Case(file, lambda lang: (KnownVoice("a", "Ting-Ting"), KnownVoice("b", "Ting-Ting")))
    assert case.find() == ["自动", "Ting-Ting", "Ting-Ting 2"]


def test_names_of_other_makers() -> None:
    huihui = KnownVoice("HKEY\\HUIHUI", "Microsoft Huihui Desktop - Chinese (Simplified)")
    assert voice_name(huihui, Words.load("zh-CN")) == "Huihui"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_voices_of_this_machine_have_names_for_people(lang: str) -> None:
    """Each its own, none with an id or a remark for programmers in it."""
    engine, words = Pyttsx3Synthesiser(), Words.load(lang)
    try:
        for spoken in ("zh", "en"):
            names = [voice_name(voice, words) for voice in engine.voices(spoken)]
            assert len(names) > 3
            assert len(set(names)) == len(names)
            assert not [name for name in names if "/" in name or "+" in name or "latin" in name]
            assert lang == "en" or all(not name.isascii() for name in names), names
    finally:
        engine.close()
