"""Speech that a phone plays by itself: one sentence after the other, stopped, held; with stand-ins for the phone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.voice.fake_phone import FakePhone, Java
from tests.voice.fakes import Ear, FakeSpeaker, FakeSynthesiser, noise, until
from voice.errors import EngineFailed
from voice.events import SpeakingEnded, SpeakingStarted, Trouble
from voice.pipeline import VoicePipeline
from voice.tts.android_phone import AndroidPhone
from voice.tts.fallback import FirstThatWorks
from voice.tts.phone import Phone, PlyerPhone, Words
from voice.tts.phone_playback import PhonePlayback
from voice.tts.plyer_engine import PlyerSynthesiser, phone_of_this_platform
from voice.tts.silence import SilentSynthesiser
from voice.tts.synthesiser import Speech


class Pocket:
    """A pipeline on a phone, which has no loudspeaker that we could play on."""

    def __init__(self, phone: FakePhone) -> None:
        self.phone, self.ear = phone, Ear()
        self.speaker = FakeSpeaker()
        self.speaker.broken = True
        self.engine = PlyerSynthesiser(lambda: phone, phone.now)
        first = FirstThatWorks([self.engine, SilentSynthesiser()])
        self.pipeline = VoicePipeline(first, self.speaker, None, None, self.ear)

    def says(self, *calls: str) -> None:
        until(lambda: self.phone.calls == list(calls))

    def close(self) -> None:
        self.phone.finish(100.0)
        self.pipeline.close()


@pytest.fixture
def pocket(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pocket]:
    """``request.param``: does the phone obey? The clock stands still, which is no stuck sound here."""
    monkeypatch.setattr("voice.speaking._STALL", 60.0)
    one = Pocket(FakePhone(obeys=getattr(request, "param", True)))
    yield one
    one.close()


def test_a_sentence_waits_until_the_phone_has_said_the_one_before(pocket: Pocket) -> None:
    """The phone tells when it has finished, however long that takes; nothing of ours is played."""
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    pocket.phone.clock = 9.0
    assert not pocket.ear.of(SpeakingEnded)
    pocket.phone.finish(2.0)
    pocket.says("一二三。", "四五六。")
    assert not pocket.ear.of(SpeakingEnded)
    pocket.phone.finish(2.0)
    pocket.ear.wait_for(SpeakingEnded)
    assert pocket.ear.of(Trouble) == []


@pytest.mark.parametrize("pocket", [False], indirect=True)
def test_where_the_phone_tells_nothing_the_sentence_has_its_time(pocket: Pocket) -> None:
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    pocket.phone.finish(0.9)
    assert pocket.phone.calls == ["一二三。"], "three syllables and a sign take longer"
    pocket.phone.finish(0.2)
    pocket.says("一二三。", "四五六。")


def test_the_next_sentence_is_made_without_a_sound() -> None:
    """The pipeline makes it while the one before is said."""
    phone = FakePhone()
    speech = PlyerSynthesiser(lambda: phone, phone.now).synthesise("您好", "zh-CN")
    assert phone.calls == []
    assert 0.2 < speech.seconds < 1.0
    assert speech.own is not None
    speech.own(1.0)
    assert phone.calls == ["您好"]


def test_stopped_it_is_silent_at_once_and_says_no_more(pocket: Pocket) -> None:
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    pocket.pipeline.stop_speaking()
    assert pocket.phone.calls == ["一二三。", "stop"]
    ended = pocket.ear.wait_for(SpeakingEnded)
    assert isinstance(ended, SpeakingEnded)
    assert not ended.completed
    assert pocket.phone.calls == ["一二三。", "stop"]
    pocket.pipeline.say("七", "zh-CN")
    pocket.says("一二三。", "stop", "七")


@pytest.mark.parametrize("pocket", [False], indirect=True)
def test_a_phone_that_cannot_be_stopped_says_its_sentence_and_no_other(pocket: Pocket) -> None:
    """Until then it counts as speaking: a microphone that is switched on sooner would hear it."""
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    pocket.pipeline.stop_speaking()
    pocket.pipeline.say("七", "zh-CN")
    assert pocket.pipeline.speaking
    assert pocket.ear.of(SpeakingEnded) == []
    pocket.phone.finish(2.0)
    pocket.says("一二三。", "七")


def test_held_it_is_silent_and_then_begins_its_sentence_again(pocket: Pocket) -> None:
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    assert pocket.pipeline.pause()
    assert pocket.phone.calls == ["一二三。", "stop"]
    pocket.phone.clock = 60.0
    assert pocket.pipeline.speaking
    assert not pocket.pipeline.pause()
    assert pocket.phone.calls == ["一二三。", "stop", "一二三。"]
    pocket.phone.finish(2.0)
    pocket.says("一二三。", "stop", "一二三。", "四五六。")


@pytest.mark.parametrize("pocket", [False], indirect=True)
def test_held_where_nothing_can_be_held_the_next_sentence_waits(pocket: Pocket) -> None:
    pocket.pipeline.say("一二三。四五六。", "zh-CN")
    pocket.says("一二三。")
    pocket.pipeline.pause()
    pocket.phone.finish(60.0)
    playback = pocket.pipeline._saying._playback  # type: ignore[union-attr]
    assert playback is not None
    assert not playback.wait(0)
    pocket.pipeline.pause()
    pocket.says("一二三。", "四五六。")


def test_a_phone_that_never_begins_does_not_hold_the_queue() -> None:
    phone = FakePhone()
    playback = PhonePlayback(phone, lambda: None, 1.0, phone.now)
    assert not playback.done, "it may begin in a moment"
    phone.clock = 1.5
    assert playback.done


def test_a_phone_that_never_ends_does_not_hold_the_queue(pocket: Pocket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its position stands still in the end, and whoever waits for it gives it up."""
    monkeypatch.setattr("voice.speaking._STALL", 0.0)
    pocket.phone.clock = 1_000.0
    pocket.pipeline.say("一", "zh-CN")
    pocket.ear.wait_for(SpeakingEnded)
    assert pocket.phone.calls == ["一", "stop"]


def test_pace_pitch_and_loudness_reach_the_phone(pocket: Pocket) -> None:
    pocket.engine.pitch = 1.2
    pocket.pipeline.rate, pocket.pipeline.volume = 2.0, 1.6
    pocket.pipeline.say("您好", "zh-CN")
    pocket.says("您好")
    assert pocket.phone.heard == [(2.0, 1.2, 1.0)], "nothing is louder than the phone"


def test_each_part_has_its_voice_and_a_name_is_said_without_one() -> None:
    """A phone without Chinese says a Chinese name in pinyin, and nothing of a Chinese sentence but what is English."""
    both, english = FakePhone(), FakePhone(langs=("en",))

    def say(phone: FakePhone, text: str, lang: str) -> Speech:
        speech = PlyerSynthesiser(lambda: phone, phone.now).synthesise(text, lang)
        assert speech.own is not None
        speech.own(1.0)
        phone.finish()
        return speech

    say(both, "转给Alice五百元", "zh-CN")
    assert both.voices == ["zh", "en", "zh"]
    assert say(english, "To 吕布?", "en").unsaid == ()
    assert english.calls == ["To lyu bu ?"]
    assert say(english, "转给Alice五百元", "zh-CN").unsaid == ("zh",)
    assert english.calls[1:] == ["Alice"]


def test_a_phone_that_refuses_is_told_and_given_up(pocket: Pocket) -> None:
    """Captions go on; nothing is asked of it for a while."""
    pocket.phone.broken = True
    for text in ("一", "二", "三", "四"):
        pocket.pipeline.say(text, "zh-CN")
    pocket.ear.wait_for(SpeakingEnded, count=4)
    codes = [event.code for event in pocket.ear.of(Trouble) if isinstance(event, Trouble)]
    assert codes[0] == "engine_failed"
    assert codes[-1] == "silent"
    assert len(pocket.ear.of(SpeakingStarted)) == 4
    assert pocket.phone.calls == ["close"]


def test_a_phone_without_an_engine_fails_as_engines_do() -> None:
    def none() -> Phone:
        raise RuntimeError("no activity")

    with pytest.raises(EngineFailed, match="no activity"):
        PlyerSynthesiser(none).synthesise("您好", "zh-CN")


def test_a_missing_loudspeaker_of_ours_does_not_silence_the_phone(pocket: Pocket) -> None:
    """The short sounds are not heard there; the words are."""
    pocket.pipeline.say("您好", "zh-CN", cue=Speech(noise(0.1), 16_000))
    pocket.says("您好")
    assert pocket.ear.of(Trouble) == []


def test_a_phone_speaks_where_there_is_no_loudspeaker_of_ours_at_all() -> None:
    phone, ear = FakePhone(), Ear()
    pipeline = VoicePipeline(PlyerSynthesiser(lambda: phone, phone.now), None, None, None, ear)
    pipeline.say("您好", "zh-CN")
    until(lambda: phone.calls == ["您好"])
    assert ear.of(Trouble) == []
    phone.finish(2.0)
    pipeline.close()


def test_plyer_says_a_sentence_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setitem(sys.modules, "plyer", SimpleNamespace(tts=SimpleNamespace(speak=said.append)))
    monkeypatch.setitem(sys.modules, "jnius", None)
    phone = phone_of_this_platform()
    assert isinstance(phone, PlyerPhone)
    phone.say([Words("转给", "zh"), Words("Alice", "en")], 1.0, 1.0, 1.0)
    assert said == ["转给Alice"]


@pytest.fixture
def java(monkeypatch: pytest.MonkeyPatch) -> Java:
    made = Java()
    monkeypatch.setitem(sys.modules, "jnius", made)  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "plyer.platforms.android", SimpleNamespace(activity="activity"))  # type: ignore[arg-type]
    return made


def test_android_speaks_each_part_in_its_language(java: Java) -> None:
    phone = phone_of_this_platform()
    assert isinstance(phone, AndroidPhone)
    phone.say([Words("转给", "zh"), Words("Alice", "en")], 2.0, 1.2, 0.5)
    loud: Any = {"volume": 0.5}
    assert java.calls == [("rate", 2.0), ("pitch", 1.2), "zh-CN", ("转给", 1, loud), "en-US", ("Alice", 1, loud)]
    assert phone.speaking()
    phone.stop()
    assert not phone.speaking()
    phone.close()
    phone.close()
    assert java.calls[-2:] == ["stop", "shutdown"]


def test_android_is_waited_for_and_tells_what_it_speaks(java: Java) -> None:
    java.slow, java.locales = 3, {"en-US"}
    naps: list[float] = []
    assert AndroidPhone(naps.append).languages() == ["en"]
    assert len(naps) == 3


def test_android_without_an_engine_is_given_up(java: Java) -> None:
    java.slow = 1_000
    with pytest.raises(RuntimeError, match="does not start"):
        AndroidPhone(lambda seconds: None).languages()
    assert java.calls == ["shutdown"]


def test_android_that_refuses_half_a_sentence_says_none_of_it(java: Java) -> None:
    """And is connected to anew."""
    java.answer = -1
    with pytest.raises(RuntimeError, match="refused"):
        AndroidPhone().say([Words("转给", "zh"), Words("Alice", "en")], 1.0, 1.0, 1.0)
    assert java.calls[-2:] == ["stop", "shutdown"]


def test_an_engine_that_gives_samples_still_needs_a_loudspeaker() -> None:
    ear = Ear()
    pipeline = VoicePipeline(FakeSynthesiser(), None, None, None, ear)
    pipeline.say("一", "zh-CN")
    assert ear.wait_for(Trouble) == Trouble("no_sound")
    pipeline.close()
