"""TGT-04: a dialog can be closed by a large button where it is expected."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.frame import Box
from accessibility.checks.kinds import PRESS, named
from accessibility.checks.rule import Doubt, Finding, Impact, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

LIMIT_DP = 44.0

RULE = Rule(
    id="TGT-04",
    requirement="A floating window has a close button of 44 by 44 dp, at the top left, top right or bottom centre.",
    requirement_zh="悬浮窗口的关闭按钮不小于 44×44 dp，位于左上、右上或底部中央。",
    tags=("AG2.4",),
    who=("O", "M"),
    impact=Impact.MODERATE,
    help="Who cannot find the cross is caught in the window.",
    how_to_fix="Put a button named 关闭 (close) into the first row of the dialog.",
    limits="Known by its name; a dialog that is left by its answers has none, which a person judges.",
    tolerance="1 dp; a third of the dialog's width and height for the place",
)

_NAMES = ("关闭", "close", "×", "✕")


def check(screen: Screen) -> Iterator[Finding]:
    dialog = screen.dialog
    if dialog is None or dialog.bounds is None:
        return
    closers = [node for node in dialog.walk() if PRESS & set(node.actions) and _closes(node.name) and node.bounds]
    if not closers:
        yield cant_tell(dialog, Doubt.MAY_BE_MEANT, f"{named(dialog)} has no close button")
    for node in closers:
        assert node.bounds is not None
        side = screen.dp(min(node.bounds[2:]))
        evidence = {"measured": round(side, 1), "limit": LIMIT_DP, "unit": "dp"}
        if side < LIMIT_DP - 1:
            yield failed(node, f"{named(node)} is {side:.0f} dp small", **evidence)
        elif not _expected(node.bounds, dialog.bounds):
            yield failed(node, f"{named(node)} is not in a corner at the top nor at the bottom centre", **evidence)
        else:
            yield passed(node, **evidence)


def _closes(name: str) -> bool:
    return name.strip().casefold().startswith(_NAMES)


def _expected(box: Box, dialog: Box) -> bool:
    """Whether the middle of the box is in one of the three places, each a third of the dialog wide and high."""
    across = (box[0] + box[2] / 2 - dialog[0]) / max(1, dialog[2])
    down = (box[1] + box[3] / 2 - dialog[1]) / max(1, dialog[3])
    return (down <= 1 / 3 and not 1 / 3 < across < 2 / 3) or (down >= 2 / 3 and 1 / 3 <= across <= 2 / 3)
