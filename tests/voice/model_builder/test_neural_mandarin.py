"""Mandarin for Kokoro: every syllable has its phonemes."""

from __future__ import annotations

import random

import pytest

from voice.model_builder.errors import Unpronounceable
from voice.model_builder.lexicon import everyday_characters
from voice.model_builder.mandarin import Mandarin, syllables
from voice.model_builder.neural_mandarin import MandarinForKokoro, phonemes, said

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


def test_phones_are_those_of_the_language() -> None:
    uttered = MandarinForKokoro(Mandarin()).utter("二", "zf_one", random.Random(1))
    assert uttered == ("ɚ↘", ("0e", "er"))
    assert MandarinForKokoro(Mandarin()).utter("ok", "zf_one", random.Random(1)) is None
