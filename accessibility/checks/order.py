"""Where one thing stands relative to another, in the order of reading."""

from __future__ import annotations

from accessibility.probe.seen import Seen


def stands_before(one: Seen, other: Seen) -> bool:
    """Whether `one` is clearly above `other`, or in the same row and clearly to its left.

    Clearly: they do not overlap in that direction by more than half of the smaller. Side-by-side columns are
    left alone: what is above but beside is another column.
    """
    if one.bounds is None or other.bounds is None:
        return False
    x, y, w, h = one.bounds
    left, top, width, height = other.bounds
    rows_overlap = min(y + h, top + height) - max(y, top)
    columns_overlap = min(x + w, left + width) - max(x, left)
    if rows_overlap > min(h, height) / 2:
        return x + w <= left + min(w, width) / 2 and columns_overlap <= 0
    return y < top and rows_overlap <= 0 and columns_overlap > 0
