"""CON-05: what is painted faint is disabled, and what is disabled is painted so."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from accessibility.checks.kinds import OPERABLE, is_disabled, named
from accessibility.checks.pixels import cut, read_ink, strength
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.texts import inset_of
from accessibility.probe.seen import Seen

RULE = Rule(
    id="CON-05",
    requirement="Controls that look disabled are told as disabled, and those that are disabled look so.",
    requirement_zh="外观置灰的控件在无障碍树中标为不可用，不可用的控件外观亦应可辨。",
    tags=("W1.4.3/AA", "ACT:afw4f7"),
    who=("B", "LV", "C"),
    impact=Impact.MODERATE,
    help="Eyes and ears must agree on what can be pressed; only what is told as disabled may be faint.",
    how_to_fix="Set `disabled` of the widget, and let the style paint it fainter than what can be used.",
    limits="Compared with the enabled controls of the same role on the screen, by the contrast of their words. What is "
    "disabled and not fainter may be marked in another way: a person looks.",
    tolerance="a fifth of the contrast",
    mode=Mode.SEMI,
)

FAINT = 3.0
"""A contrast below this is faint where the others have half as much again."""

_FAINTER = 0.8


def check(screen: Screen) -> Iterator[Finding]:
    painted = [(node, contrast) for node in screen.nodes if (contrast := _contrast(screen, node)) is not None]
    for role in sorted({node.role for node, _ in painted}):
        usable = [contrast for node, contrast in painted if node.role == role and not is_disabled(node)]
        if usable:
            typical = statistics.median_high(usable)
            yield from (_judge(node, contrast, typical) for node, contrast in painted if node.role == role)


def _judge(node: Seen, contrast: float, typical: float) -> Finding:
    evidence: dict[str, object] = {"measured": round(contrast, 2), "limit": round(_FAINTER * typical, 2), "unit": ":1"}
    if is_disabled(node):
        if contrast <= _FAINTER * typical:
            return passed(node, **evidence)
        return cant_tell(
            node, Doubt.MAY_BE_MEANT, f"{named(node)} is disabled and as strong as what is not", **evidence
        )
    if contrast < FAINT and typical >= 1.5 * FAINT:
        return failed(node, f"{named(node)} looks disabled beside others of its kind, and is not", **evidence)
    return passed(node, **evidence)


def _contrast(screen: Screen, node: Seen) -> float | None:
    """Of the words of a control that is seen whole; None where there are none to measure."""
    sight = screen.sight(node)
    if node.role not in OPERABLE or not node.name.strip() or sight is None or not sight.whole:
        return None
    ink = read_ink(cut(sight.frame.image, sight.box, inset_of(screen, node)))
    return strength(ink) if ink is not None and ink.is_flat else None
