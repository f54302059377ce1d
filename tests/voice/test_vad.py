"""When somebody has finished speaking."""

from __future__ import annotations

import numpy as np
import pytest

from tests.voice.fakes import noise
from voice.tts.synthesiser import Samples
from voice.vad import EndOfSpeech, Moment

_FRAME = 320


def feed(ears: EndOfSpeech, samples: Samples) -> list[Moment]:
    """The moment after each frame of 20 ms."""
    return [ears.accept(samples[at : at + _FRAME].tobytes()) for at in range(0, len(samples), _FRAME)]


def room(seconds: float, level: float = 5.0) -> Samples:
    return noise(seconds, level)


def test_before_during_pause_and_end() -> None:
    ears = EndOfSpeech(silence=0.5)
    moments = feed(ears, np.concatenate([room(0.5), noise(0.5), room(0.3), noise(0.5), room(0.6)]))
    order = [m for i, m in enumerate(moments) if i == 0 or m is not moments[i - 1]]
    assert order == [Moment.BEFORE, Moment.SPEECH, Moment.PAUSE, Moment.SPEECH, Moment.PAUSE, Moment.ENDED]
    assert moments.index(Moment.ENDED) == pytest.approx((0.5 + 0.5 + 0.3 + 0.5 + 0.5) * 50, abs=2)


@pytest.mark.parametrize("silence", [0.3, 0.7, 2.5])
def test_the_silence_is_the_customers_to_set(silence: float) -> None:
    ears = EndOfSpeech(silence=silence)
    feed(ears, noise(0.4))
    moments = feed(ears, room(silence + 0.2))
    assert moments.index(Moment.ENDED) == pytest.approx(silence * 50, abs=2)


def test_a_click_is_no_speech() -> None:
    ears = EndOfSpeech()
    assert set(feed(ears, np.concatenate([room(0.2), noise(0.04), room(2.0)]))) == {Moment.BEFORE}


def test_a_quiet_room_never_ends_what_never_began() -> None:
    assert set(feed(EndOfSpeech(), room(5.0))) == {Moment.BEFORE}


def test_a_loud_room_is_learned() -> None:
    ears = EndOfSpeech(silence=0.5)
    feed(ears, np.concatenate([room(f * 0.2, 60 + 20 * f) for f in range(1, 8)]))  # a fan that starts slowly
    ears.reset()
    moments = feed(ears, np.concatenate([noise(0.6, 4000), room(0.8, 200)]))
    assert Moment.SPEECH in moments
    assert moments[-1] is Moment.ENDED


def test_steady_noise_does_not_hold_the_line_for_ever() -> None:
    assert feed(EndOfSpeech(silence=0.5), noise(25.0, 400))[-1] is not Moment.SPEECH


def test_no_frames_change_nothing_and_the_end_is_final_until_reset() -> None:
    ears = EndOfSpeech(silence=0.2)
    feed(ears, np.concatenate([noise(0.3), room(0.4)]))
    assert ears.accept(b"") is Moment.ENDED
    assert feed(ears, noise(0.3))[-1] is Moment.ENDED
    ears.reset()
    assert feed(ears, noise(0.3))[-1] is Moment.SPEECH
