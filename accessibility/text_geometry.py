"""Where characters stand, in window pixels."""

from accessibility.node import Bounds, TextContent

_NONE = Bounds(0.0, 0.0, 0.0, 0.0)


def character_bounds(content: TextContent, offset: int) -> Bounds:
    """The place of one character; behind the last one that of the caret, a pixel wide."""
    for index, line in enumerate(content.lines):
        if offset < len(line.text):
            left = line.bounds.left + line.positions[offset]
            return Bounds(left, line.bounds.top, left + line.widths[offset], line.bounds.bottom)
        offset -= len(line.text)
        if index + 1 == len(content.lines):
            x = line.bounds.left + (line.positions[-1] + line.widths[-1] if line.text else 0.0)
            return Bounds(x, line.bounds.top, x + 1.0, line.bounds.bottom)
    return _NONE


def range_bounds(content: TextContent, start: int, end: int) -> Bounds:
    """The smallest rectangle around the characters from `start` to before `end`."""
    boxes = [character_bounds(content, offset) for offset in range(start, max(end, start + 1))]
    return Bounds(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def offset_at(content: TextContent, x: float, y: float) -> int:
    """The character at a point in window pixels; -1 when there is none."""
    first = 0
    for line in content.lines:
        if line.bounds.top <= y < line.bounds.bottom:
            for index, (left, width) in enumerate(zip(line.positions, line.widths, strict=True)):
                if left <= x - line.bounds.left < left + width:
                    return first + index
        first += len(line.text)
    return -1
