"""Results: what all verdicts of an audit come to; the JSON file is made of this and nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from accessibility.audit.judge import Verdict
from accessibility.checks.frame import Box
from accessibility.checks.rule import LoadedRule, Need, Outcome, Rule

SCHEMA_VERSION = 2

WORST_FIRST = (Outcome.ERROR, Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.UNTESTED, Outcome.INAPPLICABLE)
REPORTED = frozenset({Outcome.ERROR, Outcome.FAILED, Outcome.CANT_TELL})
"""Outcomes that get an entry each; the others are counted."""

IMPACTS = ("critical", "serious", "moderate", "minor")


@dataclass(slots=True)
class Entry:
    """One problem, however many screens and looks show it; `measured`, `bounds`, `crop` are of the first."""

    fingerprint: str
    rule: str
    impact: str
    outcome: Outcome
    message: str
    path: tuple[str, ...]
    bounds: Box | None
    measured: float | None
    limit: float | None
    unit: str
    reason: str
    screens: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    crop: str = ""
    known: str = ""
    """Why it does not fail the audit (see `baseline`); "" for what is new."""


@dataclass(frozen=True, slots=True)
class Captured:
    """What was captured of one screen in one look. `picture` is a path below the report's folder."""

    screen: str
    look: str
    title: str
    nodes: int
    actionable: int
    frames: int
    scrolls: bool
    stops: int
    picture: str


@dataclass(frozen=True, slots=True)
class Unreached:
    """A screen that could not be reached."""

    screen: str
    look: str
    why: str


class Results:
    """Collects verdicts. One thing found in several looks is one entry."""

    def __init__(self, rules: tuple[LoadedRule, ...]) -> None:
        self.rules = {loaded.rule.id: loaded.rule for loaded in rules}
        self.counts: dict[tuple[str, str], Counter[Outcome]] = {}
        """(rule, screen): how often each outcome."""
        self.entries: dict[str, Entry] = {}
        self.captured: list[Captured] = []
        self.unreached: list[Unreached] = []

    def add(self, verdict: Verdict, look: str) -> Entry | None:
        """Count a verdict; an entry that is new with it is returned, so that its crop can be cut."""
        rule, screen, finding = verdict.rule, verdict.screen, verdict.finding
        self.counts.setdefault((rule.id, screen.name), Counter())[finding.outcome] += 1
        if finding.outcome not in REPORTED:
            return None
        path = screen.path(finding.node)
        extra = "" if path[1:] else f"{screen.name}\n{finding.message}"
        mark = fingerprint(rule, finding.outcome, path[1:], extra)
        known = self.entries.get(mark)
        if known is not None:
            known.looks += [look] if look not in known.looks else []
            known.screens += [screen.name] if screen.name not in known.screens else []
            return None
        entry = Entry(
            fingerprint=mark,
            rule=rule.id,
            impact=rule.impact,
            outcome=finding.outcome,
            message=finding.message,
            path=path,
            bounds=finding.node.bounds if finding.node else None,
            measured=None if finding.measured is None else round(finding.measured, 3),
            limit=finding.limit,
            unit=finding.unit,
            reason=finding.doubt or "",
            screens=[screen.name],
            looks=[look],
        )
        self.entries[mark] = entry
        return entry

    def sorted(self) -> list[Entry]:
        """Errors, failures, doubts; within them the worst impact first."""
        return sorted(
            self.entries.values(),
            key=lambda e: (WORST_FIRST.index(e.outcome), IMPACTS.index(e.impact), e.rule, e.screens),
        )

    def of_rule(self, rule: str) -> Counter[Outcome]:
        """How often each outcome over all screens."""
        return sum((counts for (id, _), counts in self.counts.items() if id == rule), Counter())

    def of_screen(self, screen: str) -> Counter[Outcome]:
        """How often each outcome over all rules."""
        return sum((counts for (_, name), counts in self.counts.items() if name == screen), Counter())

    def outcome(self, counts: Counter[Outcome]) -> Outcome:
        """The worst that occurred; untested and inapplicable only where nothing was judged."""
        return next((outcome for outcome in WORST_FIRST if counts[outcome]), Outcome.UNTESTED)

    @property
    def failed(self) -> bool:
        """Whether anything failed that is not known, or a rule crashed."""
        return any(e.outcome in (Outcome.FAILED, Outcome.ERROR) and not e.known for e in self.entries.values())


def fingerprint(rule: Rule, outcome: Outcome, path: Iterable[str], extra: str) -> str:
    """Of rule, outcome and path of roles and names below the window; never of positions or run-time references."""
    text = "\n".join((rule.id, outcome, *path, extra))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def rule_facts(rule: Rule) -> dict[str, Any]:
    """A rule's metadata as plain data."""
    return {
        "id": rule.id,
        "version": rule.version,
        "requirement": rule.requirement,
        "requirement_zh": rule.requirement_zh,
        "tags": list(rule.tags),
        "who": list(rule.who),
        "impact": rule.impact,
        "mode": rule.mode,
        "help": rule.help,
        "how_to_fix": rule.how_to_fix,
        "limits": rule.limits,
        "tolerance": rule.tolerance,
        "needs": sorted(need for need in rule.needs if isinstance(need, Need)),
    }
