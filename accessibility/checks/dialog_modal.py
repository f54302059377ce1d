"""SEM-17: a dialog takes the focus and hides what is behind it."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import gap

RULE = Rule(
    id="SEM-17",
    requirement="A dialog has a name, holds the focus, and what it covers can be neither read nor reached.",
    requirement_zh="模态对话框有名称、获得焦点，并隐藏其后的内容。",
    tags=("W4.1.2/A", "W2.4.3/A", "W1.3.1/A"),
    who=("B", "M"),
    impact=Impact.CRITICAL,
    help="Keys that go to what is behind press buttons that nobody sees.",
    how_to_fix="Use ModalView, or a11y_modal; the engine moves the focus in and takes what is behind out of the tree.",
    uses=frozenset({Need.STEPS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    dialog = screen.dialog
    if dialog is None:
        return
    inside = {node.ref for node in dialog.walk()}
    focused = [node for node in screen.nodes if "focused" in node.states]
    behind = [node for node in screen.actionable if node.ref not in inside and node.bounds and dialog.bounds
              and gap(node.bounds, dialog.bounds) == 0]  # fmt: skip
    strays = [node for stop in (screen.walk.stops if screen.walk else ()) for node in stop.focused
              if node.ref not in inside]  # fmt: skip
    if not dialog.name.strip():
        yield failed(dialog, "the dialog has no name")
    if focused and focused[0].ref not in inside:
        yield failed(focused[0], f"{named(focused[0])} has the focus, outside of {named(dialog)}")
    if behind:
        yield failed(behind[0], f"{named(behind[0])} can be pressed behind {named(dialog)}")
    if strays:
        yield failed(strays[0], f"the keys lead to {named(strays[0])}, outside of {named(dialog)}")
    if dialog.name.strip() and not behind and not strays and (not focused or focused[0].ref in inside):
        yield passed(dialog)
