"""TIM-06: what moves by itself can be stopped."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accessibility.checks.film import BLOCK, flicker
from accessibility.checks.kinds import FIELDS
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Need, Rule, cant_tell, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TIM-06",
    requirement="Nothing moves, blinks or updates by itself, or it can be paused.",
    requirement_zh="自动移动、闪烁、更新的内容可以暂停或停止。",
    tags=("W2.2.2/A", "EN11.2.2.2~"),
    who=("C", "LV", "B"),
    impact=Impact.MODERATE,
    help="Whatever moves beside the text takes the eyes away from it.",
    how_to_fix="Stop after five seconds, or give it a button; follow the setting for reduced motion.",
    limits="A second or so of each screen at rest. The caret of the field that has the focus may blink. Whether what "
    "moves can be stopped is for a person.",
    mode=Mode.SEMI,
    needs=frozenset({Need.FILM}),
)


def check(screen: Screen) -> Iterator[Finding]:
    if not screen.nodes:
        return
    moved = flicker(screen).moved.copy()
    for node in screen.nodes:
        if node.role in FIELDS and "focused" in node.states and node.bounds is not None:
            x, y, width, height = (max(0, part) for part in node.bounds)
            moved[y // BLOCK : (y + height) // BLOCK + 1, x // BLOCK : (x + width) // BLOCK + 1] = False
    count = int(np.count_nonzero(moved))
    evidence = {"measured": float(count), "limit": 0.0, "unit": f"squares of {BLOCK} px"}
    if count == 0:
        yield passed(None, **evidence)
        return
    row, column = (int(part[0]) for part in np.nonzero(moved))
    where = f"near {column * BLOCK}, {row * BLOCK}"
    yield cant_tell(None, Doubt.MOVES, f"something moves {where} while nothing is done", **evidence)
