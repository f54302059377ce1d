"""TGT-05: a press that slides off does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TGT-05",
    requirement="A press can be taken back: pressed, slid off and let go elsewhere, a control does nothing.",
    requirement_zh="按下后滑离再松开不会触发操作，可中途取消。",
    tags=("W2.5.2/A",),
    who=("M", "B", "O"),
    impact=Impact.SERIOUS,
    help="A trembling hand lands on the wrong button, and must be able to leave it.",
    how_to_fix="Act on release and only inside of the control; Kivy's on_release asks always_release to stay off.",
    limits="Tried on the first button and the first choice in sight. Scrolling and the focus may move.",
    needs=frozenset({Need.POINTER}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for slide in screen.slides:
        if slide.change:
            yield failed(slide.node, f"{named(slide.node)} acted although the press slid off it: {slide.change}")
        else:
            yield passed(slide.node)
