"""Neural speakers: mixtures of the voices that may be mixed; those kept for tests are heard in tests only."""

from __future__ import annotations

import random

import numpy as np

from voice.model_builder.features import RATE as HEARD_AT
from voice.model_builder.features import Sound
from voice.model_builder.kokoro import RATE, Style, Styles
from voice.model_builder.neural import HELD_OUT, NeuralSpeakers, mixed, neural_trials
from voice.model_builder.phones import Phones


class Said:
    """What was asked of the synthesiser; a voice is a style of its own number."""

    def __init__(self, *names: str) -> None:
        self.styles: Styles = {name: np.full((2, 1, 256), at, np.float32) for at, name in enumerate(names)}
        self.heard: list[tuple[str, Style, float]] = []

    def say(self, phonemes: str, style: Style, speed: float = 1.0) -> Sound:
        self.heard.append((phonemes, style, speed))
        return np.sin(np.arange(RATE, dtype=np.float32))


class Words:
    native = "ab"

    def utter(self, text: str, voice: str, rng: random.Random) -> tuple[str, Phones] | None:
        return None if text == "odd" else (f"{text}/{voice}", ("t",))


def test_mixtures_lie_between_the_voices_that_are_alike() -> None:
    styles = Said("one", "two", "three").styles
    drawn = [mixed(styles, "one", ["one", "two"], random.Random(seed)) for seed in range(30)]
    assert all(style.min() >= 0 and style.max() <= 1.0001 for style in drawn)
    assert len({float(style[0, 0, 0]) for style in drawn}) > 10
    assert any(style[0, 0, 0] != style[0, 0, -1] for style in drawn), "no melody of another voice"
    assert not styles["one"].any(), "a voice was changed"


def test_a_voice_kept_for_tests_never_speaks_for_a_training() -> None:
    kokoro = Said("af_one", *HELD_OUT, "bm_one")
    speakers = NeuralSpeakers(kokoro, Words())
    spoken = [speakers.speak("hello", random.Random(seed)) for seed in range(60)]
    assert {phonemes for phonemes, _, _ in kokoro.heard} == {"hello/af_one", "hello/bm_one"}
    assert {float(style.max()) for _, style, _ in kokoro.heard} == {0.0, len(HELD_OUT) + 1.0}, "accents were mixed"
    assert all(one is not None and one.phones == ("t",) for one in spoken)
    assert len({len(one.sound) for one in spoken if one}) > 10, "all at one rate"


def test_voices_of_other_languages_speak_now_and_then_or_alone() -> None:
    both = Said("af_one", "jf_one")
    for seed in range(100):
        NeuralSpeakers(both, Words()).speak("hello", random.Random(seed))
    foreign = [phonemes for phonemes, _, _ in both.heard if phonemes == "hello/jf_one"]
    assert 5 < len(foreign) < 30
    alone = Said("jf_one")
    assert NeuralSpeakers(alone, Words()).speak("hello", random.Random(1))
    assert NeuralSpeakers(alone, Words()).speak("odd", random.Random(1)) is None


def test_trials_are_spoken_by_the_kept_voices_in_turn() -> None:
    kokoro = Said("af_one", "jf_nezumi", "bm_george", "af_bella")
    trials = list(neural_trials(kokoro, Words(), ["a", "odd", "b", "c"], seed=1))
    assert [(one.text, one.voice) for one in trials] == [("a", "af_bella"), ("b", "af_bella"), ("c", "bm_george")]
    assert len(trials[0].sound) > HEARD_AT
    only = list(neural_trials(Said("jf_one", "jf_nezumi"), Words(), ["a"], seed=1))
    assert [one.voice for one in only] == ["jf_nezumi"]
