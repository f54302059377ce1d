"""SEM-23: the text of fields can be read."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import FIELDS, named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-23",
    requirement="The text of a field, its caret and its selection can be read, and agree with each other.",
    requirement_zh="输入框的文字、光标与选区可被读取且一致。",
    tags=("EN11.5.2.10", "EN11.5.2.14"),
    who=("B", "LV"),
    impact=Impact.CRITICAL,
    help="Without the caret a reader cannot say the character that is about to be deleted.",
    how_to_fix="Use a TextInput: the engine tells its lines, caret and selection.",
    limits="The text interface; what a reader makes of it is heard in the journeys.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role in FIELDS and ("editable" in node.states or node.text is not None):
            lack = _lack(node)
            yield failed(node, f"{named(node)} {lack}") if lack else passed(node)


def _lack(node: Seen) -> str:
    if node.text is None:
        return "gives no text to read"
    length = len(node.text)
    if "focused" in node.states and (node.caret is None or not 0 <= node.caret <= length):
        return f"has its caret at {node.caret} in {length} characters"
    if any(not 0 <= start <= end <= length for start, end in node.selections):
        return f"has a selection outside of its {length} characters"
    if "single-line" in node.states and "\n" in node.text:
        return "has one line and holds a line break"
    return ""
