"""KBD-03: the focus order keeps the meaning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accessibility.checks.kinds import named
from accessibility.checks.order import stands_before
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Need, Rule, cant_tell, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-03",
    requirement="The order in which Tab moves follows the reading order of the tree and the place on the screen.",
    requirement_zh="焦点顺序与阅读顺序和位置一致。",
    tags=("W2.4.3/A", "EN11.2.4.3~"),
    who=("B", "LV", "M"),
    impact=Impact.MODERATE,
    help="The focus jumps about; who sees a small part of the screen loses it.",
    how_to_fix="Add the widgets in the order of their task.",
    limits="A jump may be meant: a person decides.",
    mode=Mode.SEMI,
    needs=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.walk is not None
    place = {node.ref: index for index, node in enumerate(screen.nodes)}
    line = [screen.frame.by_ref.get(stop.focused[0].ref) for stop in screen.walk.forward if stop.focused]
    known = [node for node in line if node is not None]
    turns = 0
    for before, after in pairwise(known):
        if place[after.ref] < place[before.ref]:
            turns += 1  # the way from the last stop round to the first
            if turns > 1:
                yield cant_tell(after, Doubt.ORDER, f"Tab goes from {named(before)} back to {named(after)}")
        elif screen.together(before, after) and stands_before(after, before):
            yield cant_tell(after, Doubt.ORDER, f"Tab goes from {named(before)} up or left to {named(after)}")
        else:
            yield passed(after)
