"""TGT-07: any way of input may be used at any time."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TGT-07",
    requirement="Pointer, keys and assistive technology work on the same control one after the other.",
    requirement_zh="指针、键盘与辅助技术可随时交替使用。",
    tags=("W2.5.6/AAA", "NAUR3", "NAUR5"),
    who=("M", "SP", "B"),
    impact=Impact.MODERATE,
    help="Who points with the head and types with a stick changes from one to the other in the middle of a field.",
    how_to_fix="Let all ways lead to the same state of the widget, and keep the focus where it was used last.",
    limits="Tried in turn on the first box or switch in sight and the first open field. Speech is mixed with the other "
    "ways by the journeys.",
    needs=frozenset({Need.MIXING}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for mixed in screen.mixed or ():
        if mixed.worked:
            yield passed(mixed.node, mixed.way)
        else:
            yield failed(mixed.node, f"{named(mixed.node)} did not answer in its turn to: {mixed.way}")
