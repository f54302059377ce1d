"""KBD-01: everything operable is reached by keys."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-01",
    requirement="Every control that can be operated is reached with Tab or the arrow keys alone.",
    requirement_zh="所有可操作控件仅用键盘即可到达。",
    tags=("W2.1.1/A", "W2.1.3/AAA", "EN11.2.1.1.1~", "EN4.2.7", "G16"),
    who=("B", "M"),
    impact=Impact.CRITICAL,
    help="Who has no mouse, or one switch only, cannot get there.",
    how_to_fix="Mix FocusableBehavior into the widget, and leave a11y_tab_stop on unless arrows lead there.",
    limits="That keys reach it; pressing it by key is the journeys' business.",
    needs=frozenset({Need.WALK}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.walk is not None
    reached = screen.walk.reached
    for node in screen.actionable:
        if node.ref in reached:
            yield passed(node)
        else:
            yield failed(node, f"{named(node)} never had the focus in {len(screen.walk.stops)} key presses")
