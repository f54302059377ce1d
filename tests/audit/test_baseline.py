"""Known findings do not fail, new ones do, and what is stale is told; the report as SARIF."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from accessibility.audit.baseline import BaselineError, Known, apply_baseline, failing, read_baseline, write_baseline
from accessibility.audit.sarif import as_sarif
from tests.audit.made_results import data, results, screen

TODAY = datetime.date(2026, 1, 2)


def test_known_findings_do_not_fail_and_stay_in_the_report(tmp_path: Path) -> None:
    found, file = results(screen()), tmp_path / "baseline.json"
    assert found.failed
    assert write_baseline(file, found) == len(failing(found)) > 0
    stale = apply_baseline(found, read_baseline(file), TODAY)
    assert not stale
    assert not found.failed
    assert all(entry.known for entry in failing(found))


def test_a_new_finding_fails_beside_known_ones(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(file, results(screen()))
    found = results(screen(), screen("home", button="登录按钮"))
    apply_baseline(found, read_baseline(file), TODAY)
    assert found.failed
    assert {entry.rule for entry in failing(found) if not entry.known} >= {"SEM-03"}


def test_what_is_gone_or_expired_is_stale() -> None:
    found = results(screen())
    first = failing(found)[0]
    gone = Known("0" * 16, "SEM-01", "was mended")
    expired = Known(first.fingerprint, first.rule, first.message, "next month", TODAY - datetime.timedelta(days=1))
    stale = apply_baseline(found, (gone, expired), TODAY)
    assert (stale.gone, stale.expired) == ((gone,), (expired,))
    assert found.failed


def test_reasons_and_dates_survive_writing_again(tmp_path: Path) -> None:
    found, file = results(screen()), tmp_path / "baseline.json"
    first = failing(found)[0]
    kept = Known(first.fingerprint, first.rule, first.message, "mended with the new form", TODAY)
    write_baseline(file, found, (kept,))
    assert kept in read_baseline(file)


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 9, "findings": []}', '{"schema": 1, "findings": [{}]}'])
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(BaselineError, match=r"baseline\.json"):
        read_baseline(file)


def test_sarif_holds_each_finding_with_its_rule_and_place() -> None:
    report = data(screen("home"), screen("chat"))
    (run,) = json.loads(json.dumps(as_sarif(report)))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(report["results"]) > 0
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"] == "review") == (result["level"] == "none")
        assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].split(" > ")[0] in ("home", "chat")
        assert result["baselineState"] == "new"


def test_sarif_tells_crashed_rules_and_known_findings_apart() -> None:
    report = data(screen("home"))
    report["results"][0] |= {"outcome": "error"}
    report["results"][1] |= {"known": "until the new form"}
    (run,) = as_sarif(report)["runs"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    known = [result for result in run["results"] if result["baselineState"] == "unchanged"]
    assert [result["suppressions"][0]["justification"] for result in known] == ["until the new form"]
