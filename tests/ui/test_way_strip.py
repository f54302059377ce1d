"""The strip of a way: its buttons stand in one order, whichever way was turned on first."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.ui.ways.strip import WayStrip


def strip() -> WayStrip:
    """Its shelf and plain buttons, without a window."""
    made = WayStrip.__new__(WayStrip)
    made._shelf, made._button = BoxLayout(), lambda *_: Widget()  # type: ignore[assignment,method-assign]
    made.pages, made.items = [Widget(), Widget()], [Widget(), Widget(), Widget()]
    return made


def shown(made: WayStrip) -> list[Any]:
    """From the left to the right."""
    return made._shelf.children[::-1]


def test_a_pause_stands_before_the_pages_whichever_came_first() -> None:
    before, after = strip(), strip()
    pause = before.add_button("way-dwell-pause", print)
    before.offer(pages=True, items=False)
    after.offer(pages=True, items=False)
    late = after.add_button("way-dwell-pause", print)
    assert shown(before) == [pause, *before.pages]
    assert shown(after) == [late, *after.pages]


def test_what_goes_from_thing_to_thing_stands_after_the_pages() -> None:
    made = strip()
    made.offer(pages=False, items=True)
    pause = made.add_button("way-dwell-pause", print)
    made.offer(pages=True, items=True)
    assert shown(made) == [pause, *made.pages, *made.items]
    made.offer(pages=True, items=False)
    assert shown(made) == [pause, *made.pages]
