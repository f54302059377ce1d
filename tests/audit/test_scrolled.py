"""What of a screen is taken to move when it is scrolled, where the page stands in a scroll pane."""

from __future__ import annotations

from accessibility.audit.scrolled import scrolled
from tests.audit.cases.table import SIZE, frame, node

WIDTH, HEIGHT = SIZE
BAR = node("push button", "Talk", at=(0, HEIGHT - 60, WIDTH, 60))


def test_the_ground_of_a_page_stays_and_what_is_on_it_moves() -> None:
    inside = node("label", "first", at=(20, 20, 200, 50)), node("label", "below", at=(20, HEIGHT + 40, 200, 50))
    page = node("scroll pane", "", *inside, at=(0, 0, WIDTH, HEIGHT - 60))
    assert scrolled(frame(page, BAR)) == {each.ref for each in inside}


def test_a_low_ground_is_no_bar() -> None:
    inside = node("label", "first", at=(20, 20, 200, 50)), node("label", "below", at=(20, HEIGHT + 40, 200, 50))
    page = node("scroll pane", "", *inside, at=(0, 0, WIDTH, HEIGHT // 3))
    assert scrolled(frame(page, BAR)) == {each.ref for each in inside}


def test_of_two_grounds_nobody_knows_which_is_scrolled() -> None:
    pages = [
        node("scroll pane", str(top), node("label", "in", at=(20, top, 200, 900)), at=(0, top, WIDTH, 300))
        for top in (0, 300)
    ]
    assert scrolled(frame(*pages)) is None
