"""Spelling what is here: its characters, and pressed again what explains them."""

import pytest

from accessibility.node import Node
from accessibility.roles import Role, State
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.spelling import TO_HEAR, TO_THINK, Spelling
from tests.accessibility.voicing.reader_screen import FOCUSABLE, WORDS, Screen

ALPHABET = {"l": "l lima", "i": "i india", "李": "木子李"}
EXPLAINED = "capital l lima, i india, hyphen, 1, 木子李"
PLAIN = "capital L, i, hyphen, 1, 李"


class Here:
    """A screen with two things on it, and the explorer at the first; `now` is the time that spelling knows."""

    def __init__(self, *states: State) -> None:
        payee = Node(2, Role.BUTTON, name="Li-1李", states=FOCUSABLE | set(states))
        self.screen = Screen(payee, Node(3, Role.BUTTON, name="Li-1李", states=FOCUSABLE))
        self.screen.focus = 2
        self.screen.reader.turn(True)
        self.explorer = Explorer(self.screen.reader)
        self.now = 0.0
        self.explorer.spelling = Spelling(lambda: self.now)
        self.explorer.spelling.explain = lambda sign: ALPHABET.get(sign, "")
        self.screen.mouth.take()

    def spelled(self) -> str:
        self.explorer.spell()
        (said,) = self.screen.mouth.take()
        return said


def test_a_second_press_explains_each_character() -> None:
    """What nothing explains keeps its name; a third press is as the first."""
    here = Here()
    assert [here.spelled() for _ in range(4)] == [PLAIN, EXPLAINED, PLAIN, EXPLAINED]


def test_there_is_time_to_hear_it_first() -> None:
    """Two seconds for each character and ten more; after that it is the first press again."""
    here = Here()
    for over, said in ((0.0, EXPLAINED), (0.1, PLAIN)):
        here.now += 1000
        assert here.spelled() == PLAIN
        here.now += TO_THINK + 5 * TO_HEAR + over
        assert here.spelled() == said


@pytest.mark.parametrize("away", ["explorer", "focus"])
def test_another_thing_is_spelled_plainly_first_although_it_reads_the_same(away: str) -> None:
    """And so is the first one after the other was spelled."""
    here = Here()
    assert here.spelled() == PLAIN
    for step, target in ((1, 3), (-1, 2)):
        here.explorer.go(step) if away == "explorer" else here.screen.go(target)
        here.screen.mouth.take()
        assert here.spelled() == PLAIN


def test_without_anybody_who_explains_the_second_press_is_as_the_first() -> None:
    """The package knows no language."""
    spelling = Spelling()
    assert [spelling.said("Li-1李", 1, WORDS) for _ in range(2)] == [PLAIN, PLAIN]


def test_a_secret_is_explained_as_little_as_it_is_spelled() -> None:
    here = Here(State.PROTECTED)
    for _ in range(2):
        assert "india" not in here.spelled()
        assert "木子李" not in here.spelled()
