"""Scrolling to a piece of a text: within its field, and in all that scrolls around it."""

from typing import Any

from accessibility.focus_scroll import scroll_into_view, settle
from accessibility.kivy_adapters import bounds_of, node_of
from accessibility.kivy_classes import is_kind
from accessibility.kivy_fields import TEXT_INPUT
from accessibility.node import Bounds, TextContent
from accessibility.text_geometry import character_bounds


class Piece:
    """A part of a widget, with what Kivy's ScrollView asks of the widget that it is to show."""

    def __init__(self, widget: Any, box: Bounds) -> None:
        """box: in window pixels, y down."""
        whole = bounds_of(widget)
        left, top = widget.x - whole.left, widget.top + whole.top
        self.pos = left + box.left, top - box.bottom
        self.right, self.top = left + box.right, top - box.top
        self.to_window = widget.to_window


def scroll_to_characters(widget: Any, start: int, end: int) -> None:
    """Bring the characters from `start` to before `end` into sight, the first of them in any case.

    Where nobody knows how the text is drawn, the whole widget.
    """
    for index in (max(end - 1, start), start):
        box = _place(widget, index)
        if box is not None and is_kind(widget, TEXT_INPUT):
            _scroll_field(widget, box)
            box = _place(widget, index)
        scroll_into_view(widget, None if box is None else Piece(widget, box))
        settle(widget)


def _place(widget: Any, index: int) -> Bounds | None:
    """Where a character stands now, in window pixels."""
    node = node_of(widget)
    text = node.text
    if text is None and node.drawn is not None:
        text = TextContent(node.drawn(node.name, node.bounds), 0, 0)
    return character_bounds(text, index) if text is not None and text.lines else None


def _scroll_field(field: Any, box: Bounds) -> None:
    """As little as brings the place into the field's own window; the caret stays where it is."""
    whole = bounds_of(field)
    left, top = whole.left + field.padding[0], whole.top + field.padding[1]
    right, bottom = whole.right - field.padding[2], whole.bottom - field.padding[3]
    field.scroll_x = max(0.0, field.scroll_x + _step(box.left, box.right, left, right))
    field.scroll_y = max(0.0, field.scroll_y + _step(box.top, box.bottom, top, bottom))


def _step(start: float, end: float, first: float, last: float) -> float:
    """How far something from `start` to `end` has to be moved towards the beginning to lie between two edges."""
    return min(start - first, 0.0) or max(0.0, min(end - last, start - first))
