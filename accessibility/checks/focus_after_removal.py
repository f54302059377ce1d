"""KBD-10.gone: when what has the focus goes away, the focus stays near."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import DIALOGS, TEXTS, named
from accessibility.checks.rule import Doubt, Finding, Impact, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-10.gone",
    requirement="When what has the focus is deleted or hidden, the focus goes to a neighbour, a heading or a message.",
    requirement_zh="获得焦点的项目被删除或隐藏后，焦点移到邻近项目、标题或消息上，不会丢失。",
    tags=("W2.4.3/A", "W3.2.1/A"),
    who=("B", "LV", "M"),
    impact=Impact.SERIOUS,
    help="Who deletes an entry of a list and is set back to the top has to find the place again, for each entry.",
    how_to_fix="Leave it to the engine, which goes to the neighbour, or call focus.focus for what comes next.",
    limits="Judged where, from one look to the next, the focused thing went and title and headings stayed. The focus "
    "far away may be meant: a person looks.",
)


def check(screen: Screen) -> Iterator[Finding]:
    gone = screen.removal
    if gone is None:
        return
    focused = next((node for node in screen.nodes if "focused" in node.states), None)
    if focused is None:
        yield failed(None, f"nothing has the focus after {named(gone.node)} went away")
    elif focused.role in TEXTS | DIALOGS:
        yield passed(focused)
    elif gone.around is not None and any(node.ref == focused.ref for node in gone.around.walk()):
        yield passed(focused, f"beside {named(gone.node)}, which went away")
    else:
        where = f"{named(focused)} has the focus after {named(gone.node)} went away"
        yield cant_tell(focused, Doubt.MAY_BE_MEANT, where)
