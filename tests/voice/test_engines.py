"""Which engine speaks: the next one when one fails for good, and one voice for all."""

from __future__ import annotations

import pytest

from tests.voice.fakes import Ear, FakeSpeaker, FakeSynthesiser, until
from voice.events import OnEvent, SpeakingEnded, SpeakingStarted, Trouble
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.tts.fallback import FirstThatWorks
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


def test_the_engine_that_was_given_up_gets_another_chance() -> None:
    """Half a minute later it speaks again, without a restart; silent again, that is told again."""
    clock = [0.0]
    broken, ear = FakeSynthesiser(), Ear()
    engines = FirstThatWorks([broken, SilentSynthesiser()], lambda: clock[0])
    pipeline = VoicePipeline(engines, FakeSpeaker(), None, None, ear)

    def says(text: str) -> None:
        pipeline.say(text, "zh-CN")
        assert pipeline.wait_until_idle(5)

    def silent() -> int:
        return [event.code for event in ear.of(Trouble) if isinstance(event, Trouble)].count("silent")

    broken.failures = 4
    for text in ("一", "二", "三"):
        says(text)
    assert (broken.said, silent()) == ([], 1)
    clock[0] = 31.0
    says("四")
    assert [text for text, _, _ in broken.said] == ["四"]
    broken.failures = 100
    for text in ("五", "六", "七"):
        says(text)
    assert silent() == 2
    clock[0] = 62.0
    says("八")
    says("九")
    assert not engines.audible, "one sentence was chance enough"
    pipeline.close()


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
