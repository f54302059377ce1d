"""Every rule on screens made by hand: no window, no bus, milliseconds."""

from __future__ import annotations

import pytest

from accessibility.audit.judge import findings
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import Outcome
from tests.audit.cases.everything import ALL
from tests.audit.cases.table import Case

RULES = {loaded.rule.id: loaded for loaded in load_rules()}


@pytest.mark.parametrize("case", ALL, ids=[f"{case.name}-{case.rule}-{case.outcome}" for case in ALL])
def test_rule_on_a_made_screen(case: Case) -> None:
    """A rule says what the screen was made for; what passes has no other verdict, and doubt is no failure."""
    found = findings(RULES[case.rule], case.build())
    got = {finding.outcome for finding in found}
    said = "\n".join(f"{f.outcome} {f.message} {f.measured} {f.unit}" for f in found)
    assert Outcome(case.outcome) in got, said
    if case.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
        assert len(got) == 1, said
    if case.outcome == Outcome.CANT_TELL:
        assert Outcome.FAILED not in got, said
    assert Outcome.ERROR not in got, said
