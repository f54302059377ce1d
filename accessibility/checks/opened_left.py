"""KBD-02.leave: Escape leaves what was opened over the screen, and the focus is where it was opened."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-02.leave",
    requirement="Escape leaves a drop-down, a menu or a list that was opened, and the focus goes back to its opener.",
    requirement_zh="按 Esc 可收起已展开的下拉框、菜单或列表，焦点回到展开它的控件。",
    tags=("W2.1.2/A", "W2.4.3/A", "EN5.1.6.2", "ACT:a1b64e"),
    who=("B", "M"),
    impact=Impact.SERIOUS,
    help="Who opened a list only to hear what is in it must be able to leave it without choosing.",
    how_to_fix="Use Kivy's Spinner or DropDown: the engine closes them by Escape. Of your own, ask keyboard.on_escape.",
    limits="Tried on the first three controls that open something over the screen. For dialogs see SEM-17.leave; a "
    "branch of a tree opens in its place and is closed by the left arrow.",
    needs=frozenset({Need.HOLDING}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for opened in screen.opened or ():
        if not opened.closed:
            yield failed(opened.node, f"{named(opened.node)} was opened, and Escape did not close it")
        elif opened.focused is None:
            yield failed(opened.node, f"nothing has the focus after Escape closed {named(opened.node)}")
        elif opened.focused.ref != opened.node.ref:
            yield failed(opened.focused, f"the focus went to {named(opened.focused)}, not back to {named(opened.node)}")
        else:
            yield passed(opened.node, "Escape closed it, and the focus went back")
