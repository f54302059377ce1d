"""How words become phones, in both languages."""

from __future__ import annotations

import random

import pytest

from scripts.voice_model import language
from voice.model_builder.english import English, pinyin_phones
from voice.model_builder.errors import Unpronounceable
from voice.model_builder.language import Language
from voice.model_builder.lexicon import everyday_characters, rare_characters
from voice.model_builder.mandarin import Mandarin, fluent, syllable_phones
from voice.model_builder.phones import PhoneSet


def mandarin() -> Language:
    return Mandarin()


@pytest.mark.parametrize(
    ("syllable", "phones"),
    [
        ("zhuan", "zh uan"),
        ("er", "0e er"),
        ("wu", "w u"),
        ("yi", "y i"),
        ("yuan", "yv van"),
        ("a", "0a a"),
        ("zi", "z ii"),
        ("shi", "sh iii"),
        ("nü", "n v"),
        ("lüe", "l ve"),
        ("jun", "j vn"),
        ("liu", "l iou"),
    ],
)
def test_syllables(syllable: str, phones: str) -> None:
    assert syllable_phones(syllable) == tuple(phones.split())


def test_what_is_no_syllable() -> None:
    for sound in ("hm", "ng"):
        with pytest.raises(Unpronounceable, match=sound):
            syllable_phones(sound)
    with pytest.raises(Unpronounceable, match="ok"):
        mandarin().pronunciations("ok")


def test_every_character_has_sounds_of_the_set() -> None:
    language = mandarin()
    everyday, rare = everyday_characters(), rare_characters()
    assert (len(everyday), len(rare)) == (3755, 3008)
    assert {"转", "账"} <= set(everyday)
    assert {"婷", "琪"} <= set(rare)
    for character in everyday + rare:
        for phones in language.pronunciations(character):
            assert language.phones.labels(phones)


def test_characters_with_several_readings() -> None:
    language = mandarin()
    assert language.pronunciations("行") == [("h", "ang"), ("x", "ing")]
    assert language.pronunciations("银行") == [("y", "in", "h", "ang")]
    assert not set(language.pronunciations("一")) & set(language.pronunciations("幺")), "one number in two words"


def test_tones_change_in_fluent_speech() -> None:
    class Always(random.Random):
        def random(self) -> float:
            return 0.0

    assert fluent(["yi1", "bai3"], Always()) == ["yi4", "bai3"]
    assert fluent(["yi1", "wan4"], Always()) == ["yi2", "wan4"]
    assert fluent(["ni3", "hao3"], Always()) == ["ni2", "hao3"]


def test_prompts_say_pinyin_and_know_their_phones() -> None:
    prompt = mandarin().prompt("查余额", random.Random(1))
    assert prompt is not None
    assert [one.strip(" ,") for one in prompt.spoken.split()] == ["cha2", "yu2", "e2"]
    assert prompt.phones == ("ch", "a", "yv", "v", "0e", "e")
    assert mandarin().prompt("ok 好", random.Random(1)) is None


def english(**said: str) -> English:
    return English(lambda text, accent: said.get(accent.rsplit("-", 1)[-1], "j_'u:_@_n"))


def test_accents_are_ways_to_say_a_word() -> None:
    found = english(scotland="f_'O@_r").pronunciations("four")
    assert found[0] == ("y", "uw", "ax", "n")
    assert ("f", "ao", "r") in found
    assert len(found) == len(set(found))


def test_mnemonics_without_stress_and_pauses() -> None:
    heard = english().heard("h_'V_n_d_r_I2_d__:__: _!__ k_'a_n_s_@L")
    assert " ".join(heard) == "h ah n d r ih d k ae n s ax l"
    with pytest.raises(Unpronounceable, match="Q9"):
        english().heard("t_'Q9")


@pytest.mark.parametrize("ten", ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
def test_a_ten_and_its_teen_differ_in_their_vowel_too(ten: str) -> None:
    """Seventy yuan was heard as seventeen yuan while a last n alone told them apart."""
    assert english().heard("t_i")[-1] != english().heard("t_i:")[-1]
    with language("en") as spoken:
        tens, teens = spoken.pronunciations(ten), spoken.pronunciations(ten.removesuffix("y") + "een")
    assert not any("iy" in said for said in tens)
    assert all(said[-2:] == ("iy", "n") for said in teens)
    assert "i" in {said[-1] for said in tens}


def test_a_is_more_than_a_letter() -> None:
    """As in a hundred; and as espeak-ng says it alone, for some begin a sentence so."""
    assert english().pronunciations("a")[:2] == [("ax",), ("y", "uw", "ax", "n")]
    assert ("ax",) not in english().pronunciations("b")


def test_chinese_names_in_english() -> None:
    assert pinyin_phones("zhang") == ("jh", "aa", "ng")
    assert pinyin_phones("shi") == ("sh", "er")
    assert pinyin_phones("an") == ("aa", "n")
    assert pinyin_phones("street") is None
    assert ("jh", "aa", "ng") in english().pronunciations("zhang")


@pytest.mark.parametrize("phones", [Mandarin().phones, english().phones])
def test_phones_are_numbered_once(phones: PhoneSet) -> None:
    outputs = phones.labels(phones.names)
    assert outputs == list(range(1, phones.outputs))
    with pytest.raises(Unpronounceable, match="xyz"):
        phones.output("xyz")
