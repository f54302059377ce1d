"""SEM-20: exactly one node has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-20",
    requirement="Exactly one node has the focus at any time, and the platform tells which.",
    requirement_zh="任何时候有且只有一个节点获得焦点，并告知平台。",
    tags=("EN11.5.2.13", "EN11.5.2.14", "W2.4.7/AA", "ACC:OneFocus"),
    who=("B", "LV", "M"),
    impact=Impact.SERIOUS,
    help="Without it a reader does not know where it is and keys go nowhere.",
    how_to_fix="Give the focus to the heading or the first field after every change of screen.",
    limits="Looked at on arrival and after every key of the focus walk.",
    uses=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    if not any("focusable" in node.states for node in screen.nodes):
        return
    moments = [("on arrival", [node for node in screen.nodes if "focused" in node.states])]
    moments += [(f"after {stop.key} {index}", list(stop.focused))
                for index, stop in enumerate(screen.walk.stops if screen.walk else (), 1)]  # fmt: skip
    for when, focused in moments:
        evidence = {"measured": float(len(focused)), "limit": 1.0, "unit": "nodes with focus"}
        if len(focused) == 1:
            yield passed(focused[0], when, **evidence)
        else:
            yield failed(None, f"{len(focused)} nodes have the focus {when}", **evidence)
