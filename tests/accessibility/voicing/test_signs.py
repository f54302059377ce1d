"""Punctuation by name, at the customer's level."""

import pytest

from accessibility.node import Node
from accessibility.roles import Role
from accessibility.voicing.characters import words_of
from accessibility.voicing.settings import Punctuation, VoicingSettings
from accessibility.voicing.signs import SIGNS, punctuated, sign_keys, spelled
from tests.accessibility.voicing.reader_screen import FOCUSABLE, WORDS, Screen


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Punctuation.NONE, "a@b, 12.5% (x)"),
        (Punctuation.SOME, "a at b, 12.5% (x)"),
        (Punctuation.ALL, "a at b comma, 12.5%  open x close "),
    ],
)
def test_signs_at_the_customer_s_level(level: Punctuation, said: str) -> None:
    """Those of a figure belong to it at every level."""
    assert punctuated("a@b, 12.5% (x)", level, WORDS) == said


def test_a_pause_of_the_reader_s_own_is_no_sign() -> None:
    """What stands on the screen is told with its signs, and what is between its parts is heard as pauses."""
    screen = Screen(
        Node(2, Role.BUTTON, name="Go, now", states=FOCUSABLE), settings=VoicingSettings(punctuation=Punctuation.ALL)
    )
    screen.reader.turn(True)
    screen.mouth.take()
    screen.go(2)
    assert screen.mouth.take() == ["Go comma, now, button"]


def test_every_sign_has_a_key() -> None:
    assert {f"sign.{name}" for name in SIGNS.values()} == sign_keys()


def test_a_text_is_spelled_by_whole_characters() -> None:
    """Letters of a base and a mark, and emoji put together from several, in one piece each; flags two letters each."""
    flags, thumb, keycap = ("\U0001f1e8\U0001f1f3", "\U0001f1eb\U0001f1f7"), "\U0001f44d\U0001f3fd", "1\ufe0f\u20e3"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    whole = ["e\u0301", "n", family, *flags, thumb, keycap, "\u0915\u093f", "李"]
    assert spelled("".join(whole), WORDS) == ", ".join(whole)
    assert "".join(words_of("cafe\u0301 au lait，好")) == "cafe\u0301 au lait，好"
    assert words_of("cafe\u0301 au lait，好") == ["cafe\u0301", " ", "au", " ", "lait", "，好"]
