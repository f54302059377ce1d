"""TIM-07: nothing flashes."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.film import flicker
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

LIMIT = 3.0

RULE = Rule(
    id="TIM-07",
    requirement="Nothing flashes more than three times in a second.",
    requirement_zh="每秒闪烁不超过三次。",
    tags=("W2.3.1/A", "W2.3.2/AAA", "EN11.2.3.1~", "EN4.2.9"),
    who=("PS",),
    impact=Impact.CRITICAL,
    help="Flashing can bring on a seizure.",
    how_to_fix="Show what is urgent by words and a steady mark; blink at most three times in a second, or not at all.",
    limits="A second or so of each screen at rest, by squares of 32 px; any area counts (the enhanced level), red is "
    "not judged apart, and flashing faster than the pictures are taken is not seen.",
    needs=frozenset({Need.FILM}),
)


def check(screen: Screen) -> Iterator[Finding]:
    if not screen.nodes:
        return
    found = flicker(screen)
    worst = float(found.flashes.max(initial=0.0))
    evidence = {"measured": round(worst, 2), "limit": LIMIT, "unit": "flashes a second"}
    if worst > LIMIT and int(found.turns.max()) > 2 * LIMIT * min(1.0, screen.film_seconds):
        yield failed(None, f"something flashes {worst:.1f} times in a second", **evidence)
    else:
        yield passed(None, **evidence)
