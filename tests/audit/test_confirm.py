"""A failure counts when a second look finds it too."""

from __future__ import annotations

from dataclasses import replace

from accessibility.audit.confirm import confirmed
from accessibility.audit.judge import Verdict, judge
from accessibility.checks.rule import Doubt, Outcome
from accessibility.checks.screen import Screen
from tests.audit.made_results import RULES, screen


def of(rule: str, made: Screen) -> list[Verdict]:
    return [verdict for verdict in judge(RULES, made) if verdict.rule.id == rule]


def test_what_fails_twice_fails() -> None:
    (verdict,) = confirmed(of("SEM-01", screen()), of("SEM-01", screen()))
    assert verdict.finding.outcome is Outcome.FAILED


def test_what_fails_once_is_for_a_person() -> None:
    (verdict,) = confirmed(of("SEM-01", screen()), of("SEM-01", screen(button="转账")))
    assert (verdict.finding.outcome, verdict.finding.doubt) == (Outcome.CANT_TELL, Doubt.BUSY)


def test_what_cannot_be_looked_at_again_stays() -> None:
    arrived = replace(screen(), arrived=True)
    (verdict,) = confirmed(of("KBD-10", arrived), of("KBD-10", screen()))
    assert verdict.finding.outcome is Outcome.FAILED


def test_what_passed_is_not_judged_again() -> None:
    (verdict,) = confirmed(of("SEM-13", screen()), of("SEM-13", screen()))
    assert verdict.finding.outcome is Outcome.PASSED
