"""SEM-01: every control has a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen

RULE = Rule(
    id="SEM-01",
    requirement="Every control a user can operate has a non-empty accessible name.",
    requirement_zh="每个可操作的控件都有名称。",
    tags=("W4.1.2/A", "W1.1.1/A", "EN11.4.1.2.1", "EN11.5.2.5", "G14(3)"),
    who=("B", "SP", "M"),
    impact=Impact.CRITICAL,
    help="A control without a name is read as its role alone: the listener cannot know what it does.",
    how_to_fix="Give the widget a text or an a11y_name; a name of an icon font's characters or of punctuation is none.",
    limits="Says that there is a name, not that the name is good.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.actionable:
        letters = sum(1 for char in node.name if _speaks(char))
        verdict = passed if letters else failed
        message = "" if letters else f"{named(node)} has no name that can be spoken"
        yield verdict(node, message, measured=float(letters), limit=1.0, unit="speakable characters")


def _speaks(char: str) -> bool:
    """Letters, figures and symbols (+, ¥) are spoken; white space, punctuation and private use are not."""
    return unicodedata.category(char)[0] in "LNS"
