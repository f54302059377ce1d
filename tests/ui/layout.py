"""What is wrong with a window's layout, as sentences: words cut off, things outside, things on top of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView

from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import Words

SLACK = 1.5
"""Pixels of rounding."""

BROKEN = re.compile(r"[A-Za-z]\n[A-Za-z]|[.,]\d*\n\d|\d\n\d*[.,]\d")
"""Within a Latin word, or within an amount (a long number without a comma may be broken anywhere)."""


def problems(window: Any) -> list[str]:
    """Everything wrong in what the window shows now."""
    found: list[str] = []
    for root in window.children:
        for widget in root.walk():
            found.extend(_outside(widget, window))
            found.extend(_cut(widget))
            found.extend(_broken(widget))
            found.extend(_overlapping(widget))
            if isinstance(widget, ScrollView) and widget.do_scroll_x:
                found.append(f"{_name(widget)} scrolls sideways")
    return found


def _outside(widget: Any, window: Any) -> Iterator[str]:
    left, _ = widget.to_window(widget.x, widget.y)
    right, _ = widget.to_window(widget.right, widget.y)
    if left < -SLACK or right > window.width + SLACK:
        yield f"{_name(widget)} reaches from {left:.0f} to {right:.0f} in a window {window.width} wide"


def _cut(widget: Any) -> Iterator[str]:
    if isinstance(widget, Label) and widget.text:
        width, height = widget.texture_size
        if width > widget.width + SLACK or height > widget.height + SLACK:
            yield f"{_name(widget)}: words {width}x{height} in {widget.width:.0f}x{widget.height:.0f}"


def _broken(widget: Any) -> Iterator[str]:
    """Words and amounts that go on in the next line without a sign of it."""
    if isinstance(widget, Words):
        for one, other in pairwise(widget.text.split("\n")):
            if BROKEN.search(f"{one[-3:]}\n{other[:3]}") and one + other in widget.words:
                yield f"{_name(widget)} is broken after {one!r}"


def _overlapping(widget: Any) -> Iterator[str]:
    if not isinstance(widget, Column | Shelf):
        return
    shown = [child for child in widget.children if child.height > 0 and child.width > 1]
    for index, one in enumerate(shown):
        for other in shown[index + 1 :]:
            apart = (
                one.right <= other.x + SLACK
                or other.right <= one.x + SLACK
                or one.top <= other.y + SLACK
                or other.top <= one.y + SLACK
            )
            if not apart:
                yield f"{_name(one)} lies on {_name(other)}"


def _name(widget: Any) -> str:
    return f"{type(widget).__name__} {getattr(widget, 'words', '') or getattr(widget, 'a11y_name', '')!r}"
