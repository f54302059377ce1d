"""Writes what an audit found: report.json is the truth, report.html is made from it and from nothing else."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import jinja2

from accessibility.audit.plan import Plan
from accessibility.audit.results import SCHEMA_VERSION, Results, rule_facts
from accessibility.audit.sarif import as_sarif
from accessibility.checks.rule import Outcome
from accessibility.guideline.articles import How, Judged

OUTCOMES = tuple(str(outcome) for outcome in Outcome)


@dataclass(frozen=True, slots=True)
class Taken:
    """When the audit began (UTC) and how long it took, in seconds."""

    began: datetime.datetime
    seconds: float


def as_data(plan: Plan, results: Results, lines: tuple[Judged, ...], taken: Taken) -> dict[str, Any]:
    """The whole report as plain data (see docs/audit.md for the schema)."""
    return {
        "schema": SCHEMA_VERSION,
        "program": plan.program,
        "began": taken.began.isoformat(timespec="seconds"),
        "seconds": round(taken.seconds, 1),
        "platform": "AT-SPI (Linux)",
        "looks": [look.label for look in plan.looks],
        "summary": _summary(results, lines),
        "results": [asdict(entry) for entry in results.sorted()],
        "rules": [_rule(results, id) for id in results.rules],
        "screens": _screens(plan, results),
        "guideline": [_line(judged) for judged in lines],
        "coverage": _coverage(plan, results),
    }


def write(data: dict[str, Any], out: Path) -> tuple[Path, Path]:
    """Write report.json and, made from it, report.html and report.sarif into `out`; gives the first two."""
    json_file, html_file = out / "report.json", out / "report.html"
    json_file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf8")
    told = json.loads(json_file.read_text("utf8"))
    html_file.write_text(render(told), "utf8")
    sarif = json.dumps(as_sarif(told), ensure_ascii=False, indent=1)
    (out / "report.sarif").write_text(sarif + "\n", "utf8")
    return json_file, html_file


def render(data: dict[str, Any]) -> str:
    """The HTML page of a report's data."""
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    fixes = {rule["id"]: rule["how_to_fix"] for rule in data["rules"]}
    return environment.get_template("report.html").render(report=data, outcomes=OUTCOMES, fixes=fixes)


def _summary(results: Results, lines: tuple[Judged, ...]) -> dict[str, Any]:
    entries = Counter(str(entry.outcome) for entry in results.entries.values())
    verdicts: Counter[Outcome] = sum(results.counts.values(), Counter())
    return {
        "findings": {name: entries[name] for name in ("failed", "cantTell", "error")},
        "known": sum(1 for entry in results.entries.values() if entry.known),
        "verdicts": _counted(verdicts),
        "guideline": {str(how): sum(1 for judged in lines if judged.line.how is how) for how in How},
    }


def _rule(results: Results, id: str) -> dict[str, Any]:
    counts = results.of_rule(id)
    return rule_facts(results.rules[id]) | {"outcome": results.outcome(counts), "counts": _counted(counts)}


def _screens(plan: Plan, results: Results) -> list[dict[str, Any]]:
    found = []
    for step in plan.steps:
        counts = results.of_screen(step.screen)
        captures = [asdict(item) for item in results.captured if item.screen == step.screen]
        missed = [asdict(item) for item in results.unreached if item.screen == step.screen]
        found.append({"screen": step.screen, "outcome": results.outcome(counts), "counts": _counted(counts),
                      "captures": captures, "unreached": missed})  # fmt: skip
    return found


def _line(judged: Judged) -> dict[str, Any]:
    return asdict(judged.line) | {"outcome": judged.outcome, "counts": judged.counts}


def _coverage(plan: Plan, results: Results) -> dict[str, Any]:
    ran = [id for id in results.rules if set(results.of_rule(id)) - {Outcome.UNTESTED}]
    return {
        "rules": len(results.rules),
        "rules_that_judged": len(ran),
        "rules_never_run": sorted(set(results.rules) - set(ran)),
        "screens_planned": len(plan.steps) * len(plan.looks),
        "screens_reached": len(results.captured),
        "nodes_seen": sum(item.nodes for item in results.captured),
        "key_stops": sum(item.stops for item in results.captured),
        "manual": [
            "what a screen reader says, by ear",
            "every finding marked cantTell",
            "every line of the guideline marked manual",
            "use by disabled customers",
        ],
    }


def _counted(counts: Counter[Outcome]) -> dict[str, int]:
    return {str(outcome): counts[outcome] for outcome in Outcome if counts[outcome]}
