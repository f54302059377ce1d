"""SEM-17.leave: Escape leaves a dialog, and the focus goes back to where it was."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Doubt, Finding, Impact, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen


def _has_dialog(screen: Screen) -> bool:
    return screen.dialog is not None


RULE = Rule(
    id="SEM-17.leave",
    requirement="Escape leaves a dialog, and the focus goes back to what had it before.",
    requirement_zh="按 Esc 可离开对话框，焦点回到打开前的位置。",
    tags=("W2.1.2/A", "W2.4.3/A", "EN5.1.6.2", "ACT:a1b64e"),
    who=("B", "M", "LV"),
    impact=Impact.SERIOUS,
    help="A dialog that no key closes is a trap; one that loses the focus sends its user to the beginning.",
    how_to_fix="Open it as a ModalView that may be dismissed: the engine closes it by Escape and gives the focus back.",
    limits="Escape is pressed when everything else has been looked at. Where the dialog was opened from a screen that "
    "has gone, a person looks at where the focus went.",
    needs=frozenset({Need.LEAVING}),
    applies=_has_dialog,
)


def check(screen: Screen) -> Iterator[Finding]:
    left = screen.leaving
    assert left is not None
    if not left.went:
        yield failed(left.dialog, f"{named(left.dialog)} did not go when Escape was pressed")
    elif left.focused is None:
        yield failed(left.dialog, f"nothing has the focus after {named(left.dialog)} went")
    elif left.opener is None:
        where = f"{named(left.focused)} has the focus after {named(left.dialog)} went"
        yield cant_tell(left.focused, Doubt.MAY_BE_MEANT, where)
    elif left.focused.ref == left.opener.ref:
        yield passed(left.dialog, f"the focus went back to {named(left.opener)}")
    else:
        yield failed(left.focused, f"the focus went to {named(left.focused)}, and had been on {named(left.opener)}")
