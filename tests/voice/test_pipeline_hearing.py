"""The pipeline hears after it has spoken, or when a key barges in, one utterance at a time."""

from __future__ import annotations

from tests.voice.fakes import noise, until
from tests.voice.pipeline_of_fakes import Set
from voice.events import HeardNothing, Listening, SpeakingEnded, SpeakingStarted, StillListening
from voice.pipeline import VoicePipeline
from voice.stt.recogniser import Heard
from voice.stt.scripted import ScriptedRecogniser
from voice.tts.synthesiser import Speech


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
