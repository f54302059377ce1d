"""KBD-07: moving the focus changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.frame import Frame
from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-07",
    requirement="The focus alone, or choosing by arrows alone, opens no other screen and no dialog.",
    requirement_zh="仅获得焦点或改变取值不会引起意外的页面变化。",
    tags=("W3.2.1/A", "W3.2.2/A"),
    who=("B", "C", "LV"),
    impact=Impact.SERIOUS,
    help="Who only looked round is suddenly somewhere else.",
    how_to_fix="Act on a press, never on focus.",
    limits="Looked at after every key of the focus walk: the window's title, its dialogs and its headings.",
    needs=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.walk is not None
    before = _place(screen.frame)
    for stop in screen.walk.stops:
        now = _place(stop.frame)
        for node in stop.focused[:1]:
            if now == before:
                yield passed(node)
            else:
                yield failed(node, f"with the focus on {named(node)} the screen became another: {now[0]!r}",
                             frame=stop.frame)  # fmt: skip
        before = now


def _place(frame: Frame) -> tuple[str, tuple[str, ...]]:
    """Where the user is: the title, and the names of dialogs and headings."""
    marks = tuple(node.name for node in frame.window.walk() if node.role in ("dialog", "alert dialog", "heading"))
    return frame.window.name, marks
