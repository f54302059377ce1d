"""Neural speakers: every syllable has its phonemes, and speakers are mixtures of the voices that may be mixed."""

from __future__ import annotations

import importlib
import random

import numpy as np
import pytest

from voice.model_builder.errors import MissingTool, Unpronounceable
from voice.model_builder.lexicon import everyday_characters
from voice.model_builder.mandarin import Mandarin, syllables
from voice.model_builder.neural import HELD_OUT, NeuralSpeakers, mixed, phonemes, said

_KNOWN = set("pʰmftnlkxʨꭧʂɻʦsaiŋuəwjɛeɤɨʊoɔɚyɥɕ→↗↓↘ ,")


@pytest.mark.parametrize(
    ("syllable", "tone", "heard"),
    [("zhuan", "3", "ꭧwa↓n"), ("er", "4", "ɚ↘"), ("wu", "3", "u↓"), ("yue", "4", "ɥe↘"), ("lv", "4", "ly↘")],
)
def test_syllable_with_tone(syllable: str, tone: str, heard: str) -> None:
    assert phonemes(syllable, tone) == heard


def test_every_everyday_character_can_be_said() -> None:
    for character in everyday_characters():
        for read in syllables(character, tones=True):
            try:
                Mandarin().pronunciations(character)
            except Unpronounceable:
                continue
            assert set(phonemes(read[:-1], read[-1])) <= _KNOWN, character


def test_pauses_only_where_the_prompt_has_them() -> None:
    ways = {said("cha2 xun2, yu2 e2 ", random.Random(seed)) for seed in range(40)}
    assert "ꭧʰa↗ɕy↗ny↗ɤ↗" in ways
    assert any(", " in way for way in ways)
    assert all(way.replace(" ", "").replace(",", "") == "ꭧʰa↗ɕy↗ny↗ɤ↗" for way in ways)


def test_mixtures_lie_between_the_voices_that_may_be_mixed() -> None:
    styles = {"one": np.zeros((2, 1, 256), np.float32), "two": np.ones((2, 1, 256), np.float32)}
    styles[HELD_OUT] = np.full((2, 1, 256), 9, np.float32)
    drawn = [mixed(styles, ["one", "two"], random.Random(seed)) for seed in range(30)]
    assert all(style.min() >= 0 and style.max() <= 1.0001 for style in drawn)
    assert len({float(style[0, 0, 0]) for style in drawn}) > 10
    assert any(style[0, 0, 0] != style[0, 0, -1] for style in drawn), "no melody of another voice"
    assert not styles["one"].any(), "a voice was changed"


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingTool, match="voice-neural"):
        NeuralSpeakers(Mandarin())
