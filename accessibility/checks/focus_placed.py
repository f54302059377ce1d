"""KBD-10: the focus is placed sensibly after a change of screen."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import CHOICES, DIALOGS, FIELDS, TEXTS, named
from accessibility.checks.rule import Doubt, Finding, Impact, Need, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-10",
    requirement="After a change of screen the focus is on a heading, a message, the first field, or the first error.",
    requirement_zh="页面变化后焦点位于标题、消息、首个输入项或首个错误处。",
    tags=("W2.4.3/A", "W3.3.1/A"),
    who=("B", "LV", "M"),
    impact=Impact.SERIOUS,
    help="A reader begins to read at the focus; in the middle of nowhere the beginning is missed.",
    how_to_fix="Call screen_changed of the focus manager, or focus the first wrong field.",
    limits="Judged on arrival. The focus on a button may be meant: a person looks.",
    needs=frozenset({Need.ARRIVAL}),
)

_MESSAGES = TEXTS | DIALOGS
_QUESTIONS = FIELDS | CHOICES


def check(screen: Screen) -> Iterator[Finding]:
    if not any("focusable" in node.states for node in screen.nodes):
        return
    focused = next((node for node in screen.nodes if "focused" in node.states), None)
    wrong = [node for node in screen.nodes if "invalid-entry" in node.states and node.role in _QUESTIONS]
    if focused is None:
        yield failed(None, "nothing has the focus after the change of screen")
    elif wrong and focused.role in FIELDS and focused.ref != wrong[0].ref:
        yield failed(focused, f"{named(focused)} has the focus, and the first wrong field is {named(wrong[0])}")
    elif focused.role in _MESSAGES | _QUESTIONS:
        yield passed(focused)
    else:
        yield cant_tell(focused, Doubt.MAY_BE_MEANT, f"{named(focused)} has the focus after the change of screen")
