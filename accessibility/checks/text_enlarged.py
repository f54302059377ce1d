"""TXT-10: larger text is asked for inside the program, and comes at once."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from accessibility.checks.frame import Frame
from accessibility.checks.kinds import TEXTS
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

MOST_STEPS = 2
GROWTH = 1.08
"""A step that nobody sees is none; the smallest of the platforms' own steps is 1.1."""

RULE = Rule(
    id="TXT-10",
    requirement="Two steps from the first screen the text is larger, at once, and as it was when that is undone.",
    requirement_zh="在首页两步之内即可放大文字，立即生效，并可还原。",
    tags=("EN11.7", "EN5.2", "AG1.1", "G14(3)"),
    who=("LV", "O"),
    impact=Impact.SERIOUS,
    help="Who cannot read small text cannot look for the setting that makes it larger.",
    how_to_fix="Offer larger and smaller on every screen, before anybody has signed in, and lay it out at once.",
    limits="The median height of the plain texts that are there both times; buttons may have room to spare. "
    "That the size is kept over a restart is for a test of the settings.",
    needs=frozenset({Need.WISHES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.wished is not None
    wished = screen.wished.enlarged
    before, after, back = (_heights(frame) for frame in (wished.before, wished.after, wished.back))
    both = [ref for ref in before if ref in after]
    if not both:
        return
    growth = median(after[ref] / before[ref] for ref in both)
    evidence = {"measured": round(growth, 2), "limit": GROWTH, "unit": "times as high", "frame": wished.after}
    if growth < GROWTH:
        yield failed(None, f"after {wished.steps} steps to larger text it is {growth:.2f} times as high", **evidence)
    elif wished.steps > MOST_STEPS:
        yield failed(None, f"it takes {wished.steps} steps until the text is larger",
                     measured=float(wished.steps), limit=float(MOST_STEPS), unit="steps")  # fmt: skip
    elif other := [ref for ref in both if back.get(ref) != before[ref]]:
        name = next(node.name for node in wished.before.window.walk() if node.ref == other[0])
        yield failed(None, f"{len(other)} texts are not as they were when larger text was undone: {name!r} was "
                     f"{before[other[0]]} pixels high and is {back.get(other[0])}")  # fmt: skip
    else:
        yield passed(None, f"{growth:.2f} times as high after {wished.steps} steps", **evidence)


def _heights(frame: Frame) -> dict[str, int]:
    """How high each text stands, by reference."""
    leaves = (node for node in frame.window.walk() if node.role in TEXTS and not node.children and node.name)
    return {node.ref: node.bounds[3] for node in leaves if node.bounds is not None and node.bounds[3] > 0}
