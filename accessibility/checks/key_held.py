"""KBD-12: a key that is held down acts once."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-12",
    requirement="Enter or Space held down acts once, however long it is held.",
    requirement_zh="按住回车键或空格键不放时，只触发一次操作。",
    tags=("EN5.7", "EN5.8"),
    who=("M", "O"),
    impact=Impact.SERIOUS,
    help="A hand that cannot let go in time would press again and again: on, off, on, or a payment twice.",
    how_to_fix="Let the engine press: it takes no repeated key for a press. Do not bind on_key_down for that.",
    limits="Held for 1.2 s on the first box or switch of the screen. Typed letters may repeat: the platform says how. "
    "Two presses that follow each other fast are not judged.",
    needs=frozenset({Need.HOLDING}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for held in screen.held or ():
        if held.times == 1:
            yield passed(held.node, f"{held.key} held down acted once")
        else:
            times = "did nothing" if held.times == 0 else f"acted {held.times} times"
            yield failed(held.node, f"{held.key} held down on {named(held.node)} {times}",
                         measured=float(held.times), limit=1.0, unit="times")  # fmt: skip
