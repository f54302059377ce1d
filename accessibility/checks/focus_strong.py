"""KBD-05: the focus mark is big and contrasts."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.focus_mark import ENOUGH, marks
from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-05",
    requirement="The focus mark is as big as a 2 px line around the control and changes by 3:1 or more.",
    requirement_zh="焦点标记足够大，对比度不低于 3:1。",
    tags=("W2.4.13/AAA", "W1.4.11/AA"),
    who=("LV", "O"),
    impact=Impact.MODERATE,
    help="A faint or thin mark is overlooked.",
    how_to_fix="Make the ring at least 2 dp thick in a colour of 3:1 to what it is drawn on.",
    limits="Counts the pixels whose contrast between the two states is 3:1 or more.",
    tolerance="a tenth of the area, for rounded corners and anti-aliasing",
    needs=frozenset({Need.STEPS}),
)

_TOLERANCE = 0.9


def check(screen: Screen) -> Iterator[Finding]:
    for mark in marks(screen):
        if not mark.changed or (mark.aligned and mark.contrasting < mark.wanted / 2):
            continue  # KBD-04 says so
        evidence = {"measured": float(mark.contrasting), "limit": mark.wanted, "unit": "px of 3:1", "frame": mark.frame}
        if mark.contrasting >= mark.wanted * _TOLERANCE:
            yield passed(mark.node, **evidence)
        else:
            reason = f"best {mark.best:.2f}:1" if mark.best < ENOUGH else "too thin"
            yield failed(mark.node, f"the focus mark of {named(mark.node)} is too weak: {reason}", **evidence)
