"""The painted texts of a screen, each with its crop: what the rules on contrast, size and clipping look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from accessibility.checks.frame import Sight
from accessibility.checks.kinds import TEXTS, is_disabled, is_text_leaf, shown_text
from accessibility.checks.pixels import Ink, cut, read_ink
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

EDGE_DP = 5.0
"""A control's outline and rounded corner are no text: crops of controls leave out so much on each side, in dp."""

FOCUS_REACH_DP = 8.0
"""How far around a focused node its mark may be painted, in dp."""

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


@lru_cache(maxsize=1)
def painted_texts(screen: Screen) -> tuple[PaintedText, ...]:
    """As `_read`, once for all rules."""
    return tuple(_read(screen))


def _read(screen: Screen) -> Iterator[PaintedText]:
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


def beside_focus(screen: Screen, sight: Sight) -> bool:
    """Whether the focus mark of another node may reach into the node's place."""
    reach = round(FOCUS_REACH_DP * screen.density)
    x, y, w, h = sight.box
    for node in sight.frame.window.walk():
        if "focused" in node.states and node.ref != sight.node.ref and node.bounds and not node.children:
            left, top, width, height = node.bounds
            across = min(x + w, left + width + reach) - max(x, left - reach)
            down = min(y + h, top + height + reach) - max(y, top - reach)
            if across > 0 and down > 0:
                return True
    return False


def has_hanzi(words: str) -> bool:
    """Whether there is a character of the CJK ideographs' main block."""
    return any("\u4e00" <= char <= "\u9fff" for char in words)
