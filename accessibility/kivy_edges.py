"""Scrolling so that a widget stands at an edge of what scrolls around it, or at a point of the window."""

from collections.abc import Iterator
from typing import Any

from accessibility.edges import Edge, Point
from accessibility.focus_scroll import SCROLL_VIEW, scroll_into_view, settle
from accessibility.kivy_adapters import bounds_of
from accessibility.kivy_classes import is_kind
from accessibility.kivy_lists import UnseenItem


def scroll_to_place(widget: Any, place: Edge | Point) -> None:
    """Into sight first, then as near to the place as what scrolls lets it come."""
    if isinstance(widget, UnseenItem):
        widget = widget.show()
    if widget is None:
        return
    scroll_into_view(widget)
    settle(widget)
    if isinstance(place, Edge):
        _to_edge(widget, place)
    else:
        _to_point(widget, place)


def _to_edge(widget: Any, edge: Edge) -> None:
    """Of the nearest that scrolls that way: the edges of those around it are not its own."""
    it = bounds_of(widget)
    for view in _scrolling(widget, sideways=True) if edge.across else ():
        area = bounds_of(view)
        _shift(view, area.left - it.left if edge.across < 0 else area.right - it.right, 0.0)
        break
    for view in _scrolling(widget, sideways=False) if edge.down else ():
        area = bounds_of(view)
        _shift(view, 0.0, area.top - it.top if edge.down < 0 else area.bottom - it.bottom)
        break
    settle(widget)


def _to_point(widget: Any, point: Point) -> None:
    for sideways in (True, False):
        for view in _scrolling(widget, sideways=sideways):
            it = bounds_of(widget)
            _shift(view, point.left - it.left if sideways else 0.0, 0.0 if sideways else point.top - it.top)
            settle(widget)


def _scrolling(widget: Any, *, sideways: bool) -> Iterator[Any]:
    """What is around it and has more than it shows in that direction, from the inside out."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if is_kind(above, SCROLL_VIEW) and _room(above)[0 if sideways else 1] > 0:
            yield above
        above = above.parent


def _room(view: Any) -> tuple[float, float]:
    """How many pixels there are to scroll, sideways and up and down."""
    inside = view._viewport
    if inside is None:
        return 0.0, 0.0
    wide = inside.width - view.width if view.do_scroll_x else 0.0
    high = inside.height - view.height if view.do_scroll_y else 0.0
    return float(wide), float(high)


def _shift(view: Any, right: float, down: float) -> None:
    """Move what is inside by so many pixels."""
    wide, high = _room(view)
    if right:
        view.scroll_x = min(1.0, max(0.0, view.scroll_x - right / wide))
    if down:
        view.scroll_y = min(1.0, max(0.0, view.scroll_y + down / high))
