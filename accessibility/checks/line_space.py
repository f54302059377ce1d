"""TXT-07: lines stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accessibility.checks.kinds import TEXTS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import PaintedText, has_hanzi, painted_texts

LIMIT = 1.3
"""AG1.2: from line to line, in font sizes."""

TOLERANCE = 0.9

RULE = Rule(
    id="TXT-07",
    requirement="Lines of a text are 1.3 font sizes apart or more.",
    requirement_zh="段落行距不小于 1.3 倍字号。",
    tags=("AG1.2", "W1.4.8/AAA"),
    who=("LV", "C", "O"),
    impact=Impact.MODERATE,
    help="In tight lines the eye slips into the next one.",
    how_to_fix="Set the label's line_height.",
    limits="Chinese texts of two lines and more, from the height of their ink.",
    tolerance="a tenth",
)


def check(screen: Screen) -> Iterator[Finding]:
    for text in painted_texts(screen):
        space = _space(text)
        if space is None:
            continue
        evidence = {"measured": round(space, 2), "limit": LIMIT, "unit": "font sizes", "frame": text.sight.frame}
        if space >= LIMIT * TOLERANCE:
            yield passed(text.node, **evidence)
        else:
            yield failed(text.node, f"the lines of {named(text.node)} are {space:.2f} font sizes apart", **evidence)


def _space(text: PaintedText) -> float | None:
    """From line to line in font sizes; None for a text of one line or of no known font size."""
    if text.node.role not in TEXTS or not has_hanzi(text.words) or text.font_size == 0:
        return None
    bottoms = [max(glyph.bottom for glyph in line) for line in text.ink.lines
               if max(glyph.height for glyph in line) >= text.font_size / 2]  # fmt: skip
    steps = sorted(after - before for before, after in pairwise(bottoms))
    return steps[len(steps) // 2] / text.font_size if steps else None
