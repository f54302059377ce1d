"""A second look at what failed: a screen on a busy machine may have been captured before it was painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from accessibility.audit.judge import Verdict
from accessibility.checks.rule import Doubt, Finding, Outcome

Thing = tuple[str, tuple[str, ...]]
"""Rule and path of roles and names."""


def confirmed(first: Iterable[Verdict], second: Iterable[Verdict]) -> list[Verdict]:
    """The first look's verdicts; a failure that the second look does not repeat becomes a doubt.

    What the second look could not test (the moment of arrival has passed) stays as it was.
    """
    again = list(second)
    untested = {verdict.rule.id for verdict in again if verdict.finding.outcome is Outcome.UNTESTED}
    failures = Counter(_thing(verdict) for verdict in again if verdict.finding.outcome is Outcome.FAILED)
    return [verdict if _stands(verdict, failures, untested) else _doubtful(verdict) for verdict in first]


def _stands(verdict: Verdict, failures: Counter[Thing], untested: set[str]) -> bool:
    if verdict.finding.outcome is not Outcome.FAILED or verdict.rule.id in untested:
        return True
    return failures[_thing(verdict)] > 0


def _doubtful(verdict: Verdict) -> Verdict:
    found = verdict.finding
    message = f"{found.message} (in one of two looks)"
    doubt: Finding = replace(found, outcome=Outcome.CANT_TELL, doubt=Doubt.BUSY, message=message)
    return replace(verdict, finding=doubt)


def _thing(verdict: Verdict) -> Thing:
    return verdict.rule.id, verdict.screen.path(verdict.finding.node)[1:]
