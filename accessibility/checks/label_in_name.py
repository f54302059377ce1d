"""SEM-10: the visible label is contained in the name."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-10",
    requirement="The name of a control contains the words of the label that the platform ties it to.",
    requirement_zh="控件名称包含其可见标签的文字。",
    tags=("W2.5.3/A", "ACT:2ee8b8", "AXE:label-content-name-mismatch"),
    who=("SP", "M", "B"),
    impact=Impact.SERIOUS,
    help="Who speaks to the machine says what is written; another name is not found by it.",
    how_to_fix="Begin the name with the label's words, or leave the name to the label.",
    limits="Judged where a label is tied to the control; words painted inside a button are its name already.",
    tolerance="punctuation, spaces and case",
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        for label in screen.related(node, "labelled-by"):
            words = _plain(label.name or label.text or "")
            if not words:
                continue
            if words in _plain(node.name):
                yield passed(node)
            else:
                yield failed(node, f"{named(node)} does not contain its label {label.name or label.text!r}")


def _plain(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
