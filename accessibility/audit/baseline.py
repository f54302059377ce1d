"""The baseline: findings that are known. They stay in the report and do not fail; new ones do.

A file of JSON: {"schema": 1, "findings": [{"fingerprint", "rule", "message", "reason", "expires"}]}. Who keeps a
finding says why in `reason`; `expires` (a date, or null) says until when.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from accessibility.audit.results import Entry, Results
from accessibility.checks.rule import Outcome

SCHEMA = 1
FAILING = frozenset({Outcome.FAILED, Outcome.ERROR})


class BaselineError(Exception):
    """The file cannot be read as a baseline."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that is known, by the fingerprint of the report."""

    fingerprint: str
    rule: str
    message: str
    reason: str = ""
    expires: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """What no longer holds of a baseline: findings that are gone, and such as have been known for too long."""

    gone: tuple[Known, ...] = ()
    expired: tuple[Known, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.expired)


def read_baseline(file: Path) -> tuple[Known, ...]:
    """The known findings of a file.

    Raises:
        BaselineError: there is no such file, or it holds something else.
    """
    try:
        data = json.loads(file.read_text("utf8"))
        if data["schema"] != SCHEMA:
            raise BaselineError(f"{file}: schema {data['schema']} is not {SCHEMA}")
        return tuple(_known(entry) for entry in data["findings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(f"{file}: {type(error).__name__}: {error}") from error


def write_baseline(file: Path, results: Results, before: Iterable[Known] = ()) -> int:
    """Keep what fails now; reasons and dates of `before` stay. Gives how many there are."""
    old = {known.fingerprint: known for known in before}
    findings = [old.get(entry.fingerprint) or Known(entry.fingerprint, entry.rule, entry.message)
                for entry in failing(results)]  # fmt: skip
    plain = [asdict(known) | {"expires": known.expires and known.expires.isoformat()} for known in findings]
    file.write_text(json.dumps({"schema": SCHEMA, "findings": plain}, ensure_ascii=False, indent=1) + "\n", "utf8")
    return len(findings)


def apply_baseline(results: Results, baseline: Iterable[Known], today: datetime.date) -> Stale:
    """Mark the entries that are known; what is known for too long is not."""
    found = {entry.fingerprint: entry for entry in failing(results)}
    gone, expired = [], []
    for known in baseline:
        if known.expires is not None and known.expires < today:
            expired.append(known)
        elif known.fingerprint in found:
            found[known.fingerprint].known = known.reason or "known"
        else:
            gone.append(known)
    return Stale(tuple(gone), tuple(expired))


def failing(results: Results) -> list[Entry]:
    """Entries that fail an audit without a baseline, in the report's order."""
    return [entry for entry in results.sorted() if entry.outcome in FAILING]


def _known(entry: dict[str, Any]) -> Known:
    expires = entry.get("expires")
    date = datetime.date.fromisoformat(expires) if expires else None
    return Known(entry["fingerprint"], entry["rule"], entry["message"], entry.get("reason", ""), date)
