"""How candidates that sound alike are told apart."""

from __future__ import annotations

from app.writing.composer import candidates
from app.writing.told import told_by


def test_a_character_is_told_by_a_word_that_holds_it_with_that_sound() -> None:
    for sign, sound in (("王", "wang"), ("明", "ming"), ("行", "hang"), ("行", "xing"), ("婷", "ting")):
        ((told, word),) = told_by(sign, (sound,))
        assert told == sign
        assert sign in word
        assert len(word) > 1
    assert told_by("行", ("hang",)) != told_by("行", ("xing",))


def test_no_two_characters_of_a_sound_are_told_by_the_same_word() -> None:
    """The first pages of the fullest sounds; a word that holds both signs would tell neither from the other."""
    for sound in ("wang", "yi", "shi", "ji", "xiao"):
        found = [told_by(one.text, one.sounds) for one in candidates(sound)[:30] if len(one.text) == 1]
        words = [pairs[0][1] for pairs in found if pairs]
        assert len(words) > 10
        assert len(words) == len(set(words))


def test_a_word_is_spelled_where_another_sounds_so_and_only_there() -> None:
    assert [sign for sign, _ in told_by("小明", ("xiao", "ming"))] == ["小", "明"]
    assert told_by("怎么办", ("zen", "me", "ban")) == ()
    assert told_by("银行卡", ("yin", "hang", "ka")) == ()


def test_a_name_is_always_spelled_and_a_sentence_never() -> None:
    names = {one.text: one.sounds for one in candidates("wxm")}
    for name in ("王小明", "王旭明"):
        assert [sign for sign, _ in told_by(name, names[name])] == list(name)
    (first, *_) = candidates("wodekadiulezenmeban")
    assert told_by(first.text, first.sounds) == ()
