"""Both languages have a word for everything that can be said of a role, a state, a sign or a message."""

from __future__ import annotations

import string

import pytest

from accessibility.roles import Role
from accessibility.speech_keys import SILENT_ROLES, SILENT_STATES, WORD_KEYS
from app.ui.ways.voicing_words import EDITING_KEYS, platform_words, speech_words
from app.words import LANGUAGES, Words

SILENT = {f"role.{role}" for role in SILENT_ROLES} | {f"state.{state}" for state in SILENT_STATES}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_a_word(lang: str) -> None:
    words = speech_words(Words.load(lang))
    assert set(words) >= {*WORD_KEYS, *EDITING_KEYS}
    assert {key for key, word in words.items() if not word} == SILENT
    assert words[f"role.{Role.BUTTON}"]


def test_the_blanks_are_the_same_in_each_language() -> None:
    first, *others = [speech_words(Words.load(lang)) for lang in LANGUAGES]
    for other in others:
        assert {key: blanks(word) for key, word in first.items()} == {key: blanks(word) for key, word in other.items()}
    assert blanks(first["position"]) == {"position", "size"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_platform_that_takes_no_level_and_no_place_is_given_words_for_them(lang: str) -> None:
    words = platform_words(Words.load(lang))
    assert blanks(words["level"]) == {"level"}
    assert blanks(words["position"]) == {"position", "size"}
    assert words.items() <= speech_words(Words.load(lang)).items()
