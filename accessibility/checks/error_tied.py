"""TRX-02: an error is told with its field."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="TRX-02",
    requirement="What is wrong with a field is told with it, in words: in its description or by a relation.",
    requirement_zh="出错的输入项以文字说明错误，并与该项关联。",
    tags=("W3.3.1/A", "EN5.1.3.15", "AG1.4", "ACT:36b590"),
    who=("B", "D", "C", "CB"),
    impact=Impact.CRITICAL,
    help="“Invalid” alone, or a red edge alone, does not say what to do.",
    how_to_fix="Give the text of the error to a11y_invalid of the field.",
    limits="Judged where the platform tells the field as invalid. That the words help is for a person.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if "invalid-entry" not in node.states and "error-message" not in node.relations:
            continue
        words = _words(screen, node)
        if not words:
            yield failed(node, f"{named(node)} is wrong, and nothing says why")
        elif words == node.name.strip():
            yield failed(node, f"{named(node)} is wrong, and only its name is told with it")
        else:
            yield passed(node, words)


def _words(screen: Screen, node: Seen) -> str:
    """What is told of the error: the related texts, else the description."""
    tied = (*screen.related(node, "error-message"), *screen.related(node, "described-by"))
    told = " ".join((other.name or other.text or "").strip() for other in tied).strip()
    return told or node.description.strip() or node.attributes.get("errormessage", "").strip()
