"""KBD-01.focusable: what can be operated can have the focus."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import is_actionable, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-01.focusable",
    requirement="Every control that can be operated says that it can have the focus.",
    requirement_zh="所有可操作控件均可获得焦点。",
    tags=("W2.1.1/A", "EN11.5.2.13", "AXW:IsKeyboardFocusableShouldBeTrue", "ACC:ActionIsInteractive"),
    who=("B", "M"),
    impact=Impact.CRITICAL,
    help="What cannot have the focus is passed over by keys, switches and readers alike.",
    how_to_fix="Mix FocusableBehavior into the widget.",
    limits="Members of a combo box or menu that follow its active one are not judged. That keys do lead there: KBD-01.",
)

_LED = frozenset({"combo box", "editable combo box", "list box", "menu", "tree"})
"""Roles that may lead their members by telling the active one."""


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if not is_actionable(node) or any(above.role in _LED for above in screen.above(node)):
            continue
        if "focusable" in node.states:
            yield passed(node)
        else:
            yield failed(node, f"{named(node)} can be operated and cannot have the focus")
