"""SEM-09: fields are tied to their visible labels."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import FIELDS, TEXTS, named
from accessibility.checks.rule import Doubt, Finding, Impact, Mode, Rule, cant_tell, failed, passed
from accessibility.checks.screen import Screen
from accessibility.checks.target_size import gap
from accessibility.probe.seen import Seen

NEAR_DP = 48.0
"""So far above or to the left of a field its label may stand, in dp."""

RULE = Rule(
    id="SEM-09",
    requirement="A field is tied to its visible label: by a relation, or by having the label's words in its name.",
    requirement_zh="输入框与其可见标签相关联。",
    tags=("W1.3.1/A", "W3.3.2/A", "EN11.5.2.8", "ACC:HasLabelName", "ACC:ReciprocalRelations"),
    who=("B", "C"),
    impact=Impact.SERIOUS,
    help="A reader in the field says what it is for only when the two are tied.",
    how_to_fix="Set a11y_labelled_by to the label, or give the field the label's words as a11y_name.",
    limits="A label that is painted but not in the tree cannot be compared here: a person looks.",
    mode=Mode.SEMI,
)


def check(screen: Screen) -> Iterator[Finding]:
    for node in screen.nodes:
        if node.role not in FIELDS:
            continue
        refs = node.relations.get("labelled-by", ())
        labels = screen.related(node, "labelled-by")
        if refs and not any((label.name or label.text or "").strip() for label in labels):
            yield failed(node, f"{named(node)} is tied to a label without words, or that is gone")
        elif labels or any(_plain(text.name) in _plain(node.name) for text in _beside(screen, node)):
            yield passed(node)
        else:
            yield cant_tell(node, Doubt.NO_LABEL, f"no text beside {named(node)} is part of its name")


def _beside(screen: Screen, field: Seen) -> Iterator[Seen]:
    """Texts with words just above the field or to its left."""
    for node in screen.nodes:
        if node.role in TEXTS and _plain(node.name) and node.bounds and field.bounds:
            before = node.bounds[1] < field.bounds[1] + field.bounds[3] and node.bounds[0] <= field.bounds[0] + 1
            if before and screen.dp(gap(node.bounds, field.bounds)) <= NEAR_DP:
                yield node


def _plain(words: str) -> str:
    """Without marks of punctuation, stars for required fields, white space or case."""
    return "".join(char for char in words.casefold() if char.isalnum())
