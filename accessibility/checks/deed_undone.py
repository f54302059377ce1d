"""SEM-07.back: what was done through the platform is told when it is done, and told as before when it is undone."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-07.back",
    requirement="A state or value that was changed through the platform can be put back the same way, and is told so.",
    requirement_zh="经平台接口改变的状态或数值可用同样方式还原，并如实告知。",
    tags=("W4.1.2/A", "EN11.5.2.16", "EN11.5.2.17", "W3.3.4/AA"),
    who=("B", "M", "SP"),
    impact=Impact.SERIOUS,
    help="A switch that goes on and not off, or a step that leads up and not back, cannot be put right.",
    how_to_fix="Give both actions of a pair (expand and collapse, increment and decrement); keep what was set.",
    limits="Done and undone: boxes, switches and radio buttons with another chosen before, drop-downs and branches, "
    "steps, ranges to an end, one more figure in a field; six of each kind on a screen.",
    needs=frozenset({Need.DEEDS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for deed in screen.deeds:
        if deed.undone:
            yield passed(deed.node, f"{deed.action} was undone")
        elif deed.undone is False:
            yield failed(deed.node, f"{deed.action} of {named(deed.node)} was undone, and it is not told as before")
