"""What characters are told by when they are spelled."""

from __future__ import annotations

import pytest

from accessibility.voicing.explorer import Explorer
from app.words import LANGUAGES, Words
from app.writing.explained import ASSET, Explainer
from scripts.chinese_extras import GIVEN, SURNAMES
from scripts.chinese_telling import SAYINGS, UNPLEASANT
from tests.accessibility.voicing.reader_screen import Screen, entry

NAMES = dict.fromkeys(SURNAMES[:200] + GIVEN)


@pytest.fixture
def chinese() -> Explainer:
    return Explainer(Words.load("zh-CN"))


def test_a_character_is_told_by_a_word_and_a_surname_by_what_people_say(chinese: Explainer) -> None:
    assert [chinese(sign) for sign in "张伟李娜章威王芳"] == [
        "弓长张", "伟大的伟", "木子李", "婀娜的娜", "立早章", "威风的威", "三横王", "芬芳的芳",
    ]  # fmt: skip


def test_every_character_of_usual_names_is_told(chinese: Explainer) -> None:
    """By a word that holds it, or by a saying; no two of them by the same words."""
    told = {sign: chinese(sign) for sign in NAMES}
    assert not [sign for sign, words in told.items() if len(words) < 3]
    assert len(set(told.values())) == len(told)
    sayings = {entry[0] for entry in SAYINGS.split()}
    assert all(
        words.endswith(f"的{sign}") and sign in words[:-2] for sign, words in told.items() if sign not in sayings
    )


def test_nobody_s_name_is_told_by_an_unpleasant_word(chinese: Explainer) -> None:
    """委鬼魏 is what people say themselves."""
    assert [sign for sign in NAMES if UNPLEASANT & (set(chinese(sign)) - {sign})] == ["魏"]


def test_all_characters_of_everyday_use_are_told() -> None:
    """The 3,755 of the first level of GB 2312, but for an interjection."""
    told = {line[0] for line in ASSET.read_text(encoding="utf8").splitlines()}
    codes = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    assert {sign for sign in codes if sign} - told == {"呸"}


def test_letters_have_words_in_english_alone() -> None:
    chinese, english = (Explainer(Words.load(lang)) for lang in ("zh-CN", "en"))
    assert [english(sign) for sign in "aZ"] == ["a Alfa", "Z Zulu"]
    assert all(english(sign) for sign in "abcdefghijklmnopqrstuvwxyz")
    assert chinese("a") == ""
    assert [english(sign) for sign in "伟张"] == ["伟 as in 伟大", "弓长张"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_a_name_of_its_own_or_is_not_known_is_left_to_others(lang: str) -> None:
    """Figures, signs, what is not one character; a line's end and the mark of a saying are not found in the file."""
    explain = Explainer(Words.load(lang))
    assert not any(explain(sign) for sign in ("1", "@", " ", "\n", "=", "，", "龘", "\U0001f44d\U0001f3fd", "", "伟伟"))


def test_the_reader_s_second_press_tells_each_character(chinese: Explainer) -> None:
    """The explanation is handed to it: the reader's package knows no language."""
    screen = Screen(entry("张伟A1"))
    screen.focus = 2
    screen.reader.turn(True)
    explorer = Explorer(screen.reader)
    explorer.spelling.explain = chinese
    screen.mouth.take()
    for _ in range(2):
        explorer.spell()
    assert screen.mouth.take() == ["张, 伟, capital A, 1", "弓长张, 伟大的伟, capital A, 1"]
