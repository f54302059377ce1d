"""TXT-12: every character has a glyph."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accessibility.checks.kinds import CHECKABLE, TEXTS, named
from accessibility.checks.pixels import Glyph, Ink
from accessibility.checks.rule import Doubt, Finding, Impact, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import PaintedText, painted_texts

RULE = Rule(
    id="TXT-12",
    requirement="The font has a glyph for every character that is shown: no boxes in their place.",
    requirement_zh="字体包含所显示的全部字符，不出现方框等缺字。",
    tags=("AG1.1",),
    who=("LV", "O"),
    impact=Impact.SERIOUS,
    help="A box in a name is no name: whoever has to be sure of it before he goes on cannot be.",
    how_to_fix="Choose a font that has the character, or one to fall back on for rare ones.",
    limits="Seen are boxes with a whole rim, as most fonts draw what they lack, beyond those that the words themselves "
    "hold (口, 国, 田). A font that leaves a gap instead is not noticed. In controls a box may be a picture.",
    tolerance="a tenth of each side of the box",
)

ENCLOSED = frozenset("口囗日曰目田由甲申四回囚因团囤园困围固国图囿圃圈圆圉圜囡囫囵囷囹囝囟囱囧凹凸亘旦且皿血贝见□■▢▣")
"""Characters that may have a rim of their own."""

_RIM = 0.9
"""So much of each side is ink."""

_LEAST = 8
"""Pixels: smaller things are dots and dashes."""


def check(screen: Screen) -> Iterator[Finding]:
    for text in painted_texts(screen):
        if text.node.role in CHECKABLE or not text.ink.is_flat:
            continue  # what is chosen paints a box of its own
        boxes = sum(_is_box(text.ink, glyph) for glyph in text.ink.glyphs)
        known = sum(char in ENCLOSED for char in text.words)
        yield _judge(text, boxes - known)


def _judge(text: PaintedText, missing: int) -> Finding:
    if missing <= 0:
        return passed(text.node)
    evidence: dict[str, object] = {"measured": float(missing), "limit": 0.0, "unit": "boxes", "frame": text.sight.frame}
    message = f"{named(text.node)} shows {missing} boxes that are none of its characters"
    if text.node.role in TEXTS:
        return failed(text.node, message, **evidence)
    return cant_tell(text.node, Doubt.MAY_BE_MEANT, message, **evidence)


def _is_box(ink: Ink, glyph: Glyph) -> bool:
    """Whether all four sides are drawn from end to end, with something else than ink between them."""
    if glyph.width < _LEAST or glyph.height < _LEAST or not 0.3 <= glyph.width / glyph.height <= 1.6:
        return False
    part = ink.contrast[glyph.top : glyph.bottom, glyph.left : glyph.right]
    strong = part >= max(2.0, 0.5 * glyph.peak)
    depth = max(2, min(strong.shape) // 10)
    sides = (strong[:depth].T, strong[-depth:].T, strong[:, :depth], strong[:, -depth:])
    return all(float(np.mean(side.any(axis=1))) >= _RIM for side in sides) and float(strong.mean()) < 0.7
