"""A list that has widgets only for what is seen is gone over and read from its beginning to its end."""

from __future__ import annotations

import pytest

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
