"""SEM-21: changes are told by events."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-21",
    requirement="A change of focus or state is told by an event, not only found when asked for.",
    requirement_zh="焦点与状态的变化以事件方式通知辅助技术。",
    tags=("EN11.5.2.15", "W4.1.2/A"),
    who=("B",),
    impact=Impact.CRITICAL,
    help="A reader speaks when it is told; it does not keep looking.",
    how_to_fix="Change the widget's own properties; the engine sends the difference.",
    limits="Looked at for the focus and for choices, when the audit moves and chooses them; for the rest see "
    "SEM-21.between.",
    needs=frozenset({Need.DEEDS}),
)


def check(screen: Screen) -> Iterator[Finding]:
    for deed in screen.deeds:
        if not deed.worked or deed.told is None:
            continue
        if deed.told:
            yield passed(deed.node, f"{deed.action} was told")
        else:
            yield failed(deed.node, f"{deed.action} of {named(deed.node)} took effect, and no event told it")
