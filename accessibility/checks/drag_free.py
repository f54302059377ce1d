"""TGT-06: nothing has to be dragged or swiped."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import RANGES, is_actionable, is_disabled, named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="TGT-06",
    requirement="What can be dragged has steps as well, and what is out of sight comes without a swipe.",
    requirement_zh="凡可拖动的控件都另有增减操作；屏幕外的内容无需滑动手势即可到达。",
    tags=("W2.5.1/A", "W2.5.7/AA", "EN5.5.1"),
    who=("M", "B", "O"),
    impact=Impact.SERIOUS,
    help="A slider captcha or a list that only a finger moves shuts out everybody without a steady one.",
    how_to_fix="Offer increment and decrement, and scroll to what takes the focus or is asked for.",
    limits="Steps are done in SEM-06. Gestures that a program does not tell of cannot be found from outside, nor can "
    "shaking and tilting.",
    uses=frozenset({Need.DEEDS, Need.PAGES}),
)

_DRAGGED = (RANGES - {"scroll bar"}) | {"separator", "split pane"}
_STEPS = frozenset({"increment", "decrement"})


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role in _DRAGGED and not is_disabled(node) and "focusable" in node.states:
            if set(node.actions) >= _STEPS:
                yield passed(node)
            else:
                yield failed(node, f"{named(node)} can be dragged and offers no steps, only {list(node.actions)}")
        elif node.ref in screen.scrolled and is_actionable(node) and screen.pages:
            if screen.sight(node) is None:
                yield failed(node, f"{named(node)} did not come into sight when it was asked to")
            else:
                yield passed(node)
