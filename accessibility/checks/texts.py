"""The painted texts of a screen, each with its crop: what the rules on contrast, size and clipping look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.checks.kinds import FIELDS, TEXTS, is_disabled, is_text_leaf, shown_text
from accessibility.checks.pixels import Ink, cut, read_ink
from accessibility.checks.screen import Screen, Sight
from accessibility.probe.atspi import Seen

EDGE_DP = 5.0
"""A control's outline and rounded corner are no text: crops of controls leave out so much on each side, in dp."""

HANZI_INK = 0.90
LATIN_INK = 0.72
"""How high the taller glyphs are for a font size of 1: Chinese characters; capitals and figures."""

BLUR = 0.5
"""Anti-aliasing makes a glyph higher by so much, in pixels."""


@dataclass(frozen=True)
class PaintedText:
    """A text node that is seen whole, its words, and its ink."""

    node: Seen
    sight: Sight
    words: str
    ink: Ink

    @property
    def font_size(self) -> float:
        """Estimated in pixels from the height of the lines' ink; 0 without ink. Good to about a tenth."""
        glyphs = [glyph.height for glyph in self.ink.glyphs]
        tall = sorted(height for height in glyphs if height >= 0.5 * max(glyphs))
        if not tall:
            return 0.0
        typical = tall[len(tall) * 3 // 4] - BLUR
        return typical / (HANZI_INK if has_hanzi(self.words) else LATIN_INK)


def painted_texts(screen: Screen) -> Iterator[PaintedText]:
    """Every enabled text node seen whole that should paint words (disabled ones are excused by WCAG 1.4.3)."""
    for node in screen.nodes:
        sight = screen.sight(node)
        if sight is None or not sight.whole or not is_text_leaf(node) or is_disabled(node):
            continue
        words = shown_text(sight.node)
        if not words.strip():
            continue
        ink = read_ink(cut(sight.frame.image, sight.box, inset_of(screen, node)))
        if ink is not None:
            yield PaintedText(sight.node, sight, words, ink)


def inset_of(screen: Screen, node: Seen) -> int:
    """How much of a node's rim is not its text, in pixels."""
    return 0 if node.role in TEXTS - {"alert"} else round(EDGE_DP * screen.density)


def is_field(node: Seen) -> bool:
    """Whether the words are the field's content and not its name."""
    return node.role in FIELDS


def has_hanzi(words: str) -> bool:
    """Whether there is a character of the CJK ideographs' main block."""
    return any("\u4e00" <= char <= "\u9fff" for char in words)
