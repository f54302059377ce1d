"""SEM-13.group: groups of choices have names."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import is_actionable, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-13.group",
    requirement="A group of choices has a name: the question that they answer.",
    requirement_zh="单选组、列表等选项组有名称。",
    tags=("W1.3.1/A", "W3.3.2/A", "W4.1.2/A"),
    who=("B", "C"),
    impact=Impact.SERIOUS,
    help="“张三, radio button” does not say whether he pays or is paid.",
    how_to_fix="Give the group the question as a11y_name, or tie it to its label with a11y_labelled_by.",
)

_ASKING = frozenset({"radio button", "page tab", "option", "list box"})


def check(screen: Screen) -> Iterator[Finding]:
    for group in screen.nodes:
        members = [child for child in group.children if child.role in _ASKING and is_actionable(child)]
        if len(members) < 2:
            continue
        if group.name.strip():
            yield passed(group)
        else:
            yield failed(group, f"the {group.role} around {named(members[0])} and {len(members) - 1} more has no name")
