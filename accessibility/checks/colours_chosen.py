"""CON-06: dark, light and high-contrast colours can be chosen while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accessibility.checks.frame import Frame
from accessibility.checks.pixels import cut, ground_of, luminance
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

LEAST = 3
DARK, LIGHT = 0.1, 0.5
"""Relative luminance of a ground on which light, and on which dark text is read."""

RULE = Rule(
    id="CON-06",
    requirement="Three sets of colours or more can be chosen without a restart, dark on light and light on dark among "
    "them.",
    requirement_zh="至少提供三种配色（含深色与浅色背景），切换时无需重启。",
    tags=("EN11.7", "W1.4.8/AAA"),
    who=("LV",),
    impact=Impact.SERIOUS,
    help="White paper dazzles some eyes, and a dark page is unreadable to others; nobody can choose before trying.",
    how_to_fix="Draw every widget from one theme that can be exchanged, and offer it in reach of every screen.",
    limits="Stepped through on the first screen: the most common colour of each, and that the window stayed. That the "
    "texts are readable in each is judged in that look (CON-01, CON-02); the system's own choice is not changed here.",
    needs=frozenset({Need.WISHES}),
)


def check(screen: Screen) -> Iterator[Finding]:
    assert screen.wished is not None
    frames = screen.wished.colours
    if not frames:
        return
    grounds = {_ground(frame): frame for frame in frames}
    count = {"measured": float(len(grounds)), "limit": float(LEAST), "unit": "sets of colours"}
    brightness = [_luminance(ground) for ground in grounds]
    if len({frame.window.ref for frame in frames}) > 1:
        yield failed(None, "with other colours the window was another")
    if len(grounds) < LEAST:
        yield failed(None, f"only {len(grounds)} sets of colours can be chosen", **count)
    elif min(brightness) > DARK:
        yield failed(None, "no set of colours has a dark ground", **count)
    elif max(brightness) < LIGHT:
        yield failed(None, "no set of colours has a light ground", **count)
    else:
        yield passed(None, f"{len(grounds)} sets of colours", **count)


def _ground(frame: Frame) -> tuple[int, int, int]:
    return ground_of(cut(frame.image, (0, 0, *frame.image.size)))[0]


def _luminance(colour: tuple[int, int, int]) -> float:
    return float(luminance(np.asarray(colour, np.uint8)))
