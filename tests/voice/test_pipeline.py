"""The pipeline says one thing at a time: its order, what is taken back, held, louder or repeated."""

from __future__ import annotations

import numpy as np

from tests.voice.fakes import Ear, noise, until
from tests.voice.pipeline_of_fakes import Set
from voice.events import SpeakingAt, SpeakingEnded, SpeakingStarted
from voice.tts.synthesiser import Speech


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
