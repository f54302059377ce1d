"""TXT-14: what appears under the pointer can be pointed at, and goes when Escape is pressed."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TXT-14",
    requirement="A hint that appears under the pointer stays while the pointer is on it, and Escape hides it.",
    requirement_zh="悬停出现的提示可移入、可保持，并可用 Esc 关闭。",
    tags=("W1.4.13/AA",),
    who=("LV", "M"),
    impact=Impact.MODERATE,
    help="Under a magnifier a hint is larger than the view: one must be able to move over it, and to be rid of it.",
    how_to_fix="Hide it when the pointer has left both the control and the hint, and on Escape.",
    limits="Tried on the first three controls in sight, a second each.",
    needs=frozenset({Need.MIXING}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for hover in screen.hovers or ():
        what = f"{named(hover.shown)}, which appears over {named(hover.node)},"
        if not hover.stays:
            yield failed(hover.node, f"{what} goes when the pointer moves onto it")
        elif not hover.hidden:
            yield failed(hover.node, f"{what} is not hidden by Escape")
        else:
            yield passed(hover.node)
