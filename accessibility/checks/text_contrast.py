"""CON-01: text contrasts with its ground."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.rule import Finding, Impact, Rule
from accessibility.checks.screen import Screen
from accessibility.checks.text_strength import judge

RULE = Rule(
    id="CON-01",
    requirement="Text contrasts with its background by 4.5:1, large text (24 sp and more) by 3:1.",
    requirement_zh="文字与背景的对比度不低于 4.5:1，大字不低于 3:1。",
    tags=("W1.4.3/AA", "EN11.1.4.3~", "AG1.3", "ATF:TextContrastCheck", "AXE:color-contrast"),
    who=("LV", "O", "CB"),
    impact=Impact.SERIOUS,
    help="Faint text cannot be read with low vision, in the sun, or on a poor screen.",
    how_to_fix="Choose theme colours by their ratio; never put opacity on text.",
    limits="Measured on pixels: the ground is the commonest colour of the crop, the text the strongest pixel of its "
    "weakest quarter of glyphs. Text on no flat ground is for a person. Disabled controls are excused (WCAG 1.4.3).",
    tolerance="0.01 of the ratio (ATF)",
)


def check(screen: Screen) -> Iterator[Finding]:
    yield from judge(screen, ordinary=4.5, large=3.0)
