"""KBD-08: single characters do nothing outside of fields."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="KBD-08",
    requirement="Printable characters typed outside of a field do nothing, unless the customer has turned that on.",
    requirement_zh="未启用时，单个字符键不会触发操作。",
    tags=("W2.1.4/A", "ACT:ffbc54"),
    who=("SP", "M", "B"),
    impact=Impact.SERIOUS,
    help="Speech input and trembling hands send characters that nobody meant; readers use them to move.",
    how_to_fix="Give shortcuts a modifier or a function key, or a setting that is off at first.",
    limits="Letters and figures, once on each screen, from the first control that is no field.",
    needs=frozenset({Need.TYPING}),
)


def check(screen: Screen) -> Iterator[Finding]:
    typing = screen.typing
    assert typing is not None
    if typing.node is None:
        return
    if typing.change:
        yield failed(typing.node, f"typing {typing.keys!r} on {named(typing.node)} did something: {typing.change}")
    else:
        yield passed(typing.node, f"{typing.keys!r} did nothing")
