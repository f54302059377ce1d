"""Which engine speaks: the next one when one fails for good, the phone's own, and one voice for all."""

from __future__ import annotations

import pytest

from tests.voice.fakes import Ear, FakeSpeaker, FakeSynthesiser, until
from voice.errors import EngineFailed
from voice.events import OnEvent, SpeakingEnded, SpeakingStarted, Trouble
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.tts.fallback import FirstThatWorks
from voice.tts.plyer_engine import PlyerSynthesiser
from voice.tts.silence import SilentSynthesiser


def test_one_crash_keeps_the_voice_and_many_give_it_up_and_say_so() -> None:
    """The silent engine comes last, captions go on, and the screen is told (SPK-09)."""
    broken, ear = FakeSynthesiser(), Ear()
    engines = FirstThatWorks([broken, SilentSynthesiser()])
    pipeline = VoicePipeline(engines, FakeSpeaker(), None, None, ear)
    broken.failures = 1
    pipeline.say("一", "zh-CN")
    ear.wait_for(SpeakingEnded)
    assert engines.audible
    broken.failures = 100
    for text in ("二", "三", "四", "五"):
        pipeline.say(text, "zh-CN")
    ear.wait_for(SpeakingEnded, count=5)
    assert not engines.audible
    assert broken.closed
    assert [event.code for event in ear.of(Trouble) if isinstance(event, Trouble)].count("silent") == 1
    assert [event.text for event in ear.of(SpeakingStarted) if isinstance(event, SpeakingStarted)][-1] == "五"
    pipeline.close()


def test_the_phone_speaks_and_is_kept_in_step() -> None:
    said: list[str] = []
    speech = PlyerSynthesiser(said.append).synthesise("您好", "zh-CN")
    assert said == ["您好"]
    assert 0.2 < speech.seconds < 1.0
    assert PlyerSynthesiser(said.append).synthesise(" ", "zh-CN").seconds == 0


def test_a_phone_without_a_voice() -> None:
    def none(text: str) -> None:
        raise NotImplementedError

    with pytest.raises(EngineFailed, match="NotImplementedError"):
        PlyerSynthesiser(none).synthesise("您好", "zh-CN")


def test_all_share_one_voice_made_once() -> None:
    made: list[VoicePipeline] = []
    speaker = FakeSpeaker(held=True)

    def make(on_event: OnEvent) -> VoicePipeline:
        made.append(VoicePipeline(FakeSynthesiser(), speaker, None, None, on_event))
        return made[-1]

    one, first, second = OneVoice(make), Ear(), Ear()
    assert one.made is None
    one.join(first).say("一", "zh-CN")
    one.join(second).say("二", "zh-CN")
    until(lambda: len(speaker.played) == 1)
    speaker.held = False
    speaker.played[0].finish()
    for ear in (first, second):
        ear.wait_for(SpeakingEnded, count=2 if ear is first else 1)
    assert len(made) == 1
    assert len(speaker.played) == 2, "one after the other"
    one.close()
    one.close()
    with pytest.raises(RuntimeError):
        one.join()
