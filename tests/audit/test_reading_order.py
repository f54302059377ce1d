"""SEM-12: what comes and goes between two readings is no other order of the rest."""

from __future__ import annotations

from dataclasses import replace

from accessibility.audit.judge import findings
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import Outcome
from tests.audit.cases.table import node, screen

RULE = next(loaded for loaded in load_rules() if loaded.rule.id == "SEM-12")


def outcome(*readings: tuple[str, ...]) -> Outcome:
    shown = screen(node("label", "first"), node("label", "second"))
    return findings(RULE, replace(shown, rereads=readings))[0].outcome


def test_a_message_that_came_in_between_is_no_other_order() -> None:
    assert outcome(("a", "b", "c"), ("a", "message", "b", "c"), ("a", "b", "c")) is Outcome.PASSED


def test_two_that_changed_places_are_one_with_a_message_too() -> None:
    assert outcome(("a", "b", "c"), ("message", "a", "c", "b")) is Outcome.FAILED
