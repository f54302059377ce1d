"""What fails is told once and survived; an end in mid-sentence is one; many threads may call."""

from __future__ import annotations

import threading

import pytest

from tests.voice.fakes import Ear, FakeSpeaker, FakeSynthesiser, noise, until
from tests.voice.pipeline_of_fakes import Set
from voice.audio.ports import OnFrames
from voice.errors import NoVoice, Unsayable
from voice.events import Listening, SpeakingEnded, SpeakingStarted, Trouble
from voice.pipeline import VoicePipeline
from voice.tts.silence import SilentSynthesiser


def test_an_engine_that_fails_is_told_and_asked_again(made: Set) -> None:
    made.synthesiser.failures = 1
    made.pipeline.say("余额", "zh-CN")
    made.ear.wait_for(SpeakingEnded)
    assert made.codes() == ["engine_failed"]
    assert [said[0] for said in made.synthesiser.said] == ["余额"]


def test_captions_go_on_when_the_engine_is_gone(made: Set) -> None:
    made.synthesiser.failures = 100
    made.pipeline.say("一", "zh-CN")
    made.pipeline.say("二", "zh-CN")
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.captions() == ["一", "二"]


def test_no_sound_card_is_told_once(made: Set) -> None:
    made.speaker.broken = True
    made.pipeline.say("一。二。", "zh-CN")
    made.pipeline.say("三", "zh-CN")
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.captions() == ["一。二。", "三"]
    assert made.codes() == ["no_sound"]


def test_a_card_that_stalls_once_is_tried_again(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no broken loudspeaker; one that stalls every time is told and left alone for a while."""
    monkeypatch.setattr("voice.speaking._STALL", 0.1)
    made.speaker.held = True
    for text in ("一", "二", "三"):
        made.pipeline.say(text, "zh-CN")
    made.ear.wait_for(SpeakingEnded, count=3)
    assert len(made.speaker.played) == 2
    assert made.codes() == ["no_sound"]


def test_a_missing_voice_is_told_once(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(text: str, lang: str, rate: float = 1.0) -> None:
        raise NoVoice("zh")

    monkeypatch.setattr(made.synthesiser, "synthesise", none)
    made.pipeline.say("一。二。", "zh-CN")
    made.ear.wait_for(SpeakingEnded)
    assert made.codes() == ["no_voice"]


def test_no_microphone(made: Set) -> None:
    made.microphone.broken = True
    made.pipeline.listen()
    assert made.ear.wait_for(Trouble) == Trouble("no_microphone")


def test_phrases_that_cannot_be_said(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(phrases: object) -> None:
        raise Unsayable(("龘",))

    monkeypatch.setattr(made.recogniser, "set_phrases", refuse)
    made.pipeline.listen(["龘"])
    assert made.ear.wait_for(Trouble) == Trouble("unsayable", "龘")
    assert not made.microphone.on


@pytest.mark.parametrize("step", ["set_phrases", "accept", "finish"])
def test_a_recogniser_that_fails_lets_the_microphone_go(made: Set, step: str) -> None:
    """It is told as what it is, no fault of the voice, and the next listening has its microphone."""

    def fail(given: object = None) -> None:
        raise RuntimeError("told to fail")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(made.recogniser, step, fail)
        made.pipeline.listen()
        if step != "set_phrases":
            made.ear.wait_for(Listening)
            made.microphone.hear(noise(0.1))
            made.pipeline.stop_listening()
        assert made.ear.wait_for(Trouble) == Trouble("hearing_failed", "RuntimeError")
        assert not made.microphone.on
        assert made.pipeline.wait_until_idle(5)
    before = len(made.ear.of(Listening))
    made.pipeline.listen()
    made.ear.wait_for(Listening, count=before + 1)
    assert made.microphone.on
    assert made.codes() == ["hearing_failed"]


def test_a_microphone_that_fails_strangely_is_let_go(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be on for ever, and no other listening could begin."""
    start = made.microphone.start

    def half(on_frames: OnFrames) -> None:
        start(on_frames)
        raise RuntimeError("the microphone is on already")

    monkeypatch.setattr(made.microphone, "start", half)
    made.pipeline.listen()
    assert made.ear.wait_for(Trouble) == Trouble("hearing_failed", "RuntimeError")
    assert not made.microphone.on


def test_without_model_sound_or_voice_only_captions() -> None:
    ear = Ear()
    pipeline = VoicePipeline(SilentSynthesiser(), None, None, None, ear)
    pipeline.say("您好", "zh-CN")
    pipeline.listen()
    assert ear.wait_for(Trouble, count=2) == Trouble("no_model")
    assert ear.events[:3] == [SpeakingStarted("您好", "zh-CN"), Trouble("silent"), SpeakingEnded("您好", True)]
    pipeline.close()


def test_an_owner_that_raises_does_not_silence_it(caplog: pytest.LogCaptureFixture) -> None:
    ear = Ear()

    def owner(event: object) -> None:
        ear(event)  # type: ignore[arg-type]
        raise RuntimeError("owner")

    pipeline = VoicePipeline(FakeSynthesiser(), FakeSpeaker(), None, None, owner)
    pipeline.say("一", "zh-CN")
    pipeline.say("二", "zh-CN")
    ear.wait_for(SpeakingEnded, count=2)
    pipeline.close()
    assert "owner" in caplog.text


def test_closing_in_mid_sentence_ends_the_worker_and_the_engine(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("很长", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.pipeline.close()
    made.pipeline.close()
    assert made.synthesiser.closed
    assert "voice" not in {t.name for t in threading.enumerate() if t is made.pipeline._worker}


def test_many_threads_may_call_it(made: Set) -> None:
    def call() -> None:
        for _ in range(20):
            made.pipeline.say("一", "zh-CN")
            made.pipeline.listen(None, barge_in=True)
            made.pipeline.say("二", "zh-CN", priority="now")
            made.pipeline.stop_listening()

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made.pipeline.stop_listening(discard=True)
    assert made.pipeline.wait_until_idle(10)
    assert len(made.ear.of(SpeakingStarted)) == len(made.ear.of(SpeakingEnded))
