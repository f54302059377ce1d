"""A page scrolls so far that the mark of the focus is seen whole around what is scrolled to."""

from __future__ import annotations

import pytest
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from app.ui.look import Look
from app.ui.widgets.layout import Page
from app.ui.widgets.surface import RING, RING_OFFSET

HEIGHT, KEY = 300, 48
ROOM = RING_OFFSET + RING


@pytest.fixture
def page() -> Page:
    """Ten things below each other, of which a window shows four or so; at its top."""
    made = Page(Look())
    root = FloatLayout(size=(400, HEIGHT))
    made.size_hint, made.size = (None, None), (400, HEIGHT)
    root.add_widget(made)
    for _ in range(10):
        made.column.add_widget(Widget(size_hint_y=None, height=KEY))
    made.column.do_layout()
    made.scroll_y = 1.0
    made.update_from_scroll()
    return made


def edges(page: Page, widget: Widget) -> tuple[float, float]:
    """How far it stands from the page's foot and from its top."""
    page.update_from_scroll()
    _, foot = widget.to_window(*widget.pos)
    return foot - page.y, page.top - foot - widget.height


def bring(page: Page, widget: Widget, below: float) -> None:
    """Scroll by hand so that it stands so far above the foot."""
    page.scroll_y += (below - edges(page, widget)[0]) * -1 / (page.column.height - page.height)
    assert edges(page, widget)[0] == pytest.approx(below, abs=1)


@pytest.mark.parametrize("below", [0, 2])
def test_at_the_foot_the_mark_is_brought_into_sight(page: Page, below: float) -> None:
    fifth = page.column.children[5]
    bring(page, fifth, below)
    page.scroll_to(fifth, animate=False)
    assert edges(page, fifth)[0] == pytest.approx(ROOM, abs=1)


def test_at_the_top_too(page: Page) -> None:
    fifth = page.column.children[5]
    bring(page, fifth, HEIGHT - KEY - 1)
    page.scroll_to(fifth, animate=False)
    assert edges(page, fifth)[1] == pytest.approx(ROOM, abs=1)


def test_what_has_its_room_stays_where_it_is(page: Page) -> None:
    fifth = page.column.children[5]
    bring(page, fifth, 100)
    before = page.scroll_y
    page.scroll_to(fifth, animate=False)
    assert page.scroll_y == before
