"""KBD-04: the focused control looks different."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.focus_mark import marks
from accessibility.checks.kinds import named
from accessibility.checks.rule import Doubt, Finding, Impact, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-04",
    requirement="The focused control is visibly different.",
    requirement_zh="获得焦点的控件在视觉上有区别。",
    tags=("W2.4.7/AA", "EN11.2.4.7~", "ACT:oj04fd"),
    who=("LV", "M", "D"),
    impact=Impact.SERIOUS,
    help="Who works with keys and eyes cannot see where they are.",
    how_to_fix="Draw a ring around the control while it has the focus.",
    limits="The same place is compared in two pictures, with and without focus, up to 8 dp around the control.",
    needs=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for mark in marks(screen):
        if mark.changed is None or (mark.aligned and mark.contrasting < mark.wanted / 2):
            yield cant_tell(
                mark.node, Doubt.NEVER_UNFOCUSED, f"{named(mark.node)} was not seen without focus at one place"
            )
            continue
        evidence = {"measured": float(mark.changed), "limit": 1.0, "unit": "px changed", "frame": mark.frame}
        if mark.changed >= 1:
            yield passed(mark.node, **evidence)
        else:
            yield failed(mark.node, f"{named(mark.node)} looks the same with and without focus", **evidence)
