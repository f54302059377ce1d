"""TXT-09: lines are not too long."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import TEXTS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import has_hanzi, painted_texts

HANZI, OTHERS = 40.0, 80.0
"""WCAG 1.4.8: characters in a line."""

HALF = 0.5
"""A Latin letter takes about half a font size."""

TOLERANCE = 1.1

RULE = Rule(
    id="TXT-09",
    requirement="A line holds at most 40 Chinese characters or 80 others.",
    requirement_zh="每行不超过 40 个汉字或 80 个其他字符。",
    tags=("W1.4.8/AAA",),
    who=("LV", "C"),
    impact=Impact.MINOR,
    help="At the end of a long line the eye does not find the next one.",
    how_to_fix="Give the column of text a greatest width.",
    limits="Estimated from the width of the ink and the font size. That text is not justified is not looked at.",
    tolerance="a tenth",
)


def check(screen: Screen) -> Iterator[Finding]:
    for text in painted_texts(screen):
        if text.node.role not in TEXTS or text.font_size == 0 or len(text.ink.lines) < 2:
            continue
        hanzi = has_hanzi(text.words)
        limit = HANZI if hanzi else OTHERS
        widest = max(line[-1].right - line[0].left for line in text.ink.lines)
        count = widest / (text.font_size * (1.0 if hanzi else HALF))
        evidence = {"measured": round(count, 1), "limit": limit, "unit": "characters a line",
                    "frame": text.sight.frame}  # fmt: skip
        if count <= limit * TOLERANCE:
            yield passed(text.node, **evidence)
        else:
            yield failed(text.node, f"{named(text.node)} has about {count:.0f} characters in a line", **evidence)
