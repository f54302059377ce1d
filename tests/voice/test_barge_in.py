"""Speech stops the voice, its own echo does not, and the first word is not lost; what is wrong with a microphone."""

from __future__ import annotations

import numpy as np
import pytest

from tests.voice.fakes import Ear, FakeMicrophone, FakeSpeaker, FakeSynthesiser, noise, until
from voice.barge_in import BargeInWatch
from voice.errors import NoSound
from voice.events import BargedIn, Heard, HeardNothing, Listening, SpeakingEnded, Trouble
from voice.mic_health import MicHealth
from voice.pipeline import VoicePipeline
from voice.stt.scripted import ScriptedRecogniser
from voice.tts.synthesiser import Samples


def fed(watch: BargeInWatch, samples: Samples) -> None:
    for at in range(0, len(samples), 320):
        watch.put(samples[at : at + 320].tobytes())


@pytest.mark.parametrize("echo", [0.0, 30.0, 800.0])
def test_only_somebody_else_triggers_it(echo: float) -> None:
    """On headphones and beside a loudspeaker: its own voice goes on and on, a person is heard at once."""
    told: list[int] = []
    watch = BargeInWatch(lambda: told.append(1))
    fed(watch, noise(10.0, echo))
    assert not watch.triggered
    fed(watch, noise(0.1, echo * 4 + 2000))
    assert not watch.triggered, "a click is no speech"
    fed(watch, noise(1.0, echo))
    fed(watch, noise(0.5, echo * 4 + 2000))
    assert watch.triggered
    assert told == [1]


@pytest.mark.parametrize("echo", [0.0, 30.0, 800.0])
def test_what_one_sentence_has_taught_holds_in_the_next(echo: float) -> None:
    """Somebody who knows the question answers with its first word; the voice itself still interrupts nobody."""
    first = BargeInWatch(lambda: None)
    fed(first, noise(2.0, echo))
    quick = BargeInWatch(lambda: None, first.learnt)
    fed(quick, noise(0.1, echo))
    fed(quick, noise(0.3, echo * 4 + 2000))
    assert quick.triggered
    quiet = BargeInWatch(lambda: None, first.learnt)
    fed(quiet, noise(3.0, echo))
    assert not quiet.triggered


def test_without_the_headphones_it_interrupts_itself_once_and_learns_anew() -> None:
    on_headphones = BargeInWatch(lambda: None)
    fed(on_headphones, noise(2.0, 20.0))
    pulled = BargeInWatch(lambda: None, on_headphones.learnt)
    fed(pulled, noise(2.0, 800.0))
    assert pulled.triggered
    after = BargeInWatch(lambda: None, pulled.learnt)
    fed(after, noise(3.0, 800.0))
    assert not after.triggered


def test_what_is_learnt_is_learnt_of_the_voice_not_of_the_silence_before_it() -> None:
    """An engine takes a second to begin; then the loudspeaker comes back, and must not interrupt itself."""
    playing = False
    watch = BargeInWatch(lambda: None, sounds=lambda: playing)
    fed(watch, noise(1.0, 20))
    playing = True
    fed(watch, noise(3.0, 1500))
    assert not watch.triggered
    assert watch.learnt == pytest.approx(1500, rel=0.2)


def test_a_voice_that_is_held_is_not_forgotten() -> None:
    playing = True
    watch = BargeInWatch(lambda: None, sounds=lambda: playing)
    fed(watch, noise(2.0, 1500))
    playing = False
    fed(watch, noise(12.0, 20))
    playing = True
    fed(watch, noise(3.0, 1500))
    assert not watch.triggered


@pytest.mark.parametrize("known", [None, 1500.0])
def test_who_speaks_before_the_voice_does_or_while_it_is_held_is_heard(known: float | None) -> None:
    """There is no echo then that they would have to top."""
    watch = BargeInWatch(lambda: None, known, sounds=lambda: False)
    fed(watch, noise(0.5, 20))
    fed(watch, noise(0.5, 1000))
    assert watch.triggered
    assert watch.learnt == known


def test_the_last_of_an_echo_comes_when_the_voice_has_ended() -> None:
    playing = True
    watch = BargeInWatch(lambda: None, sounds=lambda: playing)
    fed(watch, noise(2.0, 1500))
    playing = False
    fed(watch, noise(0.25, 1500))
    fed(watch, noise(1.0, 20))
    assert not watch.triggered


def test_a_word_too_short_to_learn_from_teaches_nothing_new() -> None:
    watch = BargeInWatch(lambda: None, 700.0)
    fed(watch, noise(0.3, 10.0))
    assert watch.learnt == 700.0


def test_what_was_begun_is_kept() -> None:
    """The frames from before it was clear that somebody speaks, and all after it."""
    watch = BargeInWatch(lambda: None)
    fed(watch, noise(3.0, 5))
    speech = noise(0.6, 3000)
    fed(watch, speech)
    kept = b"".join(watch.frames.get_nowait() or b"" for _ in range(watch.frames.qsize()))
    assert kept.endswith(speech.tobytes())
    assert 1.0 <= len(kept) / 2 / 16_000 <= 1.6


class Talk:
    def __init__(self, *script: str) -> None:
        self.ear, self.speaker, self.microphone = Ear(), FakeSpeaker(held=True), FakeMicrophone()
        self.recogniser = ScriptedRecogniser(script)
        self.pipeline = VoicePipeline(
            FakeSynthesiser(), self.speaker, self.microphone, self.recogniser, self.ear, end_silence=0.3
        )

    def begin(self, text: str) -> None:
        """Have a sentence spoken, with open ears."""
        spoken = len(self.speaker.played)
        self.pipeline.barge_in = True
        self.pipeline.say(text, "zh-CN")
        until(lambda: len(self.speaker.played) > spoken and self.microphone.on)


def test_speech_stops_the_voice_and_is_understood() -> None:
    """From the customer's first word to its text, without a key."""
    talk = Talk("查询余额")
    talk.begin("很长的话。")
    talk.microphone.hear(noise(1.0, 20))
    talk.microphone.hear(noise(0.4, 3000))
    talk.ear.wait_for(BargedIn)
    assert talk.ear.wait_for(SpeakingEnded) == SpeakingEnded("很长的话。", False)
    assert talk.speaker.played[0].stopped
    talk.pipeline.listen(["查询余额"])
    talk.ear.wait_for(Listening)
    talk.microphone.hear(noise(0.6, 5))
    heard = talk.ear.wait_for(Heard)
    assert isinstance(heard, Heard)
    assert heard.text == "查询余额"
    assert talk.microphone.starts == 1, "it was never off in between"
    until(lambda: not talk.microphone.on)
    talk.pipeline.close()


def test_the_second_sentence_is_interrupted_from_its_beginning() -> None:
    talk = Talk("查询余额")
    talk.begin("第一句话。")
    talk.microphone.hear(noise(1.0, 20))
    talk.speaker.played[0].finish()
    talk.ear.wait_for(SpeakingEnded)
    talk.begin("第二句话。")
    talk.microphone.hear(noise(0.3, 3000))
    talk.ear.wait_for(BargedIn)
    talk.pipeline.close()


def test_a_pause_is_no_time_in_which_the_voice_is_learnt() -> None:
    talk = Talk()
    talk.begin("很长的话。")
    talk.microphone.hear(noise(1.0, 1500))
    assert talk.pipeline.pause()
    talk.microphone.hear(noise(12.0, 20))
    assert not talk.pipeline.pause()
    talk.microphone.hear(noise(2.0, 1500))
    talk.speaker.played[0].finish()
    assert talk.ear.wait_for(SpeakingEnded) == SpeakingEnded("很长的话。", True)
    talk.pipeline.close()


def test_without_the_wish_the_microphone_is_off_while_it_speaks() -> None:
    talk = Talk()
    talk.pipeline.say("话。", "zh-CN")
    until(lambda: bool(talk.speaker.played))
    assert not talk.microphone.on
    talk.pipeline.close()


def test_an_utterance_that_nobody_interrupts_closes_the_ears() -> None:
    talk = Talk()
    talk.begin("话。")
    talk.speaker.played[0].finish()
    talk.ear.wait_for(SpeakingEnded)
    until(lambda: not talk.microphone.on)
    talk.pipeline.close()


def test_nobody_listens_after_it_then_the_microphone_goes_off() -> None:
    talk = Talk()
    talk.begin("话。")
    talk.microphone.hear(noise(1.0, 20))
    talk.microphone.hear(noise(0.4, 3000))
    talk.ear.wait_for(BargedIn)
    talk.pipeline.stop_listening(discard=True)
    assert not talk.microphone.on
    talk.pipeline.close()


def trouble_of(samples: Samples, *, patience: float | None) -> tuple[list[str], list[object]]:
    talk = Talk()
    talk.pipeline.patience = patience
    talk.pipeline.listen()
    talk.ear.wait_for(Listening)
    talk.microphone.hear(samples)
    talk.ear.wait_for(HeardNothing)
    talk.pipeline.close()
    codes = [event.code for event in talk.ear.of(Trouble) if isinstance(event, Trouble)]
    return codes, list(talk.ear.of(HeardNothing))


@pytest.mark.parametrize("patience", [1.0, None])
def test_a_muted_microphone_is_told(patience: float | None) -> None:
    """Digital silence only; also when there is no limit to waiting."""
    codes, nothing = trouble_of(np.zeros(16_000 * 12, np.int16), patience=patience)
    assert codes == ["microphone_muted"]
    assert nothing == [HeardNothing("silence")]


def test_a_quiet_room_is_no_muted_microphone() -> None:
    codes, _ = trouble_of(noise(1.5, 5), patience=1.0)
    assert codes == []


def test_sound_that_is_too_loud_is_told() -> None:
    loud = np.where(noise(0.5, 60) > 0, 32_767, -32_767).astype(np.int16)
    codes, nothing = trouble_of(np.concatenate([loud, noise(0.6, 5)]), patience=5.0)
    assert codes == ["microphone_clipping"]
    assert nothing == [HeardNothing("unknown")]


def test_health_of_nothing_is_no_verdict() -> None:
    health = MicHealth()
    health.accept(b"")
    assert not health.muted
    assert not health.clipping


@pytest.mark.parametrize(("frames", "code"), [(0.0, "no_microphone"), (0.2, "microphone_gone")])
def test_a_microphone_that_goes_silent_altogether(frames: float, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never gave a frame, or was unplugged in the middle."""
    monkeypatch.setattr("voice.hearing._NO_FRAMES", 0.2)
    talk = Talk()
    talk.pipeline.listen()
    talk.ear.wait_for(Listening)
    talk.microphone.hear(noise(frames, 5))
    assert talk.ear.wait_for(Trouble) == Trouble(code, "the microphone gives no sound")
    talk.pipeline.close()


def test_a_microphone_that_another_program_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(on_frames: object) -> None:
        raise NoSound("microphone_in_use")

    talk = Talk()
    monkeypatch.setattr(talk.microphone, "start", taken)
    talk.pipeline.listen()
    assert talk.ear.wait_for(Trouble) == Trouble("microphone_in_use")
    talk.pipeline.close()
