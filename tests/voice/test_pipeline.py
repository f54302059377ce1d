"""The pipeline's order of things: one voice, half-duplex, barge-in, troubles told and survived."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from tests.voice.fakes import Ear, FakeMicrophone, FakeSpeaker, FakeSynthesiser, noise, until
from voice.errors import NoVoice, Unsayable
from voice.events import (
    HeardNothing,
    Listening,
    SpeakingAt,
    SpeakingEnded,
    SpeakingStarted,
    StillListening,
    Trouble,
)
from voice.pipeline import VoicePipeline
from voice.stt.recogniser import Heard
from voice.stt.scripted import ScriptedRecogniser
from voice.tts.silence import SilentSynthesiser
from voice.tts.synthesiser import Speech


class Set:
    """A pipeline of fakes."""

    def __init__(self) -> None:
        self.ear = Ear()
        self.synthesiser = FakeSynthesiser()
        self.speaker = FakeSpeaker()
        self.microphone = FakeMicrophone()
        self.recogniser = ScriptedRecogniser([])
        self.pipeline = VoicePipeline(
            self.synthesiser, self.speaker, self.microphone, self.recogniser, self.ear, end_silence=0.3
        )

    def captions(self) -> list[str]:
        return [e.text for e in self.ear.of(SpeakingStarted) if isinstance(e, SpeakingStarted)]

    def codes(self) -> list[str]:
        return [e.code for e in self.ear.of(Trouble) if isinstance(e, Trouble)]


@pytest.fixture
def made() -> Iterator[Set]:
    one = Set()
    yield one
    one.pipeline.close()


def test_says_sentence_after_sentence_and_captions_the_whole(made: Set) -> None:
    made.pipeline.rate = 1.5
    made.pipeline.say("您好。请说。", "zh-CN")
    ended = made.ear.wait_for(SpeakingEnded)
    assert ended == SpeakingEnded("您好。请说。", True)
    assert made.captions() == ["您好。请说。"]
    assert made.synthesiser.said == [("您好。", "zh-CN", 1.5), ("请说。", "zh-CN", 1.5)]
    assert made.ear.threads == {"voice"}


def test_the_second_sentence_is_made_while_the_first_plays(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("一。二。", "zh-CN")
    until(lambda: len(made.synthesiser.said) == 2)
    assert len(made.speaker.played) == 1
    made.speaker.played[0].finish()
    until(lambda: len(made.speaker.played) == 2)


def test_stop_is_at_once_and_forgets_the_queue(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("很长的话。还有。", "zh-CN")
    made.pipeline.say("排队", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.pipeline.stop_speaking()
    assert made.speaker.played[0].stopped
    assert made.ear.wait_for(SpeakingEnded) == SpeakingEnded("很长的话。还有。", False)
    assert made.pipeline.wait_until_idle(5)
    assert made.captions() == ["很长的话。还有。"]


def test_priorities(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("一", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.pipeline.say("三", "zh-CN")
    made.pipeline.say("二", "zh-CN", priority="next")
    made.speaker.held = False
    made.speaker.played[0].finish()
    made.ear.wait_for(SpeakingEnded, count=3)
    assert made.captions() == ["一", "二", "三"]


def test_now_cuts_off_what_is_said_and_queued(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("一", "zh-CN")
    made.pipeline.say("二", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.speaker.held = False
    made.pipeline.say("急", "zh-CN", priority="now")
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.captions() == ["一", "急"]


def test_those_that_are_next_keep_their_order(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("一", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.pipeline.say("四", "zh-CN")
    made.pipeline.say("二", "zh-CN", priority="next")
    made.pipeline.say("三", "zh-CN", priority="next")
    made.speaker.held = False
    made.speaker.played[0].finish()
    made.ear.wait_for(SpeakingEnded, count=4)
    assert made.captions() == ["一", "二", "三", "四"]


def test_one_utterance_alone_can_be_taken_back(made: Set) -> None:
    made.speaker.held = True
    first = made.pipeline.say("一", "zh-CN")
    second = made.pipeline.say("二", "zh-CN")
    made.pipeline.say("三", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.speaker.held = False
    second.stop()
    first.stop()
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.captions() == ["一", "三"]


def test_it_can_be_held_and_goes_on(made: Set) -> None:
    assert not made.pipeline.pause(), "nothing to hold"
    made.speaker.held = True
    made.pipeline.say("很长", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    assert made.pipeline.pause()
    assert made.speaker.played[0].paused
    assert not made.pipeline.pause()
    assert not made.speaker.played[0].paused
    made.speaker.played[0].finish()
    assert made.ear.wait_for(SpeakingEnded) == SpeakingEnded("很长", True)


def test_louder_is_louder_and_never_wraps(made: Set) -> None:
    made.pipeline.volume = 50.0
    made.pipeline.say("一", "zh-CN")
    made.ear.wait_for(SpeakingEnded)
    loud = made.speaker.played[0].speech.samples
    assert loud.max() == 32767
    assert (np.sign(loud) == np.sign(noise(1.0))).all()


def test_a_sound_comes_before_the_words_and_may_stand_alone(made: Set) -> None:
    cue = Speech(noise(0.1), 16_000)
    made.pipeline.say("错了", "zh-CN", cue=cue)
    made.pipeline.say("", "zh-CN", cue=cue)
    made.ear.wait_for(SpeakingEnded, count=2)
    assert [len(playback.speech.samples) for playback in made.speaker.played] == [1_600, 16_000, 1_600]
    assert made.captions() == ["错了"]


def test_whoever_asks_for_it_hears_of_its_course_alone(made: Set) -> None:
    own = Ear()
    made.pipeline.say("朗读", "zh-CN", on_event=own)
    made.pipeline.say("对话", "zh-CN")
    made.ear.wait_for(SpeakingEnded)
    assert made.captions() == ["对话"]
    assert own.events == [SpeakingStarted("朗读", "zh-CN"), SpeakingEnded("朗读", True)]


def test_the_caption_follows_the_voice(made: Set) -> None:
    """Figures are spoken in words, and the caption's place is that of the figure."""
    made.speaker.held = True
    made.pipeline.say("转 ¥500.00 吗", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    assert made.synthesiser.said[0][0] == "转 五百元 吗"
    playback = made.speaker.played[0]
    for second, place in ((0.05, (0, 1)), (0.5, (2, 9)), (0.95, (10, 11))):
        playback.at = second
        until(lambda place=place: SpeakingAt("转 ¥500.00 吗", *place) in made.ear.events)
    playback.finish()
    made.ear.wait_for(SpeakingEnded)


def test_repeats_the_last(made: Set) -> None:
    made.pipeline.repeat_last()
    made.pipeline.say("余额", "zh-CN")
    made.ear.wait_for(SpeakingEnded)
    made.pipeline.repeat_last()
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.captions() == ["余额", "余额"]


def test_listens_only_after_it_has_spoken(made: Set) -> None:
    made.speaker.held = True
    made.recogniser.add("查询余额")
    made.pipeline.say("请说", "zh-CN")
    made.pipeline.listen(["查询余额"])
    until(lambda: len(made.speaker.played) == 1)
    assert not made.microphone.on
    made.speaker.played[0].finish()
    made.ear.wait_for(Listening)
    made.microphone.hear(noise(0.5))
    made.microphone.hear(noise(0.5, level=5))
    heard = made.ear.wait_for(Heard)
    assert isinstance(heard, Heard)
    assert heard.text == "查询余额"
    assert made.recogniser.phrases == ("查询余额",)
    until(lambda: not made.microphone.on)


def test_a_key_barges_in(made: Set) -> None:
    made.speaker.held = True
    made.pipeline.say("很长。很长。", "zh-CN")
    until(lambda: len(made.speaker.played) == 1)
    made.pipeline.listen(None, barge_in=True)
    assert made.speaker.played[0].stopped
    made.ear.wait_for(Listening)
    assert [type(e) for e in made.ear.events] == [SpeakingStarted, SpeakingEnded, Listening]


def test_letting_go_of_the_key_ends_the_utterance() -> None:
    one = Set()
    one.recogniser = ScriptedRecogniser(["取消"], after=None)
    pipeline = VoicePipeline(one.synthesiser, one.speaker, one.microphone, one.recogniser, one.ear)
    pipeline.listen()
    one.ear.wait_for(Listening)
    one.microphone.hear(noise(0.2))
    pipeline.stop_listening()
    heard = one.ear.wait_for(Heard)
    assert isinstance(heard, Heard)
    assert heard.text == "取消"
    pipeline.close()
    one.pipeline.close()


def test_pauses_within_the_silence_belong_to_one_utterance(made: Set) -> None:
    made.recogniser.add((Heard("转账", 0.9), Heard("五百元", 0.6)))
    made.pipeline.listen()
    made.ear.wait_for(Listening)
    for seconds, level in ((0.3, 3000), (0.2, 5), (0.3, 3000), (0.5, 5)):
        made.microphone.hear(noise(seconds, level))
    heard = made.ear.wait_for(Heard)
    assert isinstance(heard, Heard)
    assert heard.text == "转账五百元"
    assert 0.6 < heard.confidence < 0.9


def test_partial_guesses_are_told(made: Set) -> None:
    made.recogniser.add(Heard("查询", 0.0, partial=True))
    made.pipeline.listen()
    made.ear.wait_for(Listening)
    made.microphone.hear(noise(0.2))
    assert made.ear.wait_for(StillListening) == StillListening("查询")


def test_sounds_tell_when_it_listens(made: Set) -> None:
    """The first is over before the microphone is on, or it would be heard."""
    made.pipeline.listening_on, made.pipeline.listening_off = Speech(noise(0.1), 16_000), Speech(noise(0.2), 16_000)
    made.speaker.held = True
    made.recogniser.add("查询余额")
    made.pipeline.listen(["查询余额"])
    until(lambda: len(made.speaker.played) == 1)
    assert not made.microphone.on
    made.speaker.played[0].finish()
    made.ear.wait_for(Listening)
    assert made.microphone.on
    made.microphone.hear(noise(0.5))
    made.microphone.hear(noise(0.5, level=5))
    until(lambda: len(made.speaker.played) == 2)
    assert not made.microphone.on
    made.speaker.played[1].finish()
    assert [len(playback.speech.samples) for playback in made.speaker.played] == [1_600, 3_200]


def test_says_when_nobody_speaks(made: Set) -> None:
    made.pipeline.patience = 0.5
    made.pipeline.listen()
    made.ear.wait_for(Listening)
    made.microphone.hear(noise(0.6, level=5))
    assert made.ear.wait_for(HeardNothing) == HeardNothing("silence")


def test_says_when_it_was_none_of_the_phrases(made: Set) -> None:
    made.pipeline.listen()
    made.ear.wait_for(Listening)
    made.microphone.hear(noise(0.5))
    made.microphone.hear(noise(0.5, level=5))
    assert made.ear.wait_for(HeardNothing) == HeardNothing("unknown")


def test_speaking_now_puts_listening_off(made: Set) -> None:
    """It ends without a result and begins anew after what was urgent; whoever ended it has ended it."""
    made.recogniser.add("不该听见")
    made.pipeline.listen()
    made.ear.wait_for(Listening)
    made.pipeline.say("注意", "zh-CN", priority="now")
    made.ear.wait_for(Listening, count=2)
    kinds = [type(e) for e in made.ear.events]
    assert kinds == [Listening, HeardNothing, SpeakingStarted, SpeakingEnded, Listening]
    made.pipeline.stop_listening(discard=True)
    made.pipeline.say("注意", "zh-CN", priority="now")
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.pipeline.wait_until_idle(5)
    assert not made.microphone.on
    assert len(made.ear.of(Listening)) == 2


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
