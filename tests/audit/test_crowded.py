"""What counts as out of sight: outside of the window, under something else, or outside of what scrolls it."""

from __future__ import annotations

from accessibility.audit.scrolling import crowded
from tests.audit.cases.table import SIZE, frame, node

WIDTH, HEIGHT = SIZE
KEYS = (0, 60, WIDTH, 200)
"""A pane in the middle of a window, with room above and below it where nothing stands."""


def test_what_a_pane_has_scrolled_away_is_out_of_sight_where_nothing_lies_on_it() -> None:
    """It is told at its place, inside of the window, and is not painted there."""
    above, cut = node("push button", "a", at=(0, 5, 90, 50)), node("push button", "m", at=(0, 230, 90, 50))
    seen = node("push button", "g", at=(0, 65, 90, 50))
    assert crowded(frame(node("scroll pane", "", above, seen, cut, at=KEYS))) == {above.ref, cut.ref}


def test_a_pane_within_a_pane_cuts_what_it_holds_alone() -> None:
    inner = node("list item", "far", at=(0, 160, 90, 50))
    pane = node("scroll pane", "inner", inner, at=(0, 100, WIDTH, 80))
    beside = node("push button", "near", at=(200, 190, 90, 50))
    assert crowded(frame(node("scroll pane", "", pane, beside, at=KEYS))) == {inner.ref}
