"""At the first sound of somebody else the voice waits; when it was a knock it goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.voice.fakes import FakePlayback, FakeSynthesiser, noise, until
from tests.voice.test_barge_in import Talk, fed
from voice.barge_in import BargeInWatch
from voice.events import BargedIn, SpeakingEnded
from voice.tts.synthesiser import Speech
from voice.utterance import Utterance

KNOCK, PERSON, ROOM = noise(0.08, 3000), noise(0.4, 3000), noise(0.5, 20)


def spoken() -> Speech:
    return FakeSynthesiser().synthesise("话。", "zh-CN", 1.0)


@pytest.mark.parametrize("echo", [0.0, 800.0])
def test_the_voice_waits_from_the_second_frame_and_goes_on_after_a_knock(echo: float) -> None:
    hushed: list[bool] = []
    watch = BargeInWatch(lambda: None, echo, hush=hushed.append)
    fed(watch, noise(0.02, echo * 4 + 2000))
    assert hushed == [], "one frame is a click"
    fed(watch, noise(0.02, echo * 4 + 2000))
    assert hushed == [True]
    fed(watch, ROOM)
    assert hushed == [True, False]
    assert not watch.triggered


def test_who_goes_on_speaking_is_not_spoken_over_again() -> None:
    hushed: list[bool] = []
    watch = BargeInWatch(lambda: None, 0.0, hush=hushed.append)
    fed(watch, PERSON)
    fed(watch, ROOM)
    assert (watch.triggered, hushed) == (True, [True])


def test_beside_a_hammer_the_voice_goes_on_after_the_third_knock() -> None:
    hushed: list[bool] = []
    watch = BargeInWatch(lambda: None, 0.0, hush=hushed.append)
    for _ in range(6):
        fed(watch, KNOCK)
        fed(watch, ROOM)
    assert hushed == [True, False] * 3


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk()
    made.begin("很长的话。")
    made.microphone.hear(noise(1.0, 20))
    yield made
    made.pipeline.close()


def test_a_knock_holds_the_loudspeaker_for_a_moment_only(talk: Talk) -> None:
    playing = talk.speaker.played[0]
    talk.microphone.hear(KNOCK)
    assert playing.paused
    talk.microphone.hear(ROOM)
    assert not playing.paused
    playing.finish()
    assert talk.ear.wait_for(SpeakingEnded) == SpeakingEnded("很长的话。", True)


def test_a_person_is_told_and_the_voice_ends(talk: Talk) -> None:
    talk.microphone.hear(PERSON)
    talk.ear.wait_for(BargedIn)
    assert talk.speaker.played[0].stopped


def test_a_microphone_that_goes_silent_leaves_nobody_without_the_rest(talk: Talk) -> None:
    """Unplugged just then: no frame ever says that it was nothing."""
    talk.microphone.hear(KNOCK)
    assert talk.speaker.played[0].paused
    until(lambda: not talk.speaker.played[0].paused)
    assert not talk.speaker.played[0].stopped


def test_a_secret_that_is_asked_for_just_then_is_heard_to_its_end(talk: Talk) -> None:
    talk.microphone.hear(KNOCK)
    talk.pipeline.barge_in = False
    assert not talk.microphone.on
    assert not talk.speaker.played[0].paused


def test_what_the_customer_holds_stays_held(talk: Talk) -> None:
    assert talk.pipeline.pause()
    talk.microphone.hear(KNOCK)
    talk.microphone.hear(ROOM)
    assert talk.speaker.played[0].paused
    assert not talk.pipeline.pause()
    assert not talk.speaker.played[0].paused


def test_an_engine_that_plays_itself_is_not_held_for_a_moment() -> None:
    """A phone would begin the sentence anew."""
    utterance, playback = Utterance("话。", "zh-CN"), FakePlayback(spoken(), at_once=False)
    utterance.playing(playback)
    utterance.hush(True)
    assert not playback.paused
    assert utterance.sounds()
