"""A list that has widgets only for what is seen is gone over and read from its beginning to its end."""

from __future__ import annotations

from typing import Any

import pytest
from kivy.uix.label import Label

from tests.accessibility.atspi.test_recycled import Card
from tests.accessibility.fake_window import frame
from tests.accessibility.voicing.long_list import spoken

COUNT = 150


@pytest.mark.parametrize("focus", ["before", "inside"])
def test_exploring_comes_to_every_item_and_behind_the_list(focus: str) -> None:
    """With the focus inside as well, whose item is scrolled out of sight meanwhile."""
    with spoken(COUNT) as page:
        assert page.bridge.focus.focus(page.first)
        if focus == "inside":
            page.bridge.focus.move(1)
        frame()
        page.mouth.take()
        wanted = [*(f"i{number}" for number in range(COUNT)), "last"][focus == "inside" :]
        assert [page.explore(1) for _ in wanted] == wanted
        back = [f"i{number}" for number in reversed(range(COUNT))]
        assert [page.explore(-1) for _ in back] == back


def test_reading_on_reads_every_item_and_what_comes_after_the_list() -> None:
    with spoken(COUNT) as page:
        page.bridge.focus.focus(page.first)
        frame()
        page.mouth.take()
        assert list(page.read_all()) == ["first", *(f"i{number}" for number in range(COUNT)), "last"]


def test_the_item_that_is_pressed_is_the_one_that_was_said() -> None:
    with spoken(COUNT) as page:
        page.bridge.focus.focus(page.first)
        frame()
        page.mouth.take()
        for _ in range(30):
            where = page.explore(1)
        here = page.explorer.here
        assert here is not None
        assert here.name == where == "i29"
        page.explorer.press()
        frame(3)
        assert page.bridge.nodes[page.bridge.tree.focus].name == "i29"


@pytest.mark.parametrize("viewclass", [Label, Card])
def test_a_list_is_come_into_at_its_last_item_from_behind_and_at_its_first_from_before(viewclass: Any) -> None:
    """However far it is scrolled, and whatever stands in its rows."""
    with spoken(COUNT, viewclass) as page:
        page.bridge.focus.focus(page.last)
        frame()
        page.mouth.take()
        back = [page.explore(-1) for _ in range(6)]  # a row and the button in it are two things of one name
        assert list(dict.fromkeys(back))[:3] == [f"i{COUNT - number}" for number in (1, 2, 3)]
        page.bridge.focus.focus(page.first)
        frame()
        page.mouth.take()
        assert [page.explore(step) for step in (1, -1, 1)] == ["i0", "first", "i0"]


def test_a_command_that_comes_before_the_list_is_scrolled_counts_alone() -> None:
    with spoken(COUNT) as page:
        page.bridge.focus.focus(page.last)
        frame()
        page.mouth.take()
        page.explorer.go(-1)
        page.explorer.visit(page.bridge.nodes[page.first.uid])
        frame(3)
        assert page.mouth.take() == ["first, button"]
