"""What of a screen moves when it is scrolled, told from its tree alone, without scrolling it."""

from __future__ import annotations

from accessibility.checks.frame import Frame
from accessibility.probe.seen import Seen

SLACK = 1


def scrolled(frame: Frame) -> frozenset[str] | None:
    """References of what moves; None where that cannot be told, because a part of the screen scrolls in itself.

    What stays are bars along the edges of the window: as wide as it, and touching its top, its foot or another bar.
    Where nothing is out of sight or under such a bar nothing moves.
    """
    window = frame.window
    bars = _bars(frame)
    panes = [node for node in window.children if _is_pane(node)]
    staying = {node.ref for bar in bars for node in bar.walk()}
    if len(panes) == 1:
        staying.add(panes[0].ref)  # the ground that the whole page is scrolled on
    moving = [node for node in window.walk() if node is not window and node.ref not in staying]
    if any(_sticks_out(node) for node in moving):
        return None
    hidden = any(_is_hidden(node, frame, bars) for node in moving)
    return frozenset(node.ref for node in moving) if hidden else frozenset()


def _is_pane(node: Seen) -> bool:
    return node.role == "scroll pane"


def _bars(frame: Frame) -> list[Seen]:
    width, height = frame.image.size
    parts = (node for node in frame.window.children if not _is_pane(node))
    wide = [node for node in parts if node.bounds is not None and node.bounds[3] < height / 2
            and node.bounds[0] <= SLACK and node.bounds[0] + node.bounds[2] >= width - SLACK]  # fmt: skip
    found: list[Seen] = []
    edges = {0, height}
    while new := [node for node in wide if node not in found and _touches(node, edges)]:
        found += new
        edges |= {edge for node in new for edge in _ends(node)}
    return found


def _touches(node: Seen, edges: set[int]) -> bool:
    return any(abs(end - edge) <= SLACK for end in _ends(node) for edge in edges)


def _ends(node: Seen) -> tuple[int, ...]:
    """Its top and its foot."""
    return (node.bounds[1], node.bounds[1] + node.bounds[3]) if node.bounds is not None else ()


def _sticks_out(node: Seen) -> bool:
    """Whether something below it stands outside of it: that is scrolled in it, or clipped by it."""
    if node.bounds is None:
        return False
    _, y, _, height = node.bounds
    return any(
        child.bounds is not None
        and (child.bounds[1] < y - SLACK or child.bounds[1] + child.bounds[3] > y + height + SLACK)
        for child in node.children
    )


def _is_hidden(node: Seen, frame: Frame, bars: list[Seen]) -> bool:
    """Outside of the window, or at the place of a bar."""
    if node.bounds is None:
        return False
    y, foot = node.bounds[1], node.bounds[1] + node.bounds[3]
    if y < 0 or foot > frame.image.height:
        return True
    places = (bar.bounds for bar in bars if bar.bounds is not None)
    return any(min(foot, top + bar_height) - max(y, top) > SLACK for _, top, _, bar_height in places)
