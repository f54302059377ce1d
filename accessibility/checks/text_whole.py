"""TXT-01: text is whole at every size."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.frame import Sight
from accessibility.checks.kinds import FIELDS, TEXTS, is_text_leaf, named, shown_text
from accessibility.checks.pixels import VISIBLE, Ink
from accessibility.checks.rule import Doubt, Finding, Impact, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import PaintedText, beside_focus, inset_of, painted_texts

RULE = Rule(
    id="TXT-01",
    requirement="At every text size each text is whole, inside the window or reached by scrolling down.",
    requirement_zh="字体放大后内容不丢失、不截断。",
    tags=("W1.4.4/AA", "W1.4.10/AA", "EN11.1.4.4.1~", "EN4.2.2", "AG1.1", "G14(2)", "G14(3)"),
    who=("LV", "O"),
    impact=Impact.SERIOUS,
    help="Who enlarges text must not lose an amount or a button by it.",
    how_to_fix="Let text wrap and its widget grow with it; put the page into a vertical ScrollView.",
    limits="Cut glyphs are seen where ink runs into the edge of a plain text; shortened ones by how wide the ink is "
    "for so many Chinese characters. A button may be told more than it paints, so it is judged by its place alone. "
    "A text that the focus mark of its neighbour touches is not judged for cut glyphs.",
    tolerance="2 px of ink at an edge; a quarter of the expected width",
)

_EDGE_INK = 3
"""Pixels of strong ink in the outermost row or column that mean a cut glyph."""

_SHORTENED = 0.6
_DOUBTFUL = 0.75


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if not is_text_leaf(node) or not shown_text(node).strip():
            continue
        sight = screen.sight(node)
        if not screen.pages:
            continue
        if problem := _out_of_reach(screen, sight, node.bounds):
            yield failed(node, f"{named(node)} {problem}")
        elif sight is not None and not sight.whole:
            yield cant_tell(node, Doubt.LARGER_THAN_VIEW, f"{named(node)} is never seen whole", frame=sight.frame)
    for text in painted_texts(screen):
        yield _whole(screen, text)


def _out_of_reach(screen: Screen, sight: Sight | None, bounds: tuple[int, int, int, int] | None) -> str:
    """Why the text cannot be brought into sight; "" when it can."""
    if bounds is None:
        return "has no place on the screen"
    x, _y, width, height = bounds
    if x < -1 or x + width > screen.size[0] + 1:
        return f"goes from {x} to {x + width} px in a window {screen.size[0]} px wide"
    if sight is None:
        return "cannot be scrolled into sight"
    if not sight.whole and height <= screen.size[1] / 2:
        return "cannot be scrolled into sight as a whole"
    return ""


def _whole(screen: Screen, text: PaintedText) -> Finding:
    evidence: dict[str, object] = {"frame": text.sight.frame}
    if text.node.role not in FIELDS:
        tight = inset_of(screen, text.node) == 0 and not beside_focus(screen, text.sight)
        cut_at = _cut_edge(text.ink, tight)
        if cut_at:
            side, count = cut_at
            evidence |= {"measured": float(count), "limit": float(_EDGE_INK), "unit": "px of ink at the edge"}
            if count >= 3 * _EDGE_INK:
                return failed(text.node, f"{named(text.node)} is cut at the {side}", **evidence)
            return cant_tell(text.node, Doubt.TOUCHES_EDGE, f"{named(text.node)} touches its {side} edge", **evidence)
        share = _painted_share(text) if text.node.role in TEXTS else None
        if share is not None and share < _DOUBTFUL:
            evidence |= {"measured": share, "limit": _DOUBTFUL, "unit": "of the expected width"}
            if share < _SHORTENED:
                return failed(text.node, f"{named(text.node)}: less text is painted than told", **evidence)
            return cant_tell(
                text.node, Doubt.NOT_PAINTED_WHOLE, f"{named(text.node)}: perhaps less is painted than told", **evidence
            )
    return passed(text.node, **evidence)


def _cut_edge(ink: Ink, tight: bool) -> tuple[str, int] | None:
    """The side at which strong ink runs into the rim, and how many pixels of it."""
    if not ink.glyphs or not ink.is_flat or not tight:
        return None
    strong = max(VISIBLE, 0.5 * float(ink.contrast.max()))
    rims = {
        "left": ink.contrast[:, 0],
        "right": ink.contrast[:, -1],
        "top": ink.contrast[0],
        "bottom": ink.contrast[-1],
    }
    for side, rim in rims.items():
        count = int((rim >= strong).sum())
        if count >= _EDGE_INK:
            return side, count
    return None


def _painted_share(text: PaintedText) -> float | None:
    """Width of the painted ink for that expected of the words; None where it cannot be known."""
    hanzi = sum(1 for char in text.words if "\u4e00" <= char <= "\u9fff")
    if hanzi < 4 or text.font_size == 0:
        return None
    painted = sum(line[-1].right - line[0].left for line in text.ink.lines)
    return painted / ((hanzi - 1) * text.font_size)
