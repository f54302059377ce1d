"""TXT-02: the largest text size is large enough."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Doubt, Finding, Impact, Outcome, Rule, cant_tell, failed
from accessibility.checks.screen import Screen
from accessibility.checks.text_size import TOLERANCE, sizes

LIMIT = 30.0

RULE = Rule(
    id="TXT-02",
    requirement="At the largest text size (300 %) the main texts are at least 30 dp.",
    requirement_zh="最大字号（300%）下主要文字不小于 30 dp。",
    tags=("AG1.1",),
    who=("LV", "O"),
    impact=Impact.MODERATE,
    help="The ageing-friendly specification asks for a largest size of 30 dp or more.",
    how_to_fix="Let texts grow with the scale, those of fixed strips too.",
    limits="The typical text of a screen decides; a smaller one may belong to a strip that stays in sight, which a "
    "person judges. Estimated from the height of the ink.",
    tolerance="12 %",
    applies=lambda screen: screen.scale >= 3.0,
)


def check(screen: Screen) -> Iterator[Finding]:
    found = list(sizes(screen, LIMIT))
    measured = sorted(finding.measured or 0.0 for finding in found)
    if not measured:
        return
    typical = measured[(len(measured) - 1) // 2]
    if typical < LIMIT * TOLERANCE:
        message = f"half of the texts are {typical:g} dp or smaller"
        yield failed(None, message, measured=typical, limit=LIMIT, unit="dp")
        return
    for finding in found:
        if finding.outcome is Outcome.FAILED:
            evidence = {"measured": finding.measured, "limit": LIMIT, "unit": "dp", "frame": finding.frame}
            yield cant_tell(finding.node, Doubt.MAY_BE_MEANT, finding.message, **evidence)
        else:
            yield finding
