"""Whether two pictures of a window show that nothing moves in it."""

from __future__ import annotations

from PIL import Image, ImageChops

from accessibility.checks.kinds import FIELDS
from accessibility.probe.seen import Seen

CARET = 4
"""So many pixels wide at most is the caret of a field."""


def is_still(before: Image.Image, after: Image.Image, window: Seen) -> bool:
    """Nothing moves but the caret, which blinks in the field that has the focus."""
    moving = ImageChops.difference(before, after).getbbox()
    if moving is None:
        return True
    field = window.focused
    if field is None or field.role not in FIELDS or field.bounds is None:
        return False
    (left, top, right, foot), (x, y, width, height) = moving, field.bounds
    return right - left <= CARET and x <= left and right <= x + width and y <= top and foot <= y + height
