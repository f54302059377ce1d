"""The summary for a terminal: one line a rule, then what it comes to."""

from __future__ import annotations

from typing import Any

COLUMNS = ("passed", "failed", "cantTell", "error", "untested")


def summary_table(data: dict[str, Any]) -> str:
    """A table of plain text from a report's data; rules that failed come first."""
    order = {"error": 0, "failed": 1, "cantTell": 2, "passed": 3}
    rules = sorted(data["rules"], key=lambda rule: (order.get(rule["outcome"], 4), rule["id"]))
    head = f"{'rule':<17}{'outcome':<13}" + "".join(f"{name:>10}" for name in COLUMNS)
    rows = [
        f"{rule['id']:<17}{rule['outcome']:<13}"
        + "".join(f"{rule['counts'].get(name, 0) or '·':>10}" for name in COLUMNS)
        for rule in rules
    ]
    found, lines = data["summary"]["findings"], data["summary"]["guideline"]
    return "\n".join(
        [
            head,
            *rows,
            f"findings: {found['failed']} failed, {found['cantTell']} for a person, {found['error']} rules crashed",
            f"guideline: {lines['measured']} lines measured, {lines['manual']} manual, {lines['not_met']} not met",
        ]
    )
