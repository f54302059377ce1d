"""Reads the guideline's lines and fills in what the audit's rules found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from accessibility.audit.results import Results
from accessibility.checks.rule import Outcome

FILE = Path(__file__).with_name("articles.yaml")


class How(StrEnum):
    """How a line is shown to be met."""

    MEASURED = "measured"
    MANUAL = "manual"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Line:
    """One checkable line, `quote` in the guideline's words; `look` is left to a person, `why` says what is missing."""

    id: str
    article: str
    quote: str
    meaning: str
    how: How
    rules: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    look: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with what its rules found. `outcome` is None where no rule speaks of it."""

    line: Line
    outcome: Outcome | None
    counts: dict[str, int]


def load_lines(file: Path = FILE) -> tuple[Line, ...]:
    """All lines in the guideline's order.

    Raises:
        ValueError: a line says neither how it is measured, nor what to look at, nor what is missing.
    """
    lines = tuple(_line(entry) for entry in yaml.safe_load(file.read_text("utf8")))
    for line in lines:
        said = {How.MEASURED: line.rules or line.tests, How.MANUAL: line.look, How.NOT_MET: line.why}[line.how]
        if not said:
            raise ValueError(f"{line.id} is {line.how} and does not say by what")
    return lines


def judge_lines(lines: tuple[Line, ...], results: Results) -> tuple[Judged, ...]:
    """Each line with the sum of its rules' outcomes."""
    return tuple(_judged(line, results) for line in lines)


def _judged(line: Line, results: Results) -> Judged:
    if not line.rules:
        return Judged(line, None, {})
    counts: Counter[Outcome] = sum((results.of_rule(rule) for rule in line.rules), Counter())
    return Judged(line, results.outcome(counts), {str(outcome): count for outcome, count in counts.items()})


def _line(entry: dict[str, Any]) -> Line:
    entry = entry | {"how": How(entry["how"])}
    entry |= {name: tuple(entry.get(name, ())) for name in ("rules", "tests")}
    return Line(**entry)
