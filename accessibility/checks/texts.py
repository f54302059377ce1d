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
"""How high the ink of a line is for a font size of 1: Chinese characters; capitals and figures alone."""


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
        heights = sorted(self.ink.line_heights)
        if not heights:
            return 0.0
        share = HANZI_INK if has_hanzi(self.words) else _latin_share(self.words)
        return heights[-1] / share if len(heights) < 3 else heights[len(heights) // 2] / share


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


def _latin_share(words: str) -> float:
    return LATIN_INK + (0.21 if any(char in "gjpqy,;()¥" for char in words) else 0.0)
