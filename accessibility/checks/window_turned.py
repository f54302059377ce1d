"""TXT-13: the program works in a window that is wide, and in one that is high."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accessibility.checks.frame import Frame
from accessibility.checks.kinds import is_actionable, is_text_leaf, named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TXT-13",
    requirement="With its sides exchanged the window holds the same controls, all within its width.",
    requirement_zh="横屏与竖屏均可使用，控件不缺失、不超出窗口宽度。",
    tags=("W1.3.4/AA",),
    who=("M", "LV"),
    impact=Impact.SERIOUS,
    help="A device that is mounted on a wheelchair cannot be turned.",
    how_to_fix="Lay out by the width that there is; ask for no orientation.",
    limits="Turned on the first screen of a run; narrow windows are judged wherever one is audited (TXT-06).",
    tolerance="1 px",
    needs=frozenset({Need.WISHES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.wished is not None
    if not screen.wished.turned:
        return
    before, turned = screen.wished.turned
    there = Counter(_key(turned))
    width = turned.image.width
    for node in before.window.walk():
        if not is_actionable(node):
            continue
        key = node.role, node.name
        if there[key] == 0:
            yield failed(node, f"{named(node)} is not there when the window is turned", frame=before)
        else:
            there[key] -= 1
            yield passed(node)
    for node in turned.window.walk():
        if node.bounds is None or not (is_text_leaf(node) or is_actionable(node)):
            continue
        outside = max(-node.bounds[0], node.bounds[0] + node.bounds[2] - width, 0)
        if outside > 1:
            yield failed(node, f"{named(node)} goes {outside} px beyond the turned window",
                         measured=float(outside), limit=1.0, unit="px outside", frame=turned)  # fmt: skip


def _key(frame: Frame) -> Iterator[tuple[str, str]]:
    return ((node.role, node.name) for node in frame.window.walk() if is_actionable(node))
