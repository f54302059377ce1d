"""Every rule on real Kivy screens, seen through AT-SPI and on pixels: passed, failed and left alone."""

from __future__ import annotations

import pytest

from accessibility.audit.capture import capture
from accessibility.audit.judge import findings
from accessibility.audit.plan import Look
from accessibility.audit.window import DeskWindow
from accessibility.checks.registry import load_rules
from accessibility.checks.rule import Mode, Need, Outcome
from accessibility.checks.screen import Screen
from tests.audit.cases.everything import ALL
from tests.audit.conftest import Studio
from tests.audit.fixtures.changes import FOUND_BY
from tests.audit.fixtures.screens import FIXTURES
from tests.audit.fixtures.table import Fixture

RULES = {loaded.rule.id: loaded for loaded in load_rules()}
CASES = [(fixture, rule, outcome) for fixture in FIXTURES.values() for rule, outcome in fixture.expectations.items()]
VERDICTS = {Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL}


def needs(fixture: Fixture) -> frozenset[Need]:
    """What the capture must hold for the rules that look at the fixture."""
    wanted = [RULES[rule].rule.needs | RULES[rule].rule.uses for rule in fixture.expectations]
    return frozenset().union(*wanted)


def outcomes(rule: str, screen: Screen) -> tuple[set[Outcome], str]:
    """The outcomes that a rule gives on a screen, and its words."""
    found = findings(RULES[rule], screen)
    said = "\n".join(f"{f.outcome} {f.message} {f.measured} {f.unit}" for f in found)
    return {f.outcome for f in found}, said + "\n" + screen.window.outline()


@pytest.mark.screen
@pytest.mark.parametrize(("fixture", "rule", "outcome"), CASES, ids=[f"{f.name}-{r}-{o}" for f, r, o in CASES])
def test_rule_on_its_fixture(studio: Studio, fixture: Fixture, rule: str, outcome: str) -> None:
    """A rule says of a fixture what the fixture was made for, and nothing worse."""
    got, said = outcomes(rule, studio.screen(fixture, needs(fixture)))
    if outcome == Outcome.FAILED:
        assert Outcome.FAILED in got, said
        assert got <= VERDICTS, said
    elif outcome == Outcome.CANT_TELL:
        assert Outcome.CANT_TELL in got, said
        assert got <= VERDICTS - {Outcome.FAILED}, said
    else:
        assert got == {Outcome(outcome)}, said


@pytest.mark.screen
@pytest.mark.parametrize(("change", "rule"), FOUND_BY.items())
def test_mutation_is_found(studio: Studio, change: str, rule: str) -> None:
    """A good screen is broken in one way, and the rule that must notice does."""
    good = FIXTURES["good_form"]
    wanted = RULES[rule].rule.needs
    whole, said = outcomes(rule, studio.capture(good, wanted))
    assert Outcome.FAILED not in whole, said
    broken, said = outcomes(rule, studio.capture(good, wanted, change))
    assert Outcome.FAILED in broken, said


@pytest.mark.screen
def test_what_changed_between_two_looks_was_told(studio: Studio) -> None:
    """New words of a status line come as an event, and another place of what stands below them does too."""
    studio.capture(FIXTURES["status_line"], frozenset())
    studio.ask(change="other_words")
    after = capture(studio.driver, "status_line", Look("light", 1.0), needs=frozenset())
    for rule in ("SEM-21.between", "SEM-15.event"):
        got, said = outcomes(rule, after)
        assert got == {Outcome.PASSED}, said


@pytest.mark.screen
def test_a_window_that_comes_to_a_press_late_is_waited_for(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Busy with something else it seemed to do nothing when it was touched."""
    hold = DeskWindow.hold

    def held_up(window: DeskWindow) -> None:
        studio.stall(0.7)
        hold(window)

    monkeypatch.setattr(DeskWindow, "hold", held_up)
    got, said = outcomes("TGT-05", studio.capture(FIXTURES["acts_on_touch"], RULES["TGT-05"].rule.needs))
    assert got == {Outcome.FAILED}, said


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_fixtures(rule: str) -> None:
    """A rule without a failing, a passing and an inapplicable fixture may be dead without anybody noticing."""
    shown = {outcome for _, id, outcome in CASES if id == rule}
    shown |= {case.outcome for case in ALL if case.rule == rule}
    fires = {"failed"} if RULES[rule].rule.mode is Mode.AUTO else {"failed", "cantTell"}
    assert {"passed", "inapplicable"} <= shown
    assert fires & shown


def test_fixtures_name_known_rules() -> None:
    """A misspelt rule id would test nothing."""
    assert {rule for _, rule, _ in CASES} | {case.rule for case in ALL} <= set(RULES)
