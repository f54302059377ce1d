"""The echo of what is typed, the caret and the selection; never a secret."""

from dataclasses import replace

import pytest

from accessibility.node import Node
from accessibility.roles import State
from accessibility.voicing.output import Earcon
from accessibility.voicing.settings import Echo, Punctuation, VoicingSettings
from tests.accessibility.voicing.reader_screen import FOCUSABLE, LEFT, Screen, entry, text


def typing(before: Node, after: Node, echo: Echo = Echo.KEYS) -> list[str]:
    screen = Screen(before, settings=VoicingSettings(echo=echo, punctuation=Punctuation.NONE))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.change(after)
    return screen.mouth.take()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (entry("a"), entry("ab"), ["b"]),
        (entry("a"), entry("aB"), ["capital B"]),
        (entry("a"), entry("a "), ["space"]),
        (entry("a"), entry("a12"), ["1, 2"]),
        (entry(""), entry("张三"), ["张三"]),
        (entry("ab"), entry("a"), ["deleted b"]),
        (entry("5."), entry("5"), ["deleted point"]),
        (entry("6222"), entry(""), ["deleted 6 2 2 2"]),
        (entry("ab"), entry("ab", 1), ["b"]),
        (entry("ab", 1), entry("ab", 2), ["end"]),
        (entry("one two", 0), entry("one two", 4), ["two"]),
        (entry("one two six", 0), entry("one two six", 3), ["one"]),
        (entry("one\ntwo", 0), entry("one\ntwo", 3), ["one"]),
        (entry("one\ntwo", 0), entry("one\ntwo", 4), ["two"]),
        (entry("one\n\ntwo", 0), entry("one\n\ntwo", 4), ["blank"]),
    ],
)
def test_keys_are_echoed_and_the_caret_followed(before: Node, after: Node, said: list[str]) -> None:
    assert typing(before, after) == said


ACCENTED = "re\u0301sume\u0301"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (entry("mon cafe\u0301 "), entry("mon cafe\u0301 ", 4), "cafe\u0301"),
        (entry(f"{ACCENTED} vu", 0), entry(f"{ACCENTED} vu", 9), "vu"),
        (entry(f"{ACCENTED} vu", 9), entry(f"{ACCENTED} vu", 1), "re\u0301sume\u0301"),
        (entry("caf\u00e9 vu", 5), entry("caf\u00e9 vu", 2), "caf\u00e9"),
        (entry("ane\u0301", 1), entry("ane\u0301", 2), "e\u0301"),
        (entry("e"), entry("e\u0301"), "e\u0301"),
        (entry("ae\u0301"), entry("a"), "deleted e\u0301"),
        (entry("a"), entry(f"a{FAMILY}"), FAMILY),
        (entry(f"a{FAMILY}"), entry("a"), f"deleted {FAMILY}"),
        (entry(f"a{FAMILY}b", 1), entry(f"a{FAMILY}b", 6), "b"),
    ],
)
def test_what_is_one_character_to_the_eye_is_one_to_the_ear(before: Node, after: Node, said: str) -> None:
    assert typing(before, after) == [said]


def test_words_are_echoed_when_they_end() -> None:
    assert typing(entry("one tw"), entry("one two"), Echo.WORDS) == []
    assert typing(entry("one two"), entry("one two "), Echo.WORDS) == ["two"]
    assert typing(entry(""), entry("转账"), Echo.WORDS) == ["转账"]
    assert typing(entry("a"), entry("ab "), Echo.WORDS) == ["ab"], "two keys in one frame are no paste"
    assert typing(entry("ab"), entry("ab c"), Echo.WORDS) == ["ab"]
    assert typing(entry("a"), entry("abc"), Echo.WORDS) == []
    assert typing(entry("a"), entry("a pasted text"), Echo.WORDS) == [" pasted text"]


def test_no_echo_is_no_echo_but_deletions_are_told() -> None:
    assert typing(entry("a"), entry("ab"), Echo.NONE) == []
    assert typing(entry("ab"), entry("a"), Echo.NONE) == ["deleted b"]


def test_the_selection_is_told() -> None:
    all_of_it = replace(entry("abc"), text=text("abc", 3, 0))
    assert typing(entry("abc"), all_of_it) == ["selected abc"]
    assert typing(all_of_it, entry("abc")) == ["nothing selected"]


@pytest.mark.parametrize("echo", list(Echo))
def test_a_secret_is_never_echoed(echo: Echo) -> None:
    """Not even if the text itself reached the reader."""
    states = FOCUSABLE | {State.PROTECTED}
    before = replace(entry("q1"), states=states)
    after = replace(entry("q1z"), states=states)
    said = typing(before, after, echo)
    assert said == ([] if echo is Echo.NONE else ["3 characters"])


def test_the_end_of_a_text_is_heard() -> None:
    screen = Screen(entry("ab", 0))
    screen.focus = 2
    screen.reader.turn(True)
    screen.mouth.take()
    screen.press(LEFT)
    assert screen.mouth.cues == [Earcon.EDGE]
